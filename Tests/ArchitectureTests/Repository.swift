import Foundation

/// The files of the repository, as a contributor sees them.
enum Repository {
  /// A file with its path from the root.
  struct File: Sendable, CustomStringConvertible {
    let path: String
    let text: String

    var name: String { String(path.split(separator: "/").last ?? "") }
    var lines: [String] { text.components(separatedBy: "\n") }
    /// The module, for a file under Sources.
    var module: String { String(path.split(separator: "/")[1]) }
    var description: String { path }
  }

  /// …/Tests/ArchitectureTests/Repository.swift leads to the root.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Swift files under a folder.
  static func swiftFiles(under folder: String) -> [File] {
    files(under: folder).filter { $0.path.hasSuffix(".swift") }
  }

  /// Everything that is kept under version control, by what .gitignore leaves: names with a dot in
  /// front are looked at one by one.
  static func textFiles() -> [File] {
    let top = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return top.sorted().filter { ![".git", ".build", ".swiftpm", ".DS_Store"].contains($0) }
      .flatMap { files(under: $0) }
  }

  static func text(of path: String) -> String {
    (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)) ?? ""
  }

  private static func files(under folder: String) -> [File] {
    var isFolder: ObjCBool = false
    let path = root + "/" + folder
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    if !isFolder.boolValue { return file(folder).map { [$0] } ?? [] }
    let names = (FileManager.default.enumerator(atPath: path)?.allObjects as? [String]) ?? []
    return names.sorted().compactMap { file(folder + "/" + $0) }
  }

  /// Nil for folders and for what is no text.
  private static func file(_ path: String) -> File? {
    guard let data = FileManager.default.contents(atPath: root + "/" + path),
      let text = String(data: data, encoding: .utf8)
    else { return nil }
    return File(path: path, text: text)
  }
}

import Diagnostics
import Documents
import EmissionFactors
import Files
import Tables

/// The releases of a campus: one folder each under its factors/.
struct ReleaseFolder {
  /// The name of the release, which is that of its folder.
  let name: String
  /// The campus it belongs to.
  let campus: String
  private let path: String

  /// What release.yaml says.
  static let manifest = "release.yaml"
  private static let limit = 1 << 28

  /// The folder of a release, there or not.
  init(_ name: String, campus: String) {
    self.name = name
    self.campus = campus
    path = Directory.join(campus, "factors/" + name)
  }

  /// True when something has the name already.
  var isTaken: Bool { Directory.isTaken(path) }

  /// A name that is safe as a folder on every system, and not the word for the shipped tables.
  static func isName(_ name: String) -> Bool {
    if name == FactorEdition.installed { return false }
    guard (1...64).contains(name.utf8.count), let first = name.utf8.first else { return false }
    func isPlain(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return isPlain(first) && name.utf8.allSatisfy { isPlain($0) || "-._".utf8.contains($0) }
  }

  /// The name that a file name settles: `Base_Carbone_V23.6.csv` is base-carbone-v23.6.
  static func name(ofFile path: String) -> String? {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let folded = FoldedText.fold(file)
    guard folded.hasPrefix("base-carbone-v"), folded.hasSuffix(".csv") else { return nil }
    let version = folded.dropFirst("base-carbone-v".count).dropLast(".csv".count)
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    let isVersion = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return isVersion ? "base-carbone-v" + version : nil
  }

  /// The names of the releases of a campus.
  static func names(in campus: String) -> [String] {
    let root = Directory.join(campus, "factors")
    let files = (try? Directory.files(under: root, ending: manifest)) ?? []
    return files.compactMap { file in
      let parts = file.split(separator: "/")
      return parts.count == 2 && parts[1] == manifest ? String(parts[0]) : nil
    }
  }

  /// Opens the release a command is about.
  static func open(_ name: String, campus: String) throws(CommandProblem) -> ReleaseShelf {
    let folder = ReleaseFolder(name, campus: campus)
    guard isName(name), Directory.fileExists(Directory.join(folder.path, manifest)) else {
      throw .unknownRelease(name, known: names(in: campus))
    }
    let shelf = ReleaseShelf(
      elements: try folder.source(ReleaseFiles.elements),
      stages: try folder.source(ReleaseFiles.stages), index: try folder.source(ReleaseFiles.index))
    guard let shelf else { throw .damagedRelease(name) }
    return shelf
  }

  /// True when the folder holds exactly what these files would be.
  func holds(_ files: [(name: String, bytes: [UInt8])]) -> Bool {
    files.allSatisfy { file in
      (try? source(file.name))?.everything(limit: Self.limit) == file.bytes
    }
  }

  /// Makes the folder with its files, whole or not at all.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(CommandProblem) {
    do throws(FileProblem) {
      try NewFolder.create(files, at: path)
    } catch {
      throw .file(error)
    }
  }

  private func source(_ file: String) throws(CommandProblem) -> ByteSource {
    try FileSource.open(Directory.join(path, file), name: "factors/\(name)/\(file)")
  }
}

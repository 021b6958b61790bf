import Foundation
import Synchronization

/// The files of the project, found from where this file is.
enum Repository {
  /// The folder that holds Package.swift.
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The same folder, as a path.
  static let path = root.path

  /// The text of a file; nil when there is none.
  static func text(of path: String) -> String? {
    (try? Data(contentsOf: root.appendingPathComponent(path))).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Replaces the text of a file by what is made of it; one test at a time.
  static func change(_ path: String, _ body: (String) -> String) throws {
    try writing.withLock { _ in
      try Data(body(text(of: path) ?? "").utf8).write(to: root.appendingPathComponent(path))
    }
  }

  private static let writing = Mutex(())

  /// The Markdown pages for users, README.md first when it is there.
  static let pages: [String] = {
    let found = FileManager.default.enumerator(atPath: root.appendingPathComponent("docs").path)
    let names = (found?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }.sorted()
    return (text(of: "README.md") == nil ? [] : ["README.md"]) + names.map { "docs/" + $0 }
  }()

  /// True when the examples shown in pages are to be written anew: `RECORD=1`.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
}

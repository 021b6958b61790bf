import CommandLineInterface
import Files
import Foundation
import Synchronization
import TestSupport

/// A campus and the tables installed beside it, both free to change.
final class LockCampus {
  /// What a run gave.
  struct Result: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  private final class Writings: Sendable {
    let output = Mutex<[UInt8]>([])
    let errors = Mutex<[UInt8]>([])
  }

  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let yaml = "format: 1\nname: Test\nlanguage: en\nnumbers: {decimal: point}\n"

  /// Gas from 2022 on: 0.215 kgCO2e/kWh PCS (Base Carbone 37133).
  static let rows = """
    period,activity,quantity,unit
    2023-01,natural-gas,1000,kWh PCS
    2023,water-supply,50,m3
    2022,natural-gas,10,kWh PCS

    """

  let folder: TemporaryFolder
  let installed: TemporaryFolder

  /// A campus with one activity file, or these files.
  init(_ files: [String: String] = ["activity/a.csv": rows], yaml: String = yaml) throws {
    folder = try TemporaryFolder()
    installed = try TemporaryFolder()
    try folder.write(yaml, to: "campus.yaml")
    for (name, text) in files { try folder.write(text, to: name) }
    try Self.copy("EmissionFactors", to: installed.path(of: "EmissionFactors"))
  }

  /// A copy of an example.
  init(example: String) throws {
    folder = try TemporaryFolder()
    installed = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(
      atPath: Self.root + "/Examples/" + example)
    {
      try Self.copy("Examples/\(example)/\(name)", to: folder.path(of: name))
    }
    try Self.copy("EmissionFactors", to: installed.path(of: "EmissionFactors"))
  }

  private static func copy(_ path: String, to target: String) throws {
    try FileManager.default.copyItem(atPath: root + "/" + path, toPath: target)
  }

  /// The lock as it is on the disk; empty when there is none.
  var lock: String { folder.text(of: "campus.lock") ?? "" }

  /// The lines of the lock that hold this.
  func lines(with words: String) -> [String] {
    lock.split(separator: "\n").map(String.init).filter { $0.contains(words) }
  }

  /// Runs the program in the campus, with its installed tables unless others are named.
  @discardableResult
  func run(_ arguments: String..., data: String? = nil) -> Result {
    let writings = Writings()
    let data = data ?? installed.path
    let console = Console(
      writeOutput: { (bytes) throws(FileProblem) in writings.output.withLock { $0 += bytes } },
      writeErrors: { bytes in writings.errors.withLock { $0 += bytes } },
      environment: { $0 == "EMPREINTE_DATA" ? data : nil }, workingDirectory: folder.path)
    let status = CommandLineInterface.run(arguments: arguments, console: console)
    return Result(
      status: status, output: writings.output.withLock { String(decoding: $0, as: UTF8.self) },
      errors: writings.errors.withLock { String(decoding: $0, as: UTF8.self) })
  }

  /// Changes the text of an installed table.
  func changeInstalled(_ name: String, _ old: String, _ new: String) throws {
    let path = "EmissionFactors/" + name
    let text = installed.text(of: path) ?? ""
    try installed.write(text.replacing(old, with: new), to: path)
  }

  /// Leaves nothing of the installed tables but their headers.
  func emptyInstalled() throws {
    let walk = FileManager.default.enumerator(atPath: installed.path(of: "EmissionFactors"))
    while let name = walk?.nextObject() as? String {
      guard name.hasSuffix(".csv") else { continue }
      let path = "EmissionFactors/" + name
      let header = (installed.text(of: path) ?? "").prefix { $0 != "\n" }
      try installed.write(header + "\n", to: path)
    }
  }

  /// Changes the text of the lock.
  func changeLock(_ change: (String) -> String) throws {
    try folder.write(change(lock), to: "campus.lock")
  }
}

import CommandLineInterface
import Files
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import EmissionFactors

/// `factors import` and the questions to what it wrote.
struct ImportCommandTests {
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private final class Writings: Sendable {
    let text = Mutex("")
  }

  /// A campus with the file of `AccountTests` in it.
  private func campus() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("format: 1\nname: Example\n", to: "campus.yaml")
    try folder.write(AccountTests.mixed.windows1252, to: "Base_Carbone_V0.1.csv")
    return folder
  }

  private func run(_ arguments: String..., in folder: TemporaryFolder) -> (Int32, String) {
    let writings = Writings()
    let write: @Sendable ([UInt8]) -> Void = { bytes in
      writings.text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
    }
    let console = Console(
      writeOutput: write, writeErrors: write,
      environment: { $0 == "EMPREINTE_DATA" ? Self.root : nil }, workingDirectory: folder.path)
    let status = CommandLineInterface.run(arguments: arguments, console: console)
    return (status, writings.text.withLock { $0 })
  }

  @Test func `a release is written once and never replaced`() throws {
    let folder = try campus()
    let (status, text) = run("factors", "import", "Base_Carbone_V0.1.csv", in: folder)
    // Rows were refused: errors.
    #expect(status == 1)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    // 14 = 3 + 2 + 9, the counts of AccountTests.
    for line in ["rows read 14", "imported 3 1 elements + 2 stages", "refused 9"] {
      #expect(lines.contains(line))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.path(of: "factors/base-carbone-v0.1")
      ).sorted() == ["elements.csv", "index.txt", "release.yaml", "stages.csv"])
    let written = folder.text(of: "factors/base-carbone-v0.1/elements.csv")
    let again = run("factors", "import", "Base_Carbone_V0.1.csv", in: folder)
    #expect(again.1.contains("already there, with the same content"))
    let other = OfficialFile(rows: [OfficialFile.element("1", "1")])
    try folder.write(other.text, to: "other.csv")
    let refused = run(
      "factors", "import", "other.csv", "--release", "base-carbone-v0.1", in: folder)
    #expect(refused.0 == 73)
    #expect(folder.text(of: "factors/base-carbone-v0.1/elements.csv") == written)
  }

  @Test func `a dry run writes nothing`() throws {
    let folder = try campus()
    let (_, text) = run("factors", "import", "Base_Carbone_V0.1.csv", "--dry-run", in: folder)
    #expect(text.contains("Nothing was written"))
    #expect(try folder.names() == ["Base_Carbone_V0.1.csv", "campus.yaml"])
  }

  @Test func `a file name that names no release needs --release`() throws {
    let folder = try campus()
    try folder.write(AccountTests.mixed.text, to: "base.csv")
    #expect(run("factors", "import", "base.csv", in: folder).0 == 64)
    #expect(run("factors", "import", "base.csv", "--release", "../x", in: folder).0 == 64)
    #expect(run("factors", "import", "base.csv", "--release", "mine", in: folder).0 == 1)
    #expect(run("factors", "import", "nowhere.csv", "--release", "a", in: folder).0 == 66)
  }

  @Test func `an element is searched, listed and shown from its release`() throws {
    let folder = try campus()
    _ = run("factors", "import", "Base_Carbone_V0.1.csv", in: folder)
    let release = ["--release", "base-carbone-v0.1"]
    let search = run("factors", "search", "CHALEUR", release[0], release[1], in: folder).1
    #expect(search.split(separator: "\n").map { $0.prefix(2) } == ["10", "11"])
    #expect(search.contains("[archived]"))
    let list = run("factors", "list", release[0], release[1], in: folder).1
    #expect(list.split(separator: "\n").map { $0.prefix(2) } == ["10"])
    let shown = run("factors", "show", "10", release[0], release[1], in: folder).1
    // 0.0344 + 0.181 = 0.2154, published as 0.215.
    for words in ["upstream", "0.0344", "0.1810", "-0.0004", "0.2150", "kgCO2e/kWh"] {
      #expect(shown.contains(words), "\(words) in \(shown)")
    }
    let unknown = run("factors", "show", "10", "--release", "base-carbone-v9", in: folder)
    #expect(unknown.0 == 66)
    #expect(unknown.1.contains("base-carbone-v0.1"))
  }

  @Test func `a release in the campus changes no footprint and gives no finding`() throws {
    let folder = try campus()
    try folder.write(
      "period,activity,quantity,unit\n2023,electricity,1200,kWh\n", to: "activity/a.csv")
    let before = run("report", "2023", in: folder)
    _ = run("factors", "import", "Base_Carbone_V0.1.csv", in: folder)
    #expect(run("report", "2023", in: folder) == before)
    #expect(run("check", in: folder).0 == 0)
  }
}

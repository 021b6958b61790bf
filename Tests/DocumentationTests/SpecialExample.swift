import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Reporting
import Tables
import TestSupport

@testable import CommandLineInterface

/// An example that takes more than files on a page: a broken disk, half a million rows.
struct SpecialExample: Sendable {
  /// What a reader would type.
  let command: String
  /// What the program answers.
  let output: @Sendable () throws -> String

  /// The findings that need one.
  static let all: [String: SpecialExample] = [
    "unreadable-file": SpecialExample(command: "empreinte check", output: brokenDisk),
    "duplicate-search-stopped": SpecialExample(command: "empreinte report", output: manyRows),
    "unknown-release-unit": imported("unknown-release-unit"),
    "missing-release-unit": imported("missing-release-unit"),
    "stage-without-element": imported("stage-without-element"),
    "unknown-gas-code": imported("unknown-gas-code"),
    "compressed-too-large": SpecialExample(command: "empreinte check", output: compressedBomb),
  ].merging(
    LintFindings.all.map { ($0.identifier, linted($0.identifier)) }, uniquingKeysWith: { $1 }
  ).merging(LockExample.all, uniquingKeysWith: { $1 })
    .merging(WorkbookExample.all, uniquingKeysWith: { $1 })

  /// A finding of `factors lint`, in the own factors that its page shows.
  private static func linted(_ identifier: String) -> SpecialExample {
    SpecialExample(command: "empreinte factors lint") {
      guard let folder = try DiagnosticPage(identifier)?.campus() else { return "" }
      return ProgramRun(["factors", "lint"], in: folder.path).everything
    }
  }

  /// A finding of `factors import`, in the files that its page shows.
  private static func imported(_ identifier: String) -> SpecialExample {
    let command = "empreinte factors import Base_Carbone_V0.1.csv --dry-run"
    return SpecialExample(command: command) {
      guard let folder = try DiagnosticPage(identifier)?.campus() else { return "" }
      let arguments = command.split(separator: " ").dropFirst().map(String.init)
      return ProgramRun(arguments, in: folder.path).everything
    }
  }

  private static let campus = "format: 1\nname: Example\n"
  private static let header = "period,activity,quantity,unit\n"

  /// A file whose first row can be read, and nothing after it.
  @Sendable
  private static func brokenDisk() throws -> String {
    let readable = ByteSource(
      name: "activity/a.csv", bytes: Array((header + "2023-01,electricity,1200,kWh\n").utf8))
    let broken = ByteSource(name: "activity/a.csv") { offset, buffer in
      let count = readable.read(at: offset, into: buffer)
      return count == 0 ? nil : count
    }
    var log = FindingLog()
    let campus = CampusReader.read(Array(campus.utf8), findingNames: [], log: &log) ?? Campus()
    let catalog = FactorCatalogReader.read(
      try DataFolder.sources(data: Repository.path, campus: nil), log: &log)
    let run = Run(
      campus: campus, catalog: catalog, files: [broken], duplicates: .everyRow, log: &log)
    return CheckReport(log, accounts: run.accounts(year: nil), year: nil, language: .english)
      .text(width: 80, style: .plain)
  }

  /// 20 MB of blanks in 20 KB.
  @Sendable
  private static func compressedBomb() throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(campus, to: "campus.yaml")
    let blanks = [UInt8](repeating: 0x20, count: 20 << 20)
    try folder.write(GzipWriter.member(Array(header.utf8) + blanks), to: "activity/a.csv.gz")
    return ProgramRun(["check"], in: folder.path).everything
  }

  /// One row more than `report` compares: 500 000, as docs/activity-files.md says.
  @Sendable
  private static func manyRows() throws -> String {
    let folder = try TemporaryFolder()
    var rows = header
    for row in 1...500_001 { rows += "2023,electricity,\(row),kWh\n" }
    try folder.write(campus, to: "campus.yaml")
    try folder.write(rows, to: "activity/a.csv")
    return ProgramRun(["report"], in: folder.path).everything
  }
}

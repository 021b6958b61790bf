import CommandLineInterface
import Files
import Foundation
import Synchronization
import TestSupport

/// A campus with releases of its own, made from small files in the official layout.
struct ReleaseCampus {
  private final class Writings: Sendable {
    let text = Mutex("")
  }

  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// 1000 × 0.215 + 50 × 0.132 + 10 × 0.919 = 230.79 kgCO2e: gas, water and paper of the shipped
  /// tables, elements 37133, 24283 and 24309.
  static let rows = """
    period,activity,quantity,unit
    2023,natural-gas,1000,kWh PCS
    2023,water-supply,50,m3
    2023,paper,10,kg

    """

  let folder: TemporaryFolder

  /// A campus with these releases, imported as people import them.
  init(_ releases: [String: [OfficialFile.Row]], rows: String? = rows) throws {
    folder = try TemporaryFolder()
    try folder.write(
      "format: 1\nname: Test\nlanguage: en\nnumbers: {decimal: point}\n", to: "campus.yaml")
    if let rows { try folder.write(rows, to: "activity/a.csv") }
    for (name, rows) in releases {
      try folder.write(OfficialFile(rows: rows).text, to: name + ".csv")
      _ = run("factors", "import", name + ".csv", "--release", name)
    }
  }

  /// Runs the program in the campus.
  func run(_ arguments: String...) -> (status: Int32, text: String) { run(arguments) }

  func run(_ arguments: [String]) -> (status: Int32, text: String) {
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

  /// The values of a CSV report, by table, key and measure.
  func values(_ arguments: String...) -> [String: String] {
    var values: [String: String] = [:]
    for line in run(arguments + ["-O", "csv", "--lang", "en"]).text.split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count >= 7, let last = cells.indices.last else { continue }
      values["\(cells[0]) \(cells[1]) \(cells[last - 2])"] = String(cells[last - 1])
    }
    return values
  }

  /// An element given per kilogram, m3 or anything else.
  static func element(
    _ identifier: String, _ total: String, per unit: String, _ more: OfficialFile.Row = [:]
  ) -> OfficialFile.Row {
    OfficialFile.element(
      identifier, total, ["Unité français": "kgCO2e/" + unit].merging(more) { $1 })
  }
}

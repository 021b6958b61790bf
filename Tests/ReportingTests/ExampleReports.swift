import Diagnostics
import Files
import Footprint
import Foundation
import Inventory
import Reporting
import Synchronization

@testable import CommandLineInterface

/// The reports of the four examples, made once.
enum ExampleReports {
  struct Made: Sendable, CustomStringConvertible {
    let description: String
    let report: Report
  }

  /// …/Tests/ReportingTests/ExampleReports.swift leads to the root.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let names = ["demo-campus", "mines-ales", "mines-ales-energy-2020", "mines-albi"]

  static let all: [Made] = names.flatMap { name -> [Made] in
    guard let (session, run) = opened(name) else { return [] }
    return run.years.flatMap { year -> [Made] in
      let footprint = run.footprint(year: year)
      let report = FootprintReport(
        footprint, log: session.log, breakdowns: BreakdownDimension.allCases
      ).report()
      let total = ExplanationReport(footprint, of: .total, all: true, sources: [:]).report()
      return [
        Made(description: "\(name) report \(year)", report: report),
        Made(description: "\(name) explain total \(year)", report: total),
      ]
    }
  }

  static func opened(_ name: String) -> (Session, Run)? {
    let folder = root + "/Examples/" + name
    guard case .run(_, let invocation) = CommandCatalog.parse(["-C", folder, "report"]),
      var session = try? Session.open(invocation, Context(console: console()))
    else { return nil }
    let run = session.run(duplicates: .firstRows)
    return (session, run)
  }

  /// Arguments in; status, results and messages out.
  static func run(_ arguments: [String]) -> (status: Int32, output: String, errors: String) {
    let memory = Memory()
    var console = console()
    console.writeOutput = { (bytes) throws(FileProblem) in memory.output.withLock { $0 += bytes } }
    console.writeErrors = { bytes in memory.errors.withLock { $0 += bytes } }
    let status = CommandLineInterface.run(arguments: arguments, console: console)
    return (
      status, String(decoding: memory.output.withLock { $0 }, as: UTF8.self),
      String(decoding: memory.errors.withLock { $0 }, as: UTF8.self)
    )
  }

  private static func console() -> Console {
    Console(
      writeOutput: { (_) throws(FileProblem) in }, writeErrors: { _ in },
      environment: { $0 == "EMPREINTE_DATA" ? root : nil }, workingDirectory: root)
  }
}

/// What a console was given.
private final class Memory: Sendable {
  let output = Mutex<[UInt8]>([])
  let errors = Mutex<[UInt8]>([])
}

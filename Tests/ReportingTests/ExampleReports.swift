import Diagnostics
import Files
import Footprint
import Foundation
import Inventory
import Reporting

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

  private static func console() -> Console {
    Console(
      writeOutput: { (_) throws(FileProblem) in }, writeErrors: { _ in },
      environment: { $0 == "EMPREINTE_DATA" ? root : nil }, workingDirectory: root)
  }
}

import Diagnostics
import EmissionFactors
import Files
import Footprint
import Inventory
import Reporting
import Tables

extension ExplainCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let what = invocation(ExplainCommand.what) ?? "total"
      if let place = LinePlace(what) { return try explain(place, invocation, context) }
      let opened = try YearRun.open(invocation(ExplainCommand.year), invocation, context)
      let (session, run, year) = (opened.session, opened.run, opened.year)
      let file = invocation(output)
      try OutputGuard.check(file, session, context)
      let subject = try self.subject(what, run)
      if invocation(all), invocation.chosen(format) == .csv {
        try Trace.write(session, run, year: year, of: subject, to: file, context)
        return .ok
      }
      var sources: [ItemKey: SourceRows] = [:]
      let limit = invocation(all) ? Int.max : 3
      Tracer.trace(run, files: session.files, year: year) {
        sources[$0.item, default: SourceRows()].add($0, keeping: limit)
      }
      var report = ExplanationReport(
        run.footprint(year: year), of: subject, all: invocation(all), sources: sources
      ).report()
      opened.noteLock(in: &report)
      try ReportText.write(report, as: format, session.language, invocation, context)
      return .ok
    }
  }

  private static func subject(_ what: String, _ run: Run) throws(CommandProblem)
    -> ExplanationReport.Subject
  {
    if what == "total" { return .total }
    if run.catalog.post(named: what) != nil { return .post(what) }
    if run.catalog.activity(named: what) != nil { return .activity(what) }
    let known =
      run.catalog.posts.map(\.identifier) + run.catalog.activities.map(\.identifier) + ["total"]
    throw .unknownSubject(what, nearest: NearestName.closest(to: what, among: known))
  }

  /// A row may count in several years: the first of them says which lock holds.
  private static func explain(
    _ place: LinePlace, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> ExitStatus {
    let asked = invocation(ExplainCommand.year)
    if let asked, let locked = try YearRun.open(lockedIn: asked, invocation, context) {
      return try explain(place, locked.session, locked.run, asked, invocation, context)
    }
    var session = try Session.open(invocation, context)
    let run = session.run(duplicates: .firstRows)
    if asked == nil, let year = LineFinder.find(place, session.files, run)?.years.first,
      let locked = try YearRun.open(lockedIn: year, invocation, context)
    {
      return try explain(place, locked.session, locked.run, year, invocation, context)
    }
    return try explain(place, session, run, asked, invocation, context)
  }

  private static func explain(
    _ place: LinePlace, _ session: Session, _ run: Run, _ year: Int?, _ invocation: Invocation,
    _ context: Context
  ) throws(CommandProblem) -> ExitStatus {
    let file = invocation(output)
    try OutputGuard.check(file, session, context)
    guard session.files.contains(where: { $0.name == place.file }) else {
      throw .unknownSubject(
        place.file, nearest: NearestName.closest(to: place.file, among: session.files.map(\.name)))
    }
    let report = LineExplanation.report(place, session.files, run, log: session.log, year: year)
    guard let report else {
      throw .unknownSubject("\(place.file):\(place.line)", nearest: nil)
    }
    if invocation.chosen(format) == .csv, invocation(all), let year = report.year {
      try Trace.write(session, run, year: year, only: place, to: file, context)
      return .ok
    }
    try ReportText.write(report, as: format, session.language, invocation, context)
    return .ok
  }
}

/// `activity/2022/gas.csv:12`.
struct LinePlace {
  let file: String
  let line: Int

  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]),
      line > 0
    else { return nil }
    file = String(text[..<colon])
    self.line = line
  }
}

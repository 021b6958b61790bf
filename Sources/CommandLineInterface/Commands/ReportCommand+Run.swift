import Diagnostics
import EmissionFactors
import Files
import Footprint
import Inventory
import Reporting
import Tables
import Workbooks

extension ReportCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      try checkIntervals(invocation)
      let opened = try YearRun.open(invocation(ReportCommand.year), invocation, context)
      let (session, run, year) = (opened.session, opened.run, opened.year)
      let file = invocation(output)
      try OutputGuard.check(file, session, context)
      if let name = invocation(factors) {
        return try recompute(opened, with: name, invocation, context)
      }
      if invocation(hourly) { return try reportHours(opened, invocation, context) }
      let footprint = run.footprint(year: year)
      let text = try text(footprint, opened, file, invocation, context)
      try context.deliver(text, invocation)
      let check = CheckReport(
        session.log, accounts: [], year: year, language: session.language)
      return check.fails(strict: invocation(strict)) ? .findings : .ok
    }
  }
}

extension ReportCommand {
  /// The report asked for, as it is written.
  private static func text(
    _ footprint: Footprint, _ opened: YearRun, _ file: String?, _ invocation: Invocation,
    _ context: Context
  ) throws(CommandProblem) -> [UInt8] {
    let session = opened.session
    var report: Report
    let asked = try invocation(reading).map { (name) throws(CommandProblem) in
      try reading(named: name, in: footprint.run)
    }
    if !invocation(dimensions).isEmpty, asked != nil || invocation(reconcile) {
      throw .optionsExclude("--by", asked != nil ? "--reading" : "--reconcile")
    }
    if invocation(reconcile) {
      if asked?.identifier == Reading.headline {
        throw .optionsExclude("--reading \(Reading.headline)", "--reconcile")
      }
      report = reconciliation(
        footprint, asked.map { [$0] } ?? ReconciliationReport.readings(footprint.run), session,
        isWhole: invocation.chosen(format) != .text)
    } else if let reading = asked {
      var surroundings = SurroundingYears(opened, invocation, context)
      let outlook = try surroundings.outlook(scenario: invocation(scenario))
      report = ReadingReport(
        footprint, reading, log: session.log, outlook: outlook,
        uncertainty: invocation(uncertainty)
          ?? (invocation(SharedOptions.draws) != nil ? .shared : nil),
        draws: SharedOptions.drawChoice(invocation)
      ).report()
      opened.noteLock(in: &report)
      if invocation.chosen(format) == .csv {
        return Array(ReadingCSV(language: session.language).render(report).utf8)
      }
    } else {
      report = try year(footprint, opened, invocation, context)
    }
    if asked == nil || invocation(reconcile) { opened.noteLock(in: &report) }
    var trace: WorkbookSheet?
    if invocation.chosen(format) == .xlsx, asked == nil, !invocation(reconcile) {
      var sheet = TraceSheet(language: session.language)
      Tracer.trace(opened.run, files: session.files, year: opened.year) { sheet.add($0) }
      trace = sheet.sheet()
    }
    return try ReportText.render(
      report, as: invocation.chosen(format), language: session.language,
      width: context.console.width,
      style: context.style(invocation, for: file), trace: trace)
  }

  /// Intervals are those of the year itself: no other report has them.
  private static func checkIntervals(_ invocation: Invocation) throws(CommandProblem) {
    let isDrawn = invocation(SharedOptions.draws) != nil
    if isDrawn, invocation(uncertainty) == .gsd {
      throw .optionsExclude("--draws", "--uncertainty gsd")
    }
    guard isDrawn || invocation(uncertainty) != nil else { return }
    let asked = isDrawn ? "--draws" : "--uncertainty"
    let others: [(isAsked: Bool, name: String)] = [
      (invocation(dimensions).contains(.sdg), "--by sdg"),
      (invocation(reconcile), "--reconcile"), (invocation(factors) != nil, "--factors"),
      (invocation(hourly), "--hourly"),
    ]
    if let other = others.first(where: \.isAsked) { throw .optionsExclude(asked, other.name) }
  }

  /// The year itself, or the sheet of it by goal.
  private static func year(
    _ footprint: Footprint, _ opened: YearRun, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> Report {
    let breakdowns = invocation(dimensions).compactMap {
      BreakdownDimension(rawValue: $0.rawValue)
    }
    let isByGoal = invocation(dimensions).contains(.sdg)
    // A terminal shows the year, and programs ask for what they need; pages show what is beside it.
    var surroundings = ReportSurroundings()
    let hasRoom = [.html, .md, .xlsx].contains(invocation.chosen(format))
    if hasRoom || isByGoal || invocation(whole) {
      var years = SurroundingYears(opened, invocation, context)
      surroundings = try years.all(scenario: invocation(scenario))
    }
    let log = opened.session.log
    if isByGoal {
      return GoalReport(
        footprint, log: log, breakdowns: breakdowns, surroundings: surroundings
      ).report()
    }
    let isDrawn = invocation(SharedOptions.draws) != nil
    let mode =
      invocation(uncertainty) ?? (hasRoom || invocation(whole) || isDrawn ? .shared : nil)
    var report = FootprintReport(
      footprint, log: log, breakdowns: breakdowns, surroundings: surroundings,
      uncertainty: mode,
      draws: SharedOptions.drawChoice(invocation),
      isIllustrated: invocation.chosen(format) == .html
    ).report()
    if invocation(whole) { report.tellEverywhere() }
    return report
  }

  private static func reading(named name: String, in run: Run) throws(CommandProblem) -> Reading {
    if let reading = run.catalog.reading(named: name) { return reading }
    throw .unknownReading(name, known: run.catalog.readings.map(\.identifier))
  }

  /// Down to the rows of files where a program or a spreadsheet reads it.
  private static func reconciliation(
    _ footprint: Footprint, _ readings: [Reading], _ session: Session, isWhole: Bool
  ) -> Report {
    var lines: [ReconciliationReport.Line] = []
    if isWhole {
      let filers = readings.map { Filer($0, footprint.run) }
      Tracer.lines(footprint.run, files: session.files, year: footprint.year) {
        lines += ReconciliationReport.lines(of: $0, filers)
      }
    }
    return ReconciliationReport(footprint, readings, log: session.log, lines: lines).report()
  }
}

/// The year a command works on.
enum YearChoice {
  static func year(_ asked: Int?, in run: Run) throws(CommandProblem) -> Int {
    if let asked {
      if run.years.contains(asked) { return asked }
      throw .noSuchYear(asked, known: run.years)
    }
    guard let latest = run.latestYear else { throw .nothingToReport }
    return latest
  }
}

/// Results never replace what they were made from.
enum OutputGuard {
  static func check(
    _ file: String?, _ session: Session, _ context: Context
  ) throws(CommandProblem) {
    guard let file, file != "-", let target = Directory.resolved(context.path(file)) else { return }
    let recipes = session.campus.imports.keys.sorted().map(ImportRecipes.name)
    let inputs = ["campus.yaml", CatalogLock.fileName] + session.files.map(\.name) + recipes
    for input in inputs where Directory.resolved(Directory.join(session.folder, input)) == target {
      throw .outputIsInput(file)
    }
    let folders =
      ["factors", ScenarioFolder.own].map { Directory.join(session.folder, $0) }
      + [session.data].compactMap(\.self).flatMap { data in
        ["EmissionFactors", ScenarioFolder.shipped, ProfileFolder.shipped].map {
          Directory.join(data, $0)
        }
      }
    for folder in folders {
      guard let folder = Directory.resolved(folder) else { continue }
      if target.hasPrefix(folder + "/") { throw .outputIsInput(file) }
    }
  }
}

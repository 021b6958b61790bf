import Footprint
import Inventory
import Reporting
import Scenarios

/// What is told beside a year in a page or a workbook: years before it, each under its own lock, and the
/// scenario that the campus names.
enum SurroundingYears {
  static func open(
    _ opened: YearRun, scenario: String?, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> ReportSurroundings {
    var plain = opened.session.lock == nil ? opened : nil
    /// A year as its own report tells it.
    func open(_ year: Int) throws(CommandProblem) -> YearRun {
      if year == opened.year { return opened }
      if let locked = try YearRun.open(lockedIn: year, invocation, context) { return locked }
      let run: YearRun
      if let known = plain { run = known } else { run = try unlocked(invocation, context) }
      plain = run
      return YearRun(session: run.session, run: run.run, year: year)
    }

    var surroundings = ReportSurroundings()
    surroundings.digest = LockFile.digest
    var runs: [Int: YearRun] = [:]
    // A report does not change when later years are counted.
    for year in opened.run.years where year <= opened.year {
      let known = try open(year)
      let footprint = known.run.footprint(year: year)
      surroundings.years.append(footprint)
      runs[year] = known
    }
    surroundings.changes = changes(opened, surroundings.years.filter(\.hasEmissions), runs)
    surroundings.outlook = try outlook(plain ?? opened, scenario: scenario, invocation, context)
    return surroundings
  }

  /// Where the scenario leads that was asked for, or that the campus names: with the factors of today.
  static func outlook(
    _ opened: YearRun, scenario: String?, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> Outlook? {
    guard let name = scenario ?? named(opened.session.campus) else { return nil }
    var known = opened
    if opened.session.lock != nil { known = try unlocked(invocation, context) }
    var session = known.session
    let scenarios = try ScenarioOpening.scenarios([name], &session, context)
    return try ScenarioOpening.outlooks(scenarios, known.run, &session).first
  }

  private static func named(_ campus: Campus) -> String? {
    campus.scenario.isEmpty ? nil : campus.scenario
  }

  /// The campus with the factors of today.
  private static func unlocked(
    _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> YearRun {
    var session = try Session.open(invocation, context)
    let run = session.run(duplicates: .firstRows)
    return YearRun(session: session, run: run, year: run.latestYear ?? 0)
  }

  /// Since the year before, and since the base year.
  private static func changes(
    _ opened: YearRun, _ years: [Footprint], _ runs: [Int: YearRun]
  ) -> [YearComparison] {
    guard let place = years.firstIndex(where: { $0.year == opened.year }), place > 0 else {
      return []
    }
    var earlier = [years[place - 1]]
    if let base = opened.session.campus.baseYear,
      let footprint = years[..<place].first(where: { $0.year == base }), base != earlier[0].year
    {
      earlier.append(footprint)
    }
    let now = ComparableYear(years[place], files: opened.session.files)
    return earlier.map { footprint in
      let files = runs[footprint.year]?.session.files ?? opened.session.files
      return YearComparison(ComparableYear(footprint, files: files), now)
    }
  }
}

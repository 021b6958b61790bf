import Footprint
import Inventory
import Reporting
import Scenarios

/// What is told beside a year in a page or a workbook: years before it, each under its own lock, and the
/// scenario that the campus names.
struct SurroundingYears {
  private let opened: YearRun
  private let invocation: Invocation
  private let context: Context
  /// The campus with the factors of today.
  private var plain: YearRun?
  /// The lines of all its years, read when they are first needed.
  private var lines: YearLines?
  private var locked: [Int: YearRun] = [:]

  init(_ opened: YearRun, _ invocation: Invocation, _ context: Context) {
    self.opened = opened
    self.invocation = invocation
    self.context = context
    plain = opened.session.lock == nil ? opened : nil
  }

  /// Everything, with the trajectory of a scenario where one is named.
  mutating func all(scenario: String?) throws(CommandProblem) -> ReportSurroundings {
    var surroundings = ReportSurroundings()
    surroundings.digest = LockFile.digest
    // A report does not change when later years are counted.
    for year in opened.run.years where year <= opened.year {
      surroundings.years.append(try run(of: year).run.footprint(year: year))
    }
    surroundings.changes = try changes(surroundings.years.filter(\.hasEmissions))
    surroundings.outlook = try outlook(scenario: scenario)
    return surroundings
  }

  /// Where the scenario leads that was asked for, or that the campus names: with the factors of today.
  mutating func outlook(scenario: String?) throws(CommandProblem) -> Outlook? {
    let named = opened.session.campus.scenario
    guard let name = scenario ?? (named.isEmpty ? nil : named) else { return nil }
    var session = try today().session
    let scenarios = try ScenarioOpening.scenarios([name], &session, context)
    return try ScenarioOpening.outlooks(scenarios, try linesOfToday(), &session).first
  }

  /// A year as its own report tells it.
  private mutating func run(of year: Int) throws(CommandProblem) -> YearRun {
    if year == opened.year { return opened }
    if let found = try YearRun.open(lockedIn: year, invocation, context) {
      locked[year] = found
      return found
    }
    return try today()
  }

  private mutating func today() throws(CommandProblem) -> YearRun {
    if let plain { return plain }
    var session = try Session.open(invocation, context)
    let run = session.run(duplicates: .firstRows)
    let found = YearRun(session: session, run: run, year: run.latestYear ?? 0)
    plain = found
    return found
  }

  private mutating func linesOfToday() throws(CommandProblem) -> YearLines {
    if let lines { return lines }
    let run = try today()
    let found = YearLines(run.run, files: run.session.files, years: run.run.years)
    lines = found
    return found
  }

  private mutating func comparable(_ footprint: Footprint) throws(CommandProblem) -> ComparableYear
  {
    let year = footprint.year
    let own = locked[year] ?? (year == opened.year && opened.session.lock != nil ? opened : nil)
    if let own {
      return ComparableYear(
        footprint, YearLines(own.run, files: own.session.files, years: [year]))
    }
    return ComparableYear(footprint, try linesOfToday())
  }

  /// Since the year before, and since the base year.
  private mutating func changes(
    _ years: [Footprint]
  ) throws(CommandProblem) -> [YearComparison] {
    guard let place = years.firstIndex(where: { $0.year == opened.year }), place > 0 else {
      return []
    }
    var earlier = [years[place - 1]]
    if let base = opened.session.campus.baseYear,
      let footprint = years[..<place].first(where: { $0.year == base }), base != earlier[0].year
    {
      earlier.append(footprint)
    }
    let now = try comparable(years[place])
    var changes: [YearComparison] = []
    for footprint in earlier { changes.append(YearComparison(try comparable(footprint), now)) }
    return changes
  }
}

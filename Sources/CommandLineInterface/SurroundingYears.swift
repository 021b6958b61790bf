import Diagnostics
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
    var unlocked: [Int] = []
    for year in opened.run.years where year <= opened.year {
      if let run = try run(of: year) {
        surroundings.years.append(run.run.footprint(year: year))
      } else {
        unlocked.append(year)
      }
    }
    surroundings.notes = leftOut(unlocked, scenario: scenario)
    surroundings.changes = try changes(surroundings.years.filter(\.hasEmissions))
    surroundings.outlook = try outlook(scenario: scenario)
    return surroundings
  }

  /// Where the scenario leads that was asked for, or that the campus names: with the factors of today, on
  /// which no locked year rests unless it is asked to.
  mutating func outlook(scenario: String?) throws(CommandProblem) -> Outlook? {
    let named = isLocked ? "" : opened.session.campus.scenario
    guard let name = scenario ?? (named.isEmpty ? nil : named) else { return nil }
    var session = try today().session
    let scenarios = try ScenarioOpening.scenarios([name], &session, context)
    return try ScenarioOpening.outlooks(scenarios, try linesOfToday(), &session).first
  }

  /// The report of a locked year rests on nothing that is not locked.
  private var isLocked: Bool { opened.session.lock != nil }

  /// A year as its own report tells it; nil for one that a locked year is not shown beside.
  private mutating func run(of year: Int) throws(CommandProblem) -> YearRun? {
    if year == opened.year { return opened }
    if let found = try YearRun.open(lockedIn: year, invocation, context) {
      locked[year] = found
      return found
    }
    return isLocked ? nil : try today()
  }

  private func leftOut(_ years: [Int], scenario: String?) -> [Text] {
    var notes: [Text] = []
    if !years.isEmpty {
      let list = years.map { String($0) }.joined(separator: ", ")
      notes.append(
        Text(
          fr: "Année verrouillée : à côté d'elle ne sont que des années verrouillées, donc pas "
            + "\(list).",
          en: "Locked year: beside it stand locked years only, and so not \(list)."))
    }
    if isLocked, scenario == nil, !opened.session.campus.scenario.isEmpty {
      let name = opened.session.campus.scenario
      notes.append(
        Text(
          fr:
            "Une trajectoire repose sur les facteurs d'aujourd'hui : `--scenario \(name)` l'ajoute.",
          en: "A trajectory rests on the factors of today: `--scenario \(name)` adds it."))
    }
    return notes
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
    // Later years are not this report's business, nor that of its trajectory.
    let years = run.run.years.filter { $0 <= opened.year }
    let found = YearLines(run.run, files: run.session.files, years: years)
    lines = found
    return found
  }

  private mutating func comparable(_ footprint: Footprint) throws(CommandProblem) -> ComparableYear
  {
    let year = footprint.year
    let own = locked[year] ?? (year == opened.year && isLocked ? opened : nil)
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

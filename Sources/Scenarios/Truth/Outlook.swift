public import Diagnostics
public import Footprint
import Inventory

/// A scenario's targets, each with what it really leads to.
public struct Outlook: Sendable {
  /// A target, and the figures it begins with or why there are none.
  public struct Entry: Sendable {
    public let target: Target
    public let truth: Result<TargetTruth, YearFigures.Gap>
    /// The years that were counted after the base year, and their figures.
    public let observed: [(year: Int, amount: Double)]
    /// Where the plan leads for what the target is about; nil without a plan that starts in the
    /// target's base year.
    public let plan: Trajectory?

    /// The latest of them: "now" is never the clock's.
    public var now: (year: Int, amount: Double)? { observed.last }
  }

  public let scenario: Scenario
  /// The base year of the scenario; nil when nothing says it.
  public let start: Int?
  public let run: Run
  public let entries: [Entry]
  /// What its measures do; nil when it has none, or when the base year has no footprint to start
  /// from.
  public let plan: Plan?
  /// What the plan does to the resources that the base year tells.
  public let resources: (told: [PlanResource], gaps: [YearFigures.Gap])
  /// How the base year is no longer what it was.
  public let baseMoves: [BaseMove]
  /// How much in the plan is doubtful.
  public let doubts: Int
  /// Why there is no plan, where there should be one.
  public let gap: YearFigures.Gap?

  /// Looks at a scenario from what a campus has counted; what is wrong with its plan goes to the log.
  ///
  /// `locked` is what a year was locked at, in tCO2e.
  public init(
    _ scenario: Scenario, _ lines: YearLines, locked: (Int) -> Double? = { _ in nil },
    log: inout FindingLog
  ) {
    let run = lines.run
    self.scenario = scenario
    self.run = run
    let before = log.count(of: .warning)
    var years = CountedYears(lines)
    let base = scenario.base ?? run.campus.baseYear ?? years.firstWithFootprint
    start = base
    if let base { Self.check(scenario, after: base, log: &log) }
    if scenario.hasPlan {
      let figures = base.map { years.figures(of: $0) }
      switch figures?.amount(of: Subject()) ?? .failure(.noBase) {
      case .success:
        let plan = figures.flatMap { Plan(scenario, $0, log: &log) }
        self.plan = plan
        resources = figures.flatMap { plan?.resources($0) } ?? ([], [])
        gap = nil
      case .failure(let reason):
        plan = nil
        resources = ([], [])
        gap = reason
      }
    } else {
      plan = nil
      resources = ([], [])
      gap = nil
    }
    doubts = log.count(of: .warning) - before
    let plan = self.plan
    baseMoves = Self.moves(scenario, base, &years, locked)
    entries = scenario.targets.map { target in
      guard let start = target.base ?? base else {
        return Entry(target: target, truth: .failure(.noBase), observed: [], plan: nil)
      }
      let amounts = Self.amounts(of: target, in: start, &years)
      let truth = amounts.map {
        TargetTruth(target, base: start, amounts: $0, horizon: scenario.horizon)
      }
      return Entry(
        target: target, truth: truth, observed: years.observed(after: start, of: target.subject),
        plan: plan?.base == start ? plan?.trajectory(of: target.subject) : nil)
    }
  }

  private static func moves(
    _ scenario: Scenario, _ base: Int?, _ years: inout CountedYears, _ locked: (Int) -> Double?
  ) -> [BaseMove] {
    var moves: [BaseMove] = []
    for target in scenario.targets {
      guard let stated = target.baseAmount, let start = target.base ?? base,
        case .success(let now) = years.figures(of: start).amount(of: target.subject),
        BaseMove.isMoved(stated, now)
      else { continue }
      moves.append(.statedByTarget(target, year: start, stated: stated, now: now))
    }
    guard let base else { return moves }
    let figures = years.figures(of: base)
    guard case .success(let now) = figures.amount(of: Subject()) else { return moves }
    if let before = locked(base), BaseMove.isMoved(before, now) {
      moves.append(.sinceLock(year: base, locked: before, now: now))
    }
    if let latest = years.observed(after: base, of: Subject()).last,
      let move = BaseMove.perimeter(figures, years.figures(of: latest.year))
    {
      moves.append(move)
    }
    return moves
  }

  /// Where its first pledge leads, or else its first target that has a path of tonnes.
  public var pledgedPath: Trajectory? {
    let pledged = entries.filter { $0.target.isPledge } + entries
    for entry in pledged {
      guard case .success(let truth) = entry.truth, entry.target.subject == Subject() else {
        continue
      }
      if let path = truth.trajectory { return path }
    }
    return nil
  }

  /// The base year may come from elsewhere than the file: its years are held against it here.
  private static func check(_ scenario: Scenario, after base: Int, log: inout FindingLog) {
    func check(_ year: Int?, _ start: Int, _ place: Location, _ subject: String) {
      guard let year, year <= start else { return }
      log.add(
        Finding(
          ScenarioFindings.yearsOutOfOrder, at: place,
          [.init("year", String(year)), .init("before", String(start))]), subject: subject)
    }
    check(scenario.horizon, base, scenario.place, "horizon")
    for target in scenario.targets {
      let start = target.base ?? base
      check(target.goal, start, target.location, target.identifier)
      check(target.budget?.through, start, target.location, target.identifier)
      for part in target.parts {
        guard case .pieces(let pieces) = part.course else { continue }
        check(pieces.compactMap(\.until).min(), start, target.location, target.identifier)
      }
    }
  }

  /// What each part of a target begins with.
  private static func amounts(
    of target: Target, in year: Int, _ years: inout CountedYears
  ) -> Result<[Double], YearFigures.Gap> {
    for part in target.parts {
      // Before its first year a series stands for nothing.
      if case .index = part.course, part.course.value(in: year, from: 1, at: year) == nil {
        return .failure(.seriesWithoutBase(year))
      }
    }
    if let amount = target.baseAmount { return .success([amount]) }
    let figures = years.figures(of: year)
    var amounts: [Double] = []
    for part in target.parts {
      switch figures.amount(of: target.subject, posts: part.posts) {
      case .success(let amount): amounts.append(amount)
      // One part of several may have nothing; together they must make the whole.
      case .failure(.nothingCounted) where target.parts.count > 1: amounts.append(0)
      case .failure(let gap): return .failure(gap)
      }
    }
    let whole = figures.amount(of: target.subject)
    if target.parts.isEmpty { return whole.map { [$0] } }
    if case .success(let whole) = whole,
      abs(amounts.reduce(0, +) - whole) > 1e-9 * max(1, abs(whole))
    {
      return .failure(.partsDoNotAddUp(year))
    }
    return .success(amounts)
  }
}

/// The years of a run, each looked at when it is first asked about.
private struct CountedYears {
  private let lines: YearLines
  private var known: [Int: YearFigures] = [:]
  private var run: Run { lines.run }

  init(_ lines: YearLines) { self.lines = lines }

  mutating func figures(of year: Int) -> YearFigures {
    if let figures = known[year] { return figures }
    let figures = YearFigures(lines, year: year)
    known[year] = figures
    return figures
  }

  /// The first year that has a footprint.
  var firstWithFootprint: Int? {
    run.years.first { year in
      let footprint = run.footprint(year: year)
      return !footprint.isResourcesOnly && !footprint.items.isEmpty
    }
  }

  /// The years after one with a figure of this sort.
  mutating func observed(after start: Int, of subject: Subject) -> [(year: Int, amount: Double)] {
    var observed: [(year: Int, amount: Double)] = []
    for year in run.years where year > start {
      if case .success(let amount) = figures(of: year).amount(of: subject) {
        observed.append((year, amount))
      }
    }
    return observed
  }
}

/// Years that were counted, held against a target.
public struct Follow: Sendable {
  /// One of them.
  public struct Year: Sendable {
    public let year: Int
    public let observed: Double
    public let target: Double
    /// What was emitted beyond the target, in this and all counted years before it.
    public let overshoot: Double

    /// How far it is above the target; below zero when it is under it.
    public var gap: Double { observed - target }
  }

  public let years: [Year]
  /// What the target leaves for the years after the latest one, less what was emitted beyond it.
  public let budgetLeft: Double?
  /// The compound rate at which the years to the horizon stay within that; nil when it is spent.
  public let catchUp: Double?

  /// The counted years of a target; nil when there is none, or when it has no figure for them.
  public init?(_ entry: Outlook.Entry, horizon: Int) {
    guard case .success(let truth) = entry.truth else { return nil }
    var years: [Year] = []
    var overshoot = 0.0
    for (year, amount) in entry.observed {
      guard let target = truth.remaining(in: year) else { continue }
      overshoot += amount - target
      years.append(.init(year: year, observed: amount, target: target, overshoot: overshoot))
    }
    guard let last = years.last else { return nil }
    self.years = years
    guard entry.target.subject.divisor == nil, last.year < horizon,
      let future = truth.trajectory?.cumulative(from: last.year + 1, through: horizon)
    else {
      budgetLeft = nil
      catchUp = nil
      return
    }
    let left = future - overshoot
    budgetLeft = left
    catchUp = CatchUp.compound(now: last.observed, budget: left, years: horizon - last.year)
  }
}

/// Whether a target is met, for use in a pipeline.
public enum Verdict: Hashable, Sendable {
  case met
  /// The latest year that was counted is above it.
  case missedByObserved(year: Int)
  /// The plan is above it, in this year first.
  case missedByPlan(year: Int)
  /// The years add up to more than the budget.
  case budgetExceeded
  case notComputable(YearFigures.Gap)
  /// Nothing is there to be held against it: no later year, and no plan.
  case nothingToCompare

  /// The verdict on a target of an outlook.
  public init(_ entry: Outlook.Entry, _ scenario: Scenario) {
    switch entry.truth {
    case .failure(let gap): self = .notComputable(gap)
    case .success(let truth):
      // The years that tables show, and those that decide.
      let years = Set(scenario.milestones + [scenario.horizon, truth.goal])
      self = Self.verdict(entry, truth, years.filter { $0 > truth.base.year }.sorted())
    }
  }

  private static func verdict(
    _ entry: Outlook.Entry, _ truth: TargetTruth, _ milestones: [Int]
  ) -> Verdict {
    // What decimals cannot hold is no miss.
    func isAbove(_ value: Double, _ limit: Double) -> Bool { value > limit * (1 + 1e-9) + 1e-9 }
    var isCompared = false
    if let now = entry.now, let target = truth.remaining(in: now.year) {
      isCompared = true
      if isAbove(now.amount, target) { return .missedByObserved(year: now.year) }
    }
    if let plan = entry.plan {
      for year in milestones {
        guard let value = plan[year], let target = truth.remaining(in: year) else { continue }
        isCompared = true
        if isAbove(value, target) { return .missedByPlan(year: year) }
      }
    }
    if let budget = entry.target.budget, let path = entry.plan ?? truth.trajectory {
      guard let sum = path.cumulative(through: budget.through) else {
        return .nothingToCompare
      }
      isCompared = true
      if isAbove(sum, budget.amount) { return .budgetExceeded }
    }
    return isCompared ? .met : .nothingToCompare
  }
}

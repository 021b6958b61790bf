/// Whether a target is met, for use in a pipeline.
public enum Verdict: Hashable, Sendable {
  case met
  /// The latest year that was counted is above it.
  case missedByObserved(year: Int)
  /// The plan is above it, in this year first.
  case missedByPlan(year: Int)
  /// The years add up to more than the budget.
  case budgetExceeded
  /// The plan says nothing about the year that decides.
  case planEndsBefore(Int)
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
    // What decimals cannot hold is no miss; what is no number at all is one.
    func isAbove(_ value: Double, _ limit: Double) -> Bool { !(value <= limit * (1 + 1e-9) + 1e-9) }
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
    if let plan = entry.plan, plan.end < truth.goal { return .planEndsBefore(truth.goal) }
    if let budget = entry.target.budget {
      guard let use = entry.use(of: budget.amount, through: budget.through) else {
        return entry.plan == nil ? .nothingToCompare : .planEndsBefore(budget.through)
      }
      isCompared = true
      if isAbove(use.total, budget.amount) { return .budgetExceeded }
    }
    return isCompared ? .met : .nothingToCompare
  }
}

extension Outlook {
  /// Whether the plan of this scenario meets a target, of its own or of another scenario of the same
  /// campus; what was counted is the same for both, and left out.
  public func verdict(on entry: Entry) -> Verdict {
    let start: Int?
    if case .success(let truth) = entry.truth { start = truth.base.year } else { start = nil }
    let path = plan?.base == start ? plan?.trajectory(of: entry.target.subject) : nil
    return Verdict(
      Entry(target: entry.target, truth: entry.truth, observed: [], plan: path),
      scenario)
  }
}

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

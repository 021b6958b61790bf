public import Diagnostics

/// What a target really leads to, in figures.
public struct TargetTruth: Sendable {
  /// The share of the base year that conventions of net zero allow to remain.
  public static let residualShare = 0.1
  /// The rate of the absolute contraction that pledges are compared with.
  public static let contraction = 0.042
  /// Nobody plans further; a level that is not reached by then is not reached.
  static let lastYear = 2300

  public let label: Text
  /// The words of whoever made the pledge.
  public let quotation: String?
  /// The year that the pledge names, or the horizon.
  public let goal: Int
  /// The year it is measured from, and the figure of that year.
  public let base: (year: Int, amount: Double)
  public let horizon: Int
  /// What each part begins with, and how it goes on.
  private let parts: [(course: Course, amount: Double)]
  /// Where it leads, year by year; nil for steps and budgets, which leave years open.
  public let trajectory: Trajectory?

  /// A target that begins with these amounts, one a part.
  public init(_ target: Target, base year: Int, amounts: [Double], horizon: Int) {
    label = target.label
    quotation = target.provenance.quotation
    // What a target says beyond the horizon is what it is about.
    goal = target.goal ?? max(horizon, target.parts.compactMap(\.course.lastYear).max() ?? horizon)
    self.horizon = horizon
    let parts = zip(target.parts, amounts).map { (course: $0.course, amount: $1) }
    self.parts = parts
    base = (year, amounts.reduce(0, +))
    let values = (year...Self.lastYear).map { Self.remaining(parts, $0, year) }
    let known = values.compactMap(\.self)
    trajectory =
      known.count == values.count ? Trajectory(start: year, values: known) : nil
  }

  /// A path that was computed, through the horizon.
  public init(_ label: Text, _ trajectory: Trajectory, horizon: Int) {
    self.label = label
    quotation = nil
    goal = horizon
    self.horizon = horizon
    parts = []
    base = (trajectory.start, trajectory[trajectory.start] ?? 0)
    self.trajectory = trajectory
  }

  /// What remains in a year; nil where nothing is said about it.
  public func remaining(in year: Int) -> Double? {
    parts.isEmpty ? trajectory?[year] : Self.remaining(parts, year, base.year)
  }

  /// What would remain, had the base year been so many times what was counted.
  func remaining(in year: Int, baseScaledBy scale: Double) -> Double? {
    Self.remaining(parts.map { ($0.course, $0.amount * scale) }, year, base.year)
  }

  private static func remaining(
    _ parts: [(course: Course, amount: Double)], _ year: Int, _ start: Int
  ) -> Double? {
    var sum = 0.0
    for part in parts {
      guard let value = part.course.value(in: year, from: part.amount, at: start) else {
        return nil
      }
      sum += value
    }
    return parts.isEmpty ? nil : sum
  }

  /// What conventions allow to remain.
  public var residualAllowed: Double { base.amount * Self.residualShare }

  /// The first year in which at most this share of the base year remains.
  public func year(leaving share: Double) -> Int? {
    trajectory?.firstYear(atMost: base.amount * share)
  }

  /// The constant rates from the base year to what conventions allow, in a year.
  public func required(by year: Int) -> RequiredRate? {
    RequiredRate(from: base.amount, to: residualAllowed, years: year - base.year)
  }

  /// The same from a later year and what was counted in it.
  public func required(from now: (year: Int, amount: Double), by year: Int) -> RequiredRate? {
    RequiredRate(from: now.amount, to: residualAllowed, years: year - now.year)
  }

  /// What is emitted from the base year through the horizon, both included.
  public var cumulative: Double? { trajectory?.cumulative(through: horizon) }

  /// The straight line from the base year to what conventions allow at the horizon.
  public var straightLine: Trajectory {
    Trajectory(
      .pieces([.init(.reach(.share(Self.residualShare), .linear), until: horizon)]),
      from: base.amount, at: base.year, through: horizon)
  }

  /// The line that takes 4.2 % of the base year off every year.
  public var contractionLine: Trajectory {
    Trajectory(
      .pieces([.init(.rate(Self.contraction, .linear))]), from: base.amount, at: base.year,
      through: Self.lastYear)
  }

  /// The year in which it has emitted all that the contraction line ever will.
  public var yearSpendingContraction: Int? {
    contractionLine.cumulative(through: Self.lastYear).flatMap { trajectory?.yearSpending($0) }
  }
}

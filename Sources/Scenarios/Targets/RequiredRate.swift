/// The constant rates that lead from one value to another.
public struct RequiredRate: Hashable, Sendable {
  /// Of the year before; nil when there is none, as to zero.
  public let compound: Double?
  /// Of the first year.
  public let linear: Double
  /// The same amount every year.
  public let amountPerYear: Double

  /// From one value to a lower one in so many years; nil when there is nothing to reduce or no time.
  public init?(from value: Double, to goal: Double, years: Int) {
    guard value > 0, goal >= 0, goal <= value, years > 0 else { return nil }
    compound = goal > 0 ? 1 - Exponential.power(goal / value, 1 / Double(years)) : nil
    linear = (value - goal) / value / Double(years)
    amountPerYear = (value - goal) / Double(years)
  }
}

public import Diagnostics

/// What grows or shrinks by itself, and activities with it: people, floor area, a budget.
public struct Driver: Sendable {
  public let identifier: String
  public internal(set) var label: Text
  /// Straight between the years it names; its last value holds.
  public internal(set) var values: [Int: Double]
  /// The same share every year, in place of values; 0.005 for 0.5 %.
  public internal(set) var growth: Double?
  public internal(set) var selector = Selector()
  /// 1 when an activity follows in full, 0.5 when half of it is fixed.
  public internal(set) var elasticity = 1.0
  /// How far it may be off at the horizon, as a 95 % half-width; the base year is known.
  public internal(set) var halfWidth = 0.0
  public internal(set) var provenance = Provenance()
  public let location: Location

  /// What an activity that follows it is multiplied by in a year.
  func factor(in year: Int, since base: Int) -> Double {
    let ratio: Double
    if let growth {
      ratio = Exponential.power(1 + growth, Double(year - base))
    } else if let first = Course.interpolated(values, in: base), first > 0,
      let value = Course.interpolated(values, in: year)
    {
      ratio = value / first
    } else {
      return 1
    }
    return elasticity == 1 ? ratio : Exponential.power(ratio, elasticity)
  }
}

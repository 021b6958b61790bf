public import Diagnostics

/// What is emitted for a unit of an activity over the years: a mix that others change.
public struct FactorPath: Sendable {
  public let identifier: String
  public internal(set) var label: Text
  public internal(set) var values: [Int: Double]
  public internal(set) var selector = Selector()
  /// True when it is told among the measures, with a share of what is saved.
  public internal(set) var isMeasure = false
  /// How far it may be off at the horizon, as a 95 % half-width; the base year is known.
  public internal(set) var halfWidth = 0.0
  public internal(set) var provenance = Provenance()
  public let location: Location

  /// What the factor of the base year is multiplied by.
  func factor(in year: Int, since base: Int) -> Double {
    guard let first = Course.interpolated(values, in: base), first > 0,
      let value = Course.interpolated(values, in: year)
    else { return 1 }
    return value / first
  }
}

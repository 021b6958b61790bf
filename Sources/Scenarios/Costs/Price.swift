public import Diagnostics
public import Quantities

/// What a unit of an activity costs over the years.
public struct Price: Sendable {
  public let identifier: String
  public internal(set) var label: Text
  /// Straight between the years it names; the first holds before, the last after.
  public internal(set) var values: [Int: Double]
  public internal(set) var selector = Selector()
  /// What is paid, and for one of what.
  public internal(set) var currency: Unit
  public internal(set) var per: Unit
  public internal(set) var provenance = Provenance()
  public let location: Location

  func amount(in year: Int) -> Double {
    if let value = Course.interpolated(values, in: year) { return value }
    return values.keys.min().flatMap { values[$0] } ?? 0
  }

  /// How many of what it is for one unit of a line is; nil for a line it says nothing about.
  func ratio(to line: PlanLine) -> Double? {
    guard selector.selects(line), let ratio = line.unit.conversion(to: per) else { return nil }
    return Double(ratio.numerator) / Double(ratio.denominator)
  }

  /// Money is its own price.
  static func ofMoney(_ currency: Unit) -> Price {
    Price(
      identifier: "", label: Text(same: ""), values: [0: 1], currency: currency, per: currency,
      location: Location(file: ""))
  }
}

public import Quantities

/// The days that the rows of a meter say something about.
public struct MeterCoverage: Sendable {
  /// The meter, as files name it.
  public let meter: String
  /// What it counts, as a place in the catalogue's activities.
  public let activity: Int32
  /// Disjoint, in order, the ends excluded.
  let covered: [(start: Int32, end: Int32)]

  /// How many days of a period are covered.
  public func days(in period: Period) -> Int {
    covered.reduce(0) { sum, part in
      let start = max(part.start, period.start.dayNumber)
      return sum + max(0, Int(min(part.end, period.end.dayNumber)) - Int(start))
    }
  }
}

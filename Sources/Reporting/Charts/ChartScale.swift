/// Turns values into places along one direction of the picture.
struct ChartScale: Sendable {
  let low: Double
  let high: Double
  /// Where the lowest value stands.
  let start: Double
  /// Where the highest value stands.
  let end: Double

  /// The place of a value; what is beyond the ends stops there.
  func place(_ value: Double) -> Double {
    let span = high - low
    guard span > 0, value.isFinite else { return start }
    let share = min(max((value - low) / span, 0), 1)
    return start + share * (end - start)
  }
}

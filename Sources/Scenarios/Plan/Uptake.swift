/// How far a measure has got, year by year: from 0, before it begins, to 1.
public struct Uptake: Hashable, Sendable {
  /// How it goes up.
  public enum Shape: String, CaseIterable, Sendable {
    case linear
    /// All at once, when the ramp is over.
    case step
    /// Slowly at both ends, and exactly 0 and 1 there: 3x² − 2x³.
    case smooth
  }

  /// What becomes of it after its last year.
  public enum After: String, CaseIterable, Sendable {
    case keep, stop
  }

  /// The first year of the ramp.
  public var start: Int
  /// Years that pass before it has any effect.
  public var lag = 0
  /// How many years it takes; the first one counts.
  public var ramp = 1
  public var shape = Shape.linear
  /// Its last year; nil when it goes on for good.
  public var end: Int?
  public var after = After.keep

  /// All at once, for good.
  public init(start: Int) { self.start = start }

  /// The part that is done in a year.
  public func share(in year: Int) -> Double {
    if let end, year > end {
      return after == .stop ? 0 : share(in: end)
    }
    let done = Double(year - (start + lag) + 1) / Double(max(1, ramp))
    let part = min(1, max(0, done))
    switch shape {
    case .linear: return part
    case .step: return part < 1 ? 0 : 1
    case .smooth: return part * part * (3 - 2 * part)
    }
  }
}

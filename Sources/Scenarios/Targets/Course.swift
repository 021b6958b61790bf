/// How a target goes from the value of its base year to that of any later year.
public enum Course: Hashable, Sendable {
  /// What a rate is a part of.
  ///
  /// "3 % a year" is two different things, and the difference is as large as the goal.
  public enum Method: String, CaseIterable, Sendable {
    /// Of the year before: never zero.
    case compound
    /// Of the year that the piece begins in: the same amount every year, then zero.
    case linear
  }

  /// A stretch of years.
  public struct Piece: Hashable, Sendable {
    /// How it goes.
    public enum Way: Hashable, Sendable {
      /// 0.03 is 3 % a year.
      case rate(Double, Method)
      /// To a level, at the end of the stretch.
      case reach(Level, Method)
    }

    public let way: Way
    /// Its last year; nil when it goes on for good.
    public let until: Int?

    /// A stretch of years that goes one way.
    public init(_ way: Way, until: Int? = nil) {
      self.way = way
      self.until = until
    }
  }

  /// Stretches, one after the other; what the last one leads to holds from then on.
  case pieces([Piece])
  /// Levels from their years on; nothing is asked before the first.
  case steps([Int: Level])
  /// In proportion to a series: the pace of a sector or of a country. Between its years it goes
  /// straight, and its last value holds.
  case index([Int: Double])

  /// The last year that it names to reach something in; nil where it names none.
  var lastYear: Int? {
    switch self {
    case .pieces(let pieces):
      pieces.compactMap { piece in
        if case .reach = piece.way { return piece.until }
        return nil
      }.max()
    case .steps(let steps): steps.keys.max()
    case .index: nil
    }
  }

  /// The value of a year; nil where the course says nothing about it.
  public func value(in year: Int, from base: Double, at start: Int) -> Double? {
    guard year >= start else { return nil }
    switch self {
    case .pieces(let pieces): return Self.value(of: pieces, in: year, from: base, at: start)
    case .steps(let steps):
      let last = steps.keys.filter { $0 <= year }.max()
      return last.flatMap { steps[$0] }.map { $0.value(of: base) }
    case .index(let values):
      guard let first = Self.interpolated(values, in: start), first > 0,
        let value = Self.interpolated(values, in: year)
      else { return nil }
      return base * value / first
    }
  }

  private static func value(
    of pieces: [Piece], in year: Int, from base: Double, at start: Int
  ) -> Double {
    var (value, begin) = (base, start)
    for piece in pieces {
      let end = min(year, piece.until ?? year)
      if end > begin {
        value = Self.value(of: piece, from: value, of: base, years: end - begin, begin: begin)
        begin = end
      }
      if begin == year { return value }
    }
    return value
  }

  private static func value(
    of piece: Piece, from value: Double, of base: Double, years: Int, begin: Int
  ) -> Double {
    switch piece.way {
    case .rate(let rate, .compound): return value * power(1 - rate, years)
    case .rate(let rate, .linear): return max(0, value * (1 - rate * Double(years)))
    case .reach(let level, let method):
      let goal = level.value(of: base)
      // A stretch without an end has nowhere to reach: the reader refuses it.
      let length = (piece.until ?? begin + years) - begin
      guard length > 0 else { return goal }
      if years == length { return goal }
      switch method {
      case .linear: return value + (goal - value) * Double(years) / Double(length)
      case .compound:
        guard value > 0 else { return goal }
        return value * Exponential.power(goal / value, Double(years) / Double(length))
      }
    }
  }

  /// By whole years: the same digits wherever it is computed.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }

  /// Straight between the years of a series; nil before the first.
  static func interpolated(_ values: [Int: Double], in year: Int) -> Double? {
    if let value = values[year] { return value }
    guard let before = values.keys.filter({ $0 < year }).max(), let first = values[before] else {
      return nil
    }
    guard let after = values.keys.filter({ $0 > year }).min(), let last = values[after] else {
      return first
    }
    return first + (last - first) * Double(year - before) / Double(after - before)
  }
}

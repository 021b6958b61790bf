/// A value for every year, from a first year on.
public struct Trajectory: Hashable, Sendable {
  public let start: Int
  public let values: [Double]

  /// Values from a year on.
  public init(start: Int, values: [Double]) {
    self.start = start
    self.values = values
  }

  /// What a course leads to; it ends where the course says nothing.
  public init(_ course: Course, from base: Double, at start: Int, through end: Int) {
    self.start = start
    var values: [Double] = []
    for year in start...max(start, end) {
      guard let value = course.value(in: year, from: base, at: start) else { break }
      values.append(value)
    }
    self.values = values
  }

  public var end: Int { start + values.count - 1 }

  /// The value of a year, if there is one.
  public subscript(year: Int) -> Double? {
    year >= start && year <= end ? values[year - start] : nil
  }

  /// The plain sum of the years through this one, both ends included; nil when some are missing.
  public func cumulative(from first: Int? = nil, through last: Int) -> Double? {
    let first = first ?? start
    guard first >= start, last <= end, first <= last else { return nil }
    return values[(first - start)...(last - start)].reduce(0, +)
  }

  /// The first year that is at or below a level.
  public func firstYear(atMost level: Double) -> Int? {
    // What decimals cannot hold must not cost a year: −50 % of 4 784 t is 2 392 t.
    values.firstIndex { $0 <= level * (1 + 1e-12) }.map { start + $0 }
  }

  /// The year in which the sum from the beginning goes beyond a budget.
  public func yearSpending(_ budget: Double) -> Int? {
    var sum = 0.0
    for (place, value) in values.enumerated() {
      sum += value
      if sum > budget * (1 + 1e-12) { return start + place }
    }
    return nil
  }
}

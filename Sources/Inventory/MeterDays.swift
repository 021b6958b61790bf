/// A row of a meter, and where it stands.
struct MeterSighting {
  var file: Int32
  var line: ActivityLine

  func isBefore(_ other: MeterSighting) -> Bool {
    (file, line.lineNumber) < (other.file, other.line.lineNumber)
  }
}

/// The days that rows of a meter cover, whatever order the rows come in.
struct MeterDays {
  /// Days side by side, the end excluded, and the row they begin with.
  typealias Interval = (start: Int32, end: Int32, first: MeterSighting)

  /// Disjoint, in order.
  private(set) var covered: [Interval] = []
  /// Days that more than one row covers, as often as there is one more.
  private(set) var coveredTwice = 0
  private(set) var firstOverlap: MeterSighting?

  mutating func cover(_ sighting: MeterSighting) {
    let shared = add((sighting.line.start, sighting.line.end, sighting))
    guard shared > 0 else { return }
    coveredTwice += shared
    if firstOverlap.map({ sighting.isBefore($0) }) ?? true { firstOverlap = sighting }
  }

  /// Adds an interval; how many of its days were there already.
  private mutating func add(_ interval: Interval) -> Int {
    var (start, end) = (interval.start, interval.end)
    var low = covered.startIndex
    var high = covered.endIndex
    while low < high {
      let middle = (low + high) / 2
      if covered[middle].end < start { low = middle + 1 } else { high = middle }
    }
    var last = low
    var shared: Int32 = 0
    var begins = interval.first
    while last < covered.count, covered[last].start <= end {
      let (from, to) = (covered[last].start, covered[last].end)
      shared += max(0, min(to, interval.end) - max(from, interval.start))
      if from <= start {
        if from < start || covered[last].first.isBefore(begins) { begins = covered[last].first }
        start = from
      }
      end = max(end, to)
      last += 1
    }
    covered.replaceSubrange(low..<last, with: [(start, end, begins)])
    return Int(shared)
  }

  /// The days of both.
  func union(_ other: MeterDays) -> [Interval] {
    if other.covered.isEmpty { return covered }
    if covered.isEmpty { return other.covered }
    var all = self
    for interval in other.covered { _ = all.add(interval) }
    return all.covered
  }

  /// How many days are in both, and the row of the first from which they count; nil when none.
  static func shared(
    _ one: [Interval], _ other: [Interval]
  ) -> (days: Int, first: MeterSighting)? {
    var days = 0
    var first: MeterSighting?
    var next = other.startIndex
    for interval in one {
      while next < other.endIndex, other[next].end <= interval.start { next += 1 }
      for part in other[next...].prefix(while: { $0.start < interval.end }) {
        days += Int(min(part.end, interval.end) - max(part.start, interval.start))
        if first == nil { first = interval.first }
      }
    }
    return first.map { (days, $0) }
  }
}

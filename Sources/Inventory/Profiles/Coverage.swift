import Quantities

/// How much of each year a meter says something about, between its first and its last point.
struct Coverage {
  private var years: [Int: (covered: Int, expected: Int)] = [:]
  private var end: Int?
  private(set) var place: (offset: Int, line: Int) = (0, 0)
  private var hasHole = false

  mutating func add(
    _ date: CalendarDate, minutes: Int, from start: Int, at place: (offset: Int, line: Int)
  ) {
    see(date, minutes: minutes, from: start, at: place)
    years[date.year, default: (0, 0)].covered += minutes
  }

  mutating func miss(
    _ date: CalendarDate, minutes: Int, from start: Int, at place: (offset: Int, line: Int)
  ) {
    see(date, minutes: minutes, from: start, at: place)
    if !hasHole { self.place = place }
    hasHole = true
  }

  private mutating func see(
    _ date: CalendarDate, minutes: Int, from start: Int, at place: (offset: Int, line: Int)
  ) {
    if let end, start > end {
      // What lies between belongs to the year it ends in: holes over New Year's night are rare.
      years[date.year, default: (0, 0)].expected += start - end
      if !hasHole { self.place = place }
      hasHole = true
    }
    years[date.year, default: (0, 0)].expected += minutes
    end = max(end ?? start, start + minutes)
  }

  /// The years that are covered in part.
  var holes: [(year: Int, covered: Int, expected: Int)] {
    years.filter { $0.value.covered < $0.value.expected }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.covered, $0.value.expected) }
  }

  /// `8735 h`, `8735 h 30`.
  static func hours(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60)"
  }
}

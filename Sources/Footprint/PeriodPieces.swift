import Inventory
import Quantities

/// A part of a line's period that lies in one year and one month.
struct PeriodPiece: Sendable {
  /// The inventory year.
  var year: Int
  /// Months since January of year 0, or -1 when the line is not told by month.
  var month: Int32
  /// The days of the period it takes, of how many.
  var from: Int
  var to: Int
  var of: Int
}

/// Cuts periods into years and months, each distinct period once.
struct PeriodPieces: Sendable {
  /// A longer line is an annual figure, and is not spread over months it says nothing about.
  static let longestMonthly = 100

  private let calendar: YearCalendar
  private var places = PackedTable<Int32>()
  private var cuts: [[PeriodPiece]] = []

  init(calendar: YearCalendar) { self.calendar = calendar }

  mutating func pieces(of line: ActivityLine) -> [PeriodPiece] {
    // Day numbers fit 24 bits with room for the lifetime beside them.
    let key =
      UInt64(UInt32(truncatingIfNeeded: line.start) & 0xFF_FFFF) << 40
      | UInt64(UInt32(truncatingIfNeeded: line.end) & 0xFF_FFFF) << 16
      | UInt64(UInt32(truncatingIfNeeded: line.lifetime) & 0xFFFF)
    let place = places.place(key, -1)
    if places[place] < 0 {
      places[place] = Int32(cuts.count)
      cuts.append(
        line.lifetime > 0
          ? lifetime(of: line) : cut(line.period))
    }
    return cuts[Int(places[place])]
  }

  /// One piece a year of life: counted from the year of purchase, and then no more.
  private func lifetime(of line: ActivityLine) -> [PeriodPiece] {
    let first = calendar.year(containing: line.period.start)
    let years = Int(line.lifetime)
    return (0..<years).map {
      PeriodPiece(year: first + $0, month: -1, from: $0, to: $0 + 1, of: years)
    }
  }

  func cut(_ period: Period) -> [PeriodPiece] {
    let isMonthly = period.days <= Self.longestMonthly
    var pieces: [PeriodPiece] = []
    var start = period.start
    while start < period.end {
      let year = calendar.year(containing: start)
      var end = min(period.end, calendar.period(of: year).end)
      var month: Int32 = -1
      if isMonthly {
        end = min(end, Period.month(start.year, start.month).end)
        month = Int32(start.year * 12 + start.month - 1)
      }
      pieces.append(
        PeriodPiece(
          year: year, month: month, from: period.start.days(until: start),
          to: period.start.days(until: end), of: period.days))
      start = end
    }
    return pieces
  }
}

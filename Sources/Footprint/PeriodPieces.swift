import Inventory
import Quantities

/// Cuts periods into years and months, each distinct period once.
struct PeriodPieces: Sendable {
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
          ? lifetime(of: line) : calendar.pieces(of: line.period))
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
}

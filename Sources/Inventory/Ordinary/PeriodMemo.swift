import Quantities

/// What periods mean, by their bytes: the same few come again and again.
///
/// A cell that is not remembered is read again; that costs time and changes nothing.
final class PeriodMemo {
  struct Entry: BitwiseCopyable {
    var key = CellWords.Key()
    /// The inventory year, and -1 when the period is none or lies in several years or months.
    var year: Int32 = -1
    /// Its place among the months of the year, counted from 1; 0 when it is not told by month.
    var month: Int32 = 0
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let calendar: YearCalendar
  private static let count = 4096
  /// How far a period may lie from its place.
  private static let reach = 4

  init(_ calendar: YearCalendar) {
    self.calendar = calendar
    entries = .allocate(capacity: Self.count + Self.reach)
    entries.initialize(repeating: Entry(), count: Self.count + Self.reach)
  }

  deinit { entries.deallocate() }

  /// Longer periods are not remembered.
  static let longest = CellWords.Key.span

  /// What a cell of one byte or more means.
  @inline(__always)
  func entry(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UnsafePointer<Entry> {
    let key = CellWords.Key(bytes, length, column: 0)
    let place = entries + key.slot(mask: Self.count - 1)
    if place.pointee.key.isSame(key) { return UnsafePointer(place) }
    return entry(bytes, length, key, from: place)
  }

  @inline(never)
  private func entry(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, _ key: CellWords.Key,
    from place: UnsafeMutablePointer<Entry>
  ) -> UnsafePointer<Entry> {
    for entry in place..<(place + Self.reach) where entry.pointee.key.isSame(key) {
      return UnsafePointer(entry)
    }
    let free = (place..<(place + Self.reach)).first { $0.pointee.key.kind == 0 } ?? place
    free.pointee = read(bytes, length, key)
    return UnsafePointer(free)
  }

  private func read(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ key: CellWords.Key) -> Entry {
    var entry = Entry(key: key)
    let cell = UnsafeBufferPointer(start: bytes, count: length)
    guard cell.allSatisfy({ $0 < 0x80 }), case .success(let period) = PeriodText.read(cell) else {
      return entry
    }
    let pieces = calendar.pieces(of: period)
    guard pieces.count == 1 else { return entry }
    entry.year = Int32(pieces[0].year)
    if pieces[0].month >= 0 {
      entry.month = pieces[0].month - SumTable.firstMonth(of: pieces[0].year, calendar) + 1
    }
    return entry
  }
}

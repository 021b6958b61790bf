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

  private let latest: UnsafeMutablePointer<Last>
  /// What stands for a cell that is no period.
  private let nothing: UnsafeMutablePointer<Entry>
  private let entries: UnsafeMutablePointer<Entry>
  private let calendar: YearCalendar
  private static let count = 4096
  /// How far a period may lie from its place.
  private static let reach = 4

  init(_ calendar: YearCalendar) {
    self.calendar = calendar
    entries = .allocate(capacity: Self.count + Self.reach)
    entries.initialize(repeating: Entry(), count: Self.count + Self.reach)
    nothing = .allocate(capacity: 1)
    nothing.initialize(to: Entry())
    latest = .allocate(capacity: 1)
    latest.initialize(to: Last(entry: UnsafePointer(nothing)))
  }

  deinit {
    entries.deallocate()
    nothing.deallocate()
    latest.deallocate()
  }

  /// Longer periods are not remembered.
  private static let longest = CellWords.Key.span

  /// The cell asked for last: a file is often sorted by day.
  private struct Last {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var count = -1
    var entry: UnsafePointer<Entry>
  }

  /// What a cell means, until the next one is asked for.
  @inline(__always)
  func entry(_ cell: OrdinaryRow.Cell) -> UnsafePointer<Entry> {
    if cell.count == latest.pointee.count, cell.word(at: 0) == latest.pointee.first,
      cell.word(at: cell.count &- 8) == latest.pointee.last
    {
      return latest.pointee.entry
    }
    return otherEntry(cell)
  }

  @inline(never)
  private func otherEntry(_ cell: OrdinaryRow.Cell) -> UnsafePointer<Entry> {
    latest.pointee.count = -1
    guard cell.count > 0, cell.count <= Self.longest else { return UnsafePointer(nothing) }
    let key = CellWords.Key(cell.bytes, cell.count, column: 0)
    let place = entries + key.slot(mask: Self.count - 1)
    let found =
      place.pointee.key.isSame(key)
      ? UnsafePointer(place) : entry(cell.bytes, cell.count, key, from: place)
    // Sixteen bytes tell such a cell from any other of its length.
    if cell.count >= 8, cell.count <= 16 {
      latest.pointee = Last(
        first: cell.word(at: 0), last: cell.word(at: cell.count - 8), count: cell.count,
        entry: found)
    }
    return found
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

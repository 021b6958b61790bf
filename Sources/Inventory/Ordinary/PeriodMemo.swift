import Quantities

/// What periods mean, by their bytes: the same few come again and again.
///
/// A cell that is not remembered is read again; that costs time and changes nothing.
final class PeriodMemo {
  private struct Entry: BitwiseCopyable {
    var key = CellWords.Key()
    var meaning = Meaning()
  }

  /// What a cell means.
  struct Meaning: BitwiseCopyable {
    /// The inventory year as `KnownRows` has it; none when the cell holds no period, or one that lies in
    /// several years or months.
    fileprivate(set) var year = KnownRows.noYear
    /// Its place among the months of the year, counted from 1; 0 when it is not told by month.
    fileprivate(set) var month: Int32 = 0
    // Sixteen bytes tell a cell from any other of its length.
    private var first: UInt64 = 0
    private var last: UInt64 = 0
    private var count = -1

    /// True when another cell has the same bytes; it may be false although it has.
    @inline(__always)
    func isOf(_ cell: RowBatch.Cell) -> Bool {
      cell.count == count && cell.word(at: 0) == first && cell.word(at: count &- 8) == last
    }

    fileprivate func of(_ cell: RowBatch.Cell) -> Meaning {
      guard cell.count >= 8, cell.count <= 16 else { return self }
      var meaning = self
      meaning.first = cell.word(at: 0)
      meaning.last = cell.word(at: cell.count - 8)
      meaning.count = cell.count
      return meaning
    }
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let calendar: YearCalendar
  private static let count = 4096
  /// How far a period may lie from its place.
  private static let reach = 4
  /// Longer periods are not remembered.
  private static let longest = CellWords.Key.span

  init(_ calendar: YearCalendar) {
    self.calendar = calendar
    entries = .allocate(capacity: Self.count + Self.reach)
    entries.initialize(repeating: Entry(), count: Self.count + Self.reach)
  }

  deinit { entries.deallocate() }

  /// What a cell means.
  @inline(never)
  func meaning(of cell: RowBatch.Cell) -> Meaning {
    guard cell.count > 0, cell.count <= Self.longest else { return Meaning() }
    let key = CellWords.Key(cell.bytes, cell.count, column: 0)
    let place = entries + key.slot(mask: Self.count - 1)
    for entry in place..<(place + Self.reach) where entry.pointee.key.isSame(key) {
      return entry.pointee.meaning
    }
    let meaning = read(cell).of(cell)
    let free = (place..<(place + Self.reach)).first { $0.pointee.key.kind == 0 } ?? place
    free.pointee = Entry(key: key, meaning: meaning)
    return meaning
  }

  private func read(_ cell: RowBatch.Cell) -> Meaning {
    var meaning = Meaning()
    guard cell.text.allSatisfy({ $0 < 0x80 }),
      case .success(let period) = PeriodText.read(cell.text)
    else { return meaning }
    let pieces = calendar.pieces(of: period)
    guard pieces.count == 1 else { return meaning }
    meaning.year = KnownRows.index(ofYear: pieces[0].year)
    if pieces[0].month >= 0 {
      meaning.month = pieces[0].month - SumTable.firstMonth(of: pieces[0].year, calendar) + 1
    }
    return meaning
  }
}

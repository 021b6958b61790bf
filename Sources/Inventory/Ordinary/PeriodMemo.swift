import Quantities

/// What periods mean, by their bytes: the same few come again and again.
///
/// A cell that is not remembered is read again; that costs time and changes nothing.
final class PeriodMemo {
  /// What a cell means, and which cell.
  struct Meaning: BitwiseCopyable {
    /// The inventory year as `KnownRows` has it; none when the cell holds no period, or one that lies in
    /// several years or months.
    fileprivate(set) var year = KnownRows.noYear
    /// Its place among the months of the year, counted from 1; 0 when it is not told by month.
    fileprivate(set) var month: Int32 = 0
    fileprivate var bytes = SIMD4<UInt64>()
    /// -1 for no cell at all.
    fileprivate var count = -1

    fileprivate init() {}

    /// Of a cell that is not too long.
    fileprivate init(_ cell: RowBatch.Cell) {
      count = cell.count
      withUnsafeMutableBytes(of: &bytes) { $0.copyBytes(from: cell.text) }
    }

    fileprivate func isOf(_ other: Meaning) -> Bool {
      count == other.count && bytes == other.bytes
    }

    fileprivate var place: Int {
      let mix = (bytes[0] ^ bytes[2]) &* 0xD6E8_FEB8_6659_FD93 &+ (bytes[1] ^ bytes[3])
      return Int(truncatingIfNeeded: (mix &* 0x9E37_79B9_7F4A_7C15) >> 53)
        & (PeriodMemo.count - 1)
    }
  }

  private let entries: UnsafeMutablePointer<Meaning>
  private let calendar: YearCalendar
  private var before = Meaning()
  private static let count = 2048
  private static let longest = MemoryLayout<SIMD4<UInt64>>.size
  /// How far a period may lie from its place.
  private static let reach = 4

  init(_ calendar: YearCalendar) {
    self.calendar = calendar
    entries = .allocate(capacity: Self.count + Self.reach)
    entries.initialize(repeating: Meaning(), count: Self.count + Self.reach)
  }

  deinit { entries.deallocate() }

  /// What a cell means; often the same as the one before.
  func meaning(of cell: RowBatch.Cell) -> Meaning {
    // Longer periods are not remembered.
    guard cell.count > 0, cell.count <= Self.longest else { return read(cell, Meaning()) }
    let new = Meaning(cell)
    if !before.isOf(new) { before = look(cell, new) }
    return before
  }

  private func look(_ cell: RowBatch.Cell, _ new: Meaning) -> Meaning {
    let place = entries + new.place
    for entry in place..<(place + Self.reach) where entry.pointee.isOf(new) {
      return entry.pointee
    }
    let meaning = read(cell, new)
    let free = (place..<(place + Self.reach)).first { $0.pointee.count < 0 } ?? place
    free.pointee = meaning
    return meaning
  }

  private func read(_ cell: RowBatch.Cell, _ meaning: Meaning) -> Meaning {
    var meaning = meaning
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

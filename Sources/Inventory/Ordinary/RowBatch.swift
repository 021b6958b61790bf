import Quantities
import Tables

/// Rows of the same form, one behind the other, as places in their bytes.
///
/// What is done with one column is done for all of them before the next one: a short loop over many rows
/// keeps in the registers of the machine what a long way through one row has to fetch again.
struct RowBatch {
  let bytes: UnsafePointer<UInt8>
  let starts: UnsafePointer<Int32>
  let ends: UnsafePointer<Int32>
  /// Columns to a row.
  let columns: Int
  /// How many rows there are.
  let count: Int
  /// 1 when `starts` holds the byte before a cell, 0 when it holds its first.
  private let bias: Int
  /// True when quotes were removed: a cell may hold a delimiter.
  let isUnquoted: Bool
  /// True when a cell may hold two quotes for one.
  let isDoubled: Bool
  /// Rows with quotes around free text, which are still there, a bit each.
  let quoted: UInt64
  /// The column whose cells end in the CR of the line's end; -1 for none.
  private let returned: Int

  /// As many as a word has bits.
  static let most = 64

  /// Cells that are all that lies between two delimiters; those of the last column perhaps up to a CR, all of
  /// them or none.
  init(
    _ bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int32>, columns: Int, count: Int,
    isUnquoted: Bool = false, quoted: UInt64 = 0, isReturned: Bool = false
  ) {
    self.bytes = bytes
    self.ends = ends
    self.columns = columns
    self.count = count
    self.isUnquoted = isUnquoted
    isDoubled = false
    self.quoted = quoted
    starts = ends - 1
    bias = 1
    returned = isReturned ? columns - 1 : -1
  }

  /// Cells that may be quoted, the last of a row perhaps followed by a CR: `room` holds two places each.
  init(
    quoted bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int32>, columns: Int, count: Int,
    isDoubled: Bool, room: UnsafeMutablePointer<Int32>
  ) {
    let cells = columns * count
    for row in 0..<count {
      for place in (row * columns)..<((row + 1) * columns) {
        var start = ends[place - 1] + 1
        var end = ends[place]
        if place == (row + 1) * columns - 1, end > start, bytes[Int(end) - 1] == 0x0D { end -= 1 }
        if end > start, bytes[Int(start)] == 0x22 {
          start += 1
          end -= 1
        }
        room[place] = start
        room[cells + place] = end
      }
    }
    self.bytes = bytes
    self.columns = columns
    self.count = count
    starts = UnsafePointer(room)
    self.ends = UnsafePointer(room + cells)
    isUnquoted = true
    self.isDoubled = isDoubled
    quoted = 0
    bias = 0
    returned = -1
  }

  /// All rows, a bit each.
  var all: UInt64 { ~0 &>> UInt64(truncatingIfNeeded: Self.most - count) }

  subscript(row: Int, column: Int) -> Cell { self.column(column)[row] }

  /// The cells of a column; those of one that is not there, -1, are empty.
  @inline(__always)
  func column(_ column: Int) -> Column {
    if column < 0 {
      return Column(bytes: bytes, starts: ends, ends: ends, columns: columns, bias: 0, cut: 0)
    }
    return Column(
      bytes: bytes, starts: starts + column, ends: ends + column, columns: columns, bias: bias,
      cut: column == returned ? 1 : 0)
  }

  /// The cells of two columns beside each other as one, with the delimiter between them.
  @inline(__always)
  func joined(_ first: Int, _ second: Int) -> Column {
    Column(
      bytes: bytes, starts: starts + first, ends: ends + second, columns: columns, bias: bias,
      cut: second == returned ? 1 : 0)
  }

  /// The cells of a column, row by row.
  struct Column {
    let bytes: UnsafePointer<UInt8>
    let starts: UnsafePointer<Int32>
    let ends: UnsafePointer<Int32>
    let columns: Int
    let bias: Int
    /// Bytes at the end that are no part of a cell.
    let cut: Int

    @inline(__always)
    subscript(row: Int) -> Cell {
      let place = row &* columns
      let start = Int(starts[place]) &+ bias
      return Cell(bytes: bytes + start, count: Int(ends[place]) &- cut &- start)
    }

    @inline(__always)
    func isEmpty(_ row: Int) -> Bool {
      let place = row &* columns
      return ends[place] &- starts[place] == Int32(truncatingIfNeeded: bias &+ cut)
    }

    /// The same for whoever reads numbers.
    var asShortNumbers: ShortNumbers.Cells {
      ShortNumbers.Cells(bytes, starts: starts, ends: ends, columns: columns, bias: bias, cut: cut)
    }
  }

  /// The bytes of a cell.
  struct Cell {
    let bytes: UnsafePointer<UInt8>
    let count: Int

    var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    /// True for one of a row as the file has it when it was taken out of quotes.
    var isQuoted: Bool { bytes[-1] == 0x22 }
  }
}

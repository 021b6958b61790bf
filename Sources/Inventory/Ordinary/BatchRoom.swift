import Quantities

/// What is known of the rows of a batch while one column is read after the other.
final class BatchRoom {
  /// A column of whole numbers.
  typealias Numbers = UnsafeMutablePointer<Int32>

  /// What the words of a column mean.
  typealias Words = UnsafeMutablePointer<Int64>

  /// All these in the numbers of `KnownRows`.
  let years: Numbers
  let months: Numbers
  let kinds: Numbers
  let measures: Words
  /// As `KnownRows.place` has them.
  let places: Words
  let tags: Words
  let statuses: Words
  /// The month of all rows; -1 where they are of several.
  var month: Int32 = -1
  /// Quantities in millionths.
  let millionths: UnsafeMutablePointer<Int64>
  /// Those that are no whole number of these, or too many, as mantissas; and which rows have one, a bit each.
  let mantissas = UnsafeMutablePointer<Int128>.allocate(capacity: RowBatch.most)
  var wide: UInt64 = 0
  /// The places of cells that may be quoted, two each.
  let quoted: Numbers
  /// How many rows of such cells there is room for.
  let quotedRows: Int
  /// Nil where the decimal mark is not known.
  let shortNumbers: ShortNumbers?

  private let numbers: [Numbers]
  private let words: [Words]

  init(columns: Int, mark: DecimalMark?) {
    shortNumbers = mark.map { ShortNumbers(mark: $0) }
    quotedRows = max(1, min(RowBatch.most, 4096 / max(1, columns)))
    quoted = .allocate(capacity: 2 * columns * quotedRows)
    quoted.initialize(repeating: 0, count: 2 * columns * quotedRows)
    numbers = (0..<3).map { _ in Self.zeros() }
    words = (0..<5).map { _ in Self.zeros() }
    (years, months, kinds) = (numbers[0], numbers[1], numbers[2])
    (measures, places, tags, statuses) = (words[0], words[1], words[2], words[3])
    millionths = words[4]
    mantissas.initialize(repeating: 0, count: RowBatch.most)
  }

  private static func zeros<Value: FixedWidthInteger>() -> UnsafeMutablePointer<Value> {
    // Whoever looks at several at once may look at four behind the last one.
    let zeros = UnsafeMutablePointer<Value>.allocate(capacity: RowBatch.most + 4)
    zeros.initialize(repeating: 0, count: RowBatch.most + 4)
    return zeros
  }

  deinit {
    for numbers in numbers + [quoted] { numbers.deallocate() }
    for words in words { words.deallocate() }
    mantissas.deallocate()
  }

  /// The quantity of a row of the batch.
  @inline(__always)
  func quantity(_ row: Int) -> Number {
    Number(
      mantissa: wide &>> UInt64(row) & 1 == 0
        ? Int128(millionths[row]) * ShortNumbers.millionth : mantissas[row])
  }
}

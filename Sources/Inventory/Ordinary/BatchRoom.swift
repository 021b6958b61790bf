import Quantities

/// What is known of the rows of a batch while one column is read after the other.
final class BatchRoom {
  /// A column of whole numbers.
  typealias Numbers = UnsafeMutablePointer<Int32>

  /// All these in the numbers of `KnownRows`.
  let years: Numbers
  let kinds: Numbers
  let measures: Numbers
  /// Sites, counted from 1; 0 for the whole campus.
  let sites: Numbers
  /// Where in a `SumTable` a row is added.
  let spots: Numbers
  let months: Numbers
  let tags: Numbers
  let statuses: Numbers
  /// Quantities in millionths.
  let millionths = UnsafeMutablePointer<Int64>.allocate(capacity: RowBatch.most)
  /// Those that are no whole number of these, or too many, as mantissas; and which rows have one, a bit each.
  let mantissas = UnsafeMutablePointer<Int128>.allocate(capacity: RowBatch.most)
  var wide: UInt64 = 0
  /// The places of cells that may be quoted, two each.
  let quoted: Numbers
  /// How many rows of such cells there is room for.
  let quotedRows: Int
  /// Nil where the decimal mark is not known.
  let shortNumbers: ShortNumbers?

  private let all: [Numbers]

  init(columns: Int, mark: DecimalMark?) {
    shortNumbers = mark.map { ShortNumbers(mark: $0) }
    quotedRows = max(1, min(RowBatch.most, 4096 / max(1, columns)))
    quoted = .allocate(capacity: 2 * columns * quotedRows)
    quoted.initialize(repeating: 0, count: 2 * columns * quotedRows)
    all = (0..<8).map { _ in
      let numbers = Numbers.allocate(capacity: RowBatch.most)
      numbers.initialize(repeating: 0, count: RowBatch.most)
      return numbers
    }
    (years, kinds, measures, sites) = (all[0], all[1], all[2], all[3])
    (spots, months, tags, statuses) = (all[4], all[5], all[6], all[7])
    millionths.initialize(repeating: 0, count: RowBatch.most)
    mantissas.initialize(repeating: 0, count: RowBatch.most)
  }

  deinit {
    for numbers in all + [quoted] { numbers.deallocate() }
    millionths.deallocate()
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

import Quantities

/// What is known of the rows of a batch while one column is read after the other.
final class BatchRoom {
  /// What the cells of the column that is read mean.
  let words = UnsafeMutablePointer<Int32>.allocate(capacity: RowBatch.most)
  /// All these in the numbers of `KnownRows`.
  let years = UnsafeMutablePointer<Int32>.allocate(capacity: RowBatch.most)
  let kinds = UnsafeMutablePointer<Int32>.allocate(capacity: RowBatch.most)
  let measures = UnsafeMutablePointer<Int32>.allocate(capacity: RowBatch.most)
  /// Where in a `SumTable` a row is added.
  let spots = UnsafeMutablePointer<Int32>.allocate(capacity: RowBatch.most)
  let months = UnsafeMutablePointer<Int32>.allocate(capacity: RowBatch.most)
  let tags = UnsafeMutablePointer<Int32>.allocate(capacity: RowBatch.most)
  let statuses = UnsafeMutablePointer<Int32>.allocate(capacity: RowBatch.most)
  let mantissas = UnsafeMutablePointer<Int128>.allocate(capacity: RowBatch.most)
  /// Sites and buildings, as `KnownRows.place` has them.
  let places = UnsafeMutablePointer<Int64>.allocate(capacity: RowBatch.most)
  /// The places of cells that may be quoted, two each.
  let quoted: UnsafeMutablePointer<Int32>
  /// How many rows of such cells there is room for.
  let quotedRows: Int

  init(columns: Int) {
    quotedRows = max(1, min(RowBatch.most, 4096 / max(1, columns)))
    quoted = .allocate(capacity: 2 * columns * quotedRows)
    quoted.initialize(repeating: 0, count: 2 * columns * quotedRows)
    for words in [words, years, kinds, measures, spots, months, tags, statuses] {
      words.initialize(repeating: 0, count: RowBatch.most)
    }
    places.initialize(repeating: 0, count: RowBatch.most)
    mantissas.initialize(repeating: 0, count: RowBatch.most)
  }

  deinit {
    for words in [words, years, kinds, measures, spots, months, tags, statuses, quoted] {
      words.deallocate()
    }
    places.deallocate()
    mantissas.deallocate()
  }
}

import Quantities
import Tables

/// Adds the ordinary rows of a chunk, and leaves all others to whoever goes row by row.
///
/// A row is ordinary when everything it says has been said before and needs no finding. No string,
/// no array and no reference count for a cell: this is where ten million rows go through.
struct OrdinaryRows {
  let columns: OrdinaryColumns
  let dialect: NumberDialect
  let memo: PeriodMemo
  let room: BatchRoom

  /// Where in a chunk the next row is.
  struct Cursor {
    fileprivate var run = 0
    fileprivate var record = 0
    /// Where the fields of the next record begin; -1 at the beginning of a run.
    fileprivate var first = -1
  }

  /// Adds all rows of a chunk that can be.
  func addAll(
    _ chunk: RecordChunk, _ known: KnownRows, into table: SumTable, _ tape: inout RowTape
  ) {
    var cursor = Cursor()
    withCheck(known, table) { _ = next(chunk, &cursor, $0, &tape, stops: false) }
    tape.end()
  }

  /// Adds rows up to the first that cannot be, and tells which it is; nil at the end.
  func add(
    _ chunk: RecordChunk, from cursor: inout Cursor, _ known: KnownRows, into table: SumTable,
    _ tape: inout RowTape
  ) -> RecordPlace? {
    let place = withCheck(known, table) { next(chunk, &cursor, $0, &tape, stops: true) }
    tape.end()
    return place
  }

  private func next(
    _ chunk: RecordChunk, _ cursor: inout Cursor, _ check: OrdinaryCheck, _ tape: inout RowTape,
    stops: Bool
  ) -> RecordPlace? {
    while cursor.run < chunk.runCount {
      let number = cursor.run
      let run = chunk.run(number)
      if let stopped = go(run, &cursor, check, &tape, stops: stops) { return stopped }
      cursor = Cursor(run: number + 1)
      guard let other = run.other else { continue }
      let place = chunk.placeOfOther(run: number)
      if !add(other, check, &tape, place) {
        tape.other(place)
        if stops { return place }
      }
    }
    return nil
  }

  /// What libcsv has unquoted is rare, and must not be unquoted again: `""""` is a quote.
  private func add(
    _ other: OtherRecord, _ check: OrdinaryCheck, _ tape: inout RowTape, _ place: RecordPlace
  ) -> Bool {
    guard let fields = other.fields, fields.count == check.columns.count else { return false }
    let batch = RowBatch(
      fields.bytes, ends: fields.ends, columns: fields.count, count: 1, isUnquoted: true)
    if check.ordinary(batch) == 0 { return false }
    check.add(1, 1)
    check.tell(1, 1, batch, &tape) { _ in place }
    return true
  }

  /// Goes through a run, batch by batch; up to the first row that is not ordinary where it stops there.
  private func go(
    _ run: RecordRun, _ cursor: inout Cursor, _ check: OrdinaryCheck, _ tape: inout RowTape,
    stops: Bool
  ) -> RecordPlace? {
    let columns = check.columns.count
    // Who stops at every other row would look at those behind it again and again.
    var most = stops ? 2 : RowBatch.most
    var first = cursor.first < 0 ? run.firstEnd : cursor.first
    var record = cursor.record
    while record < run.recordEnds.count {
      let form = run.recordEnds[record] & RecordRun.special
      let size = alike(run, record, first, form, most)
      if size > 0 {
        let batch = batch(run, first, size, form)
        let ordinary = check.ordinary(batch)
        let added = stops ? min(size, (~ordinary).trailingZeroBitCount) : size
        check.add(ordinary, added)
        check.tell(ordinary, added, batch, &tape) {
          run.place(firstEnd: first + $0 * columns, fields: columns)
        }
        record += added
        first += added * columns
        most = min(RowBatch.most, 2 * most)
        if added == size { continue }
      }
      let end = Int(run.recordEnds[record] & ~RecordRun.special)
      let place = run.place(firstEnd: first, fields: end - first)
      tape.other(place)
      record += 1
      first = end
      if stops {
        cursor.record = record
        cursor.first = first
        return place
      }
    }
    return nil
  }

  /// How many records from one on have the same form and the right number of fields.
  @inline(__always)
  private func alike(
    _ run: RecordRun, _ record: Int, _ first: Int, _ form: Int32, _ most: Int
  ) -> Int {
    let rows = form & RecordRun.quoted != 0 ? min(most, room.quotedRows) : most
    let limit = min(rows, run.recordEnds.count - record)
    let columns = Int32(truncatingIfNeeded: columns.places.count)
    var end = Int32(truncatingIfNeeded: first) &+ columns
    var size = 0
    while size < limit, run.recordEnds[record &+ size] == end | form {
      size &+= 1
      end &+= columns
    }
    return size > 1 && form == RecordRun.returned ? alike(run, first, size) : size
  }

  /// How many of these end in CR LF, or in LF, as the first one does.
  private func alike(_ run: RecordRun, _ first: Int, _ size: Int) -> Int {
    let columns = columns.places.count
    var last = first &+ columns &- 1
    let isReturned = run.endsInReturn(last)
    for number in 0..<size {
      if run.endsInReturn(last) != isReturned { return number }
      last &+= columns
    }
    return size
  }

  private func batch(_ run: RecordRun, _ first: Int, _ size: Int, _ form: Int32) -> RowBatch {
    let (ends, columns) = (run.ends + first, columns.places.count)
    return form & RecordRun.quoted != 0
      ? RowBatch(
        quoted: run.bytes, ends: ends, columns: columns, count: size,
        isDoubled: form & RecordRun.doubled != 0, room: room.quoted)
      : RowBatch(
        run.bytes, ends: ends, columns: columns, count: size,
        isReturned: form & RecordRun.returned != 0 && run.endsInReturn(first + columns - 1))
  }

  /// Everything a row is held against, as plain pointers.
  private func withCheck<Result>(
    _ known: KnownRows, _ table: SumTable, _ body: (OrdinaryCheck) -> Result
  ) -> Result {
    known.withPointers { pointers in
      columns.empty.withUnsafeBufferPointer { empty in
        columns.free.withUnsafeBufferPointer { free in
          body(
            OrdinaryCheck(
              columns: columns.places, empty: empty, free: free, known: pointers,
              dialect: dialect, delimiter: columns.delimiter,
              memo: Unmanaged.passUnretained(memo), room: Unmanaged.passUnretained(room),
              sums: table.view, layout: table.layout))
        }
      }
    }
  }
}

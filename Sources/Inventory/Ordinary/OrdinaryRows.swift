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
      if let batch = batch(run, record, first, most, check) {
        let size = batch.count
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

  /// Records from one on that have the same form and the right number of fields; nil when that one has not.
  @inline(__always)
  private func batch(
    _ run: RecordRun, _ record: Int, _ first: Int, _ most: Int, _ check: OrdinaryCheck
  ) -> RowBatch? {
    let columns = columns.places.count
    let width = Int32(truncatingIfNeeded: columns)
    let limit = min(most, run.recordEnds.count - record)
    let returned = run.recordEnds[record] & RecordRun.returned
    var end = Int32(truncatingIfNeeded: first) &+ width
    var size = 0
    var quoted: UInt64 = 0
    while size < limit {
      let found = run.recordEnds[record &+ size]
      if found != end | returned {
        // Quotes around free text do no harm to a row.
        if found & ~(RecordRun.quoted | RecordRun.doubled) != end | returned { break }
        if hasQuotedWord(run, first &+ size &* columns, check) { break }
        quoted |= 1 &<< UInt64(truncatingIfNeeded: size)
      }
      size &+= 1
      end &+= width
    }
    if size == 0 { return quotedBatch(run, record, first, limit) }
    let isReturned = returned != 0 && run.endsInReturn(first &+ columns &- 1)
    if size > 1, returned != 0 { size = alike(run, first, size, isReturned) }
    return RowBatch(
      run.bytes, ends: run.ends + first, columns: columns, count: size, quoted: quoted,
      isReturned: isReturned)
  }

  /// True when a cell of a record begins with a quote that somebody reads.
  @inline(never)
  private func hasQuotedWord(_ run: RecordRun, _ first: Int, _ check: OrdinaryCheck) -> Bool {
    for column in check.read where run.bytes[Int(run.ends[first &+ column &- 1]) &+ 1] == 0x22 {
      return true
    }
    return false
  }

  /// Records in which words are quoted.
  @inline(never)
  private func quotedBatch(
    _ run: RecordRun, _ record: Int, _ first: Int, _ limit: Int
  ) -> RowBatch? {
    let columns = columns.places.count
    let width = Int32(truncatingIfNeeded: columns)
    let limit = min(limit, room.quotedRows)
    let form = run.recordEnds[record] & RecordRun.special
    var end = Int32(truncatingIfNeeded: first) &+ width
    var size = 0
    while size < limit, run.recordEnds[record &+ size] == end | form {
      size &+= 1
      end &+= width
    }
    if size == 0 || form & RecordRun.quoted == 0 { return nil }
    return RowBatch(
      quoted: run.bytes, ends: run.ends + first, columns: columns, count: size,
      isDoubled: form & RecordRun.doubled != 0, room: room.quoted)
  }

  /// How many of these end in CR LF, or in LF, as the first one does.
  private func alike(_ run: RecordRun, _ first: Int, _ size: Int, _ isReturned: Bool) -> Int {
    let columns = columns.places.count
    var last = first &+ columns &- 1
    for number in 0..<size {
      if run.endsInReturn(last) != isReturned { return number }
      last &+= columns
    }
    return size
  }

  /// Everything a row is held against, as plain pointers.
  private func withCheck<Result>(
    _ known: KnownRows, _ table: SumTable, _ body: (OrdinaryCheck) -> Result
  ) -> Result {
    known.withPointers { pointers in
      columns.empty.withUnsafeBufferPointer { empty in
        columns.free.withUnsafeBufferPointer { free in
          columns.read.withUnsafeBufferPointer { read in
            body(
              OrdinaryCheck(
                columns: columns.places, read: read, empty: empty, free: free, known: pointers,
                dialect: dialect, delimiter: columns.delimiter,
                memo: Unmanaged.passUnretained(memo), room: Unmanaged.passUnretained(room),
                sums: table.view, layout: table.layout))
          }
        }
      }
    }
  }
}

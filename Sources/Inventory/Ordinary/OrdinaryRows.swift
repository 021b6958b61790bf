import Quantities
import Tables

/// Adds the ordinary rows of a chunk, and leaves all others to whoever goes row by row.
///
/// A row is ordinary when everything it says has been said before and needs no finding. No string,
/// no array and no reference count for a cell: this is where ten million rows go through.
struct OrdinaryRows {
  let columns: OrdinaryColumns
  let dialect: NumberDialect
  /// The site of a row that names none; -1 for the whole campus.
  let siteWhenEmpty: Int32
  let memo: PeriodMemo

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
    withRow(known, table) { row in
      while let place = Self.next(chunk, &cursor, row, &tape) { tape.other(place) }
    }
    tape.end()
  }

  /// Adds rows up to the first that cannot be, and tells which it is; nil at the end.
  func add(
    _ chunk: RecordChunk, from cursor: inout Cursor, _ known: KnownRows, into table: SumTable,
    _ tape: inout RowTape
  ) -> RecordPlace? {
    let place = withRow(known, table) { Self.next(chunk, &cursor, $0, &tape) }
    if let place { tape.other(place) }
    tape.end()
    return place
  }

  private static func next(
    _ chunk: RecordChunk, _ cursor: inout Cursor, _ row: OrdinaryRow, _ tape: inout RowTape
  ) -> RecordPlace? {
    while cursor.run < chunk.runCount {
      let number = cursor.run
      let run = chunk.run(number)
      if let stopped = go(run, &cursor, row, &tape) { return stopped }
      cursor = Cursor(run: number + 1)
      if let other = run.other {
        let place = chunk.placeOfOther(run: number)
        // What libcsv has unquoted is rare, and must not be unquoted again: `""""` is a quote.
        guard let fields = other.fields, fields.count == row.columns.count,
          addPlain(row, fields.bytes, fields.ends, &tape, place)
        else { return place }
      }
    }
    return nil
  }

  /// Goes through a run, up to the first row that is not ordinary.
  private static func go(
    _ run: RecordRun, _ cursor: inout Cursor, _ row: OrdinaryRow, _ tape: inout RowTape
  ) -> RecordPlace? {
    var first = cursor.first < 0 ? run.firstEnd : cursor.first
    var record = cursor.record
    let count = run.recordEnds.count
    while record < count {
      let mark = run.recordEnds[record]
      let end = Int(mark & ~RecordRun.special)
      let fields = end - first
      let place = run.place(firstEnd: first, fields: fields)
      record += 1
      let ends = run.ends + first
      let isAdded =
        fields == row.columns.count
        && (mark & RecordRun.special == 0
          ? row.add(OrdinaryRow.Cells(run.bytes, ends: ends), &tape, place)
          : addSpecial(row, run.bytes, ends, mark, &tape, place))
      if !isAdded {
        cursor.record = record
        cursor.first = end
        return place
      }
      first = end
    }
    return nil
  }

  @inline(never)
  private static func addPlain(
    _ row: OrdinaryRow, _ bytes: UnsafePointer<UInt8>, _ ends: UnsafePointer<Int32>,
    _ tape: inout RowTape, _ place: RecordPlace
  ) -> Bool {
    row.add(OrdinaryRow.Cells(bytes, ends: ends, isUnquoted: true), &tape, place)
  }

  /// A row of a line that may end in CR LF, or with cells that may be quoted.
  @inline(never)
  private static func addSpecial(
    _ row: OrdinaryRow, _ bytes: UnsafePointer<UInt8>, _ ends: UnsafePointer<Int32>,
    _ mark: Int32, _ tape: inout RowTape, _ place: RecordPlace
  ) -> Bool {
    if mark & RecordRun.quoted != 0 { return addQuoted(row, bytes, ends, &tape, place) }
    let cells = OrdinaryRow.Cells(bytes, ends: ends, returned: row.columns.count - 1)
    return row.add(cells, &tape, place)
  }

  @inline(never)
  private static func addQuoted(
    _ row: OrdinaryRow, _ bytes: UnsafePointer<UInt8>, _ ends: UnsafePointer<Int32>,
    _ tape: inout RowTape, _ place: RecordPlace
  ) -> Bool {
    let count = row.columns.count
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { room in
      guard let room = room.baseAddress else { return false }
      let cells = OrdinaryRow.Cells(bytes, ends: ends, count: count, room: room)
      return row.add(cells, &tape, place)
    }
  }

  /// Everything a row is held against, as plain pointers.
  private func withRow<Result>(
    _ known: KnownRows, _ table: SumTable, _ body: (OrdinaryRow) -> Result
  ) -> Result {
    known.withPointers { pointers in
      columns.empty.withUnsafeBufferPointer { empty in
        columns.free.withUnsafeBufferPointer { free in
          body(
            OrdinaryRow(
              columns: columns.places, empty: empty, free: free, known: pointers,
              siteWhenEmpty: siteWhenEmpty, dialect: dialect, delimiter: columns.delimiter,
              memo: Unmanaged.passUnretained(memo), sums: table.view, layout: table.layout))
        }
      }
    }
  }
}

import Diagnostics
import Quantities
import Synchronization
import Tables

/// Reads a large activity file on all processors: ordinary rows are added where they are found, all
/// others go row by row, in order, as they would in a small file.
///
/// What comes out is the same: sums are exact, and a row that brings anything new is not ordinary.
final class OrdinaryReading<Sink: LineSink>: ChunkWork, @unchecked Sendable {
  private let file: FileReader
  private let columns: OrdinaryColumns
  private let dialect: NumberDialect
  private let calendar: YearCalendar
  /// What threads start from; replaced when rows have taught something new, and numbered.
  private let published: Mutex<KnownRows>
  private let edition = Atomic(0)

  // Everything below belongs to whoever finishes a chunk: one thread at a time, in order.
  private let rows: RowReading
  private let sink: UnsafeMutablePointer<Sink>
  private let log: UnsafeMutablePointer<FindingLog>
  private var walk: TableWalk
  private var known: KnownRows
  /// True when it is no longer what was published.
  private var hasChanged = false
  private var newLines: [ActivityLine] = []
  /// Rows of the chunk that taught something.
  private var lessons = 0
  /// Rows that would have been ordinary, had they come later.
  private var missed = 0
  private var tables: [SumTable] = []
  private var isWhole = true

  /// What a thread keeps for itself.
  struct Local {
    var table: SumTable
    let rows: OrdinaryRows
    /// What was published when it was asked for last.
    var known: KnownRows
    var edition = 0
  }

  /// Reads a file; nil when it must be read in another way, false when rows are missing at its end.
  static func read(
    _ rows: RowReading, _ shape: ChunkShape, into sink: inout Sink, log: inout FindingLog
  ) -> Bool? {
    guard sink.takesSums, rows.file.kind == .activity, let table = rows.file.plainTable,
      table.suits(shape), let columns = OrdinaryColumns(table)
    else { return nil }
    return withUnsafeMutablePointer(to: &sink) { sink in
      withUnsafeMutablePointer(to: &log) { log in
        let reading = OrdinaryReading(table, columns, rows, sink, log)
        table.forEachChunk(shape, reading)
        reading.walk.end(log: &log.pointee)
        let sums = SumTable.sums(reading.tables, reading.known, columns)
        sink.pointee.take(sums, file: reading.file.index)
        return reading.isWhole
      }
    }
  }

  private init(
    _ table: TableReader, _ columns: OrdinaryColumns, _ rows: RowReading,
    _ sink: UnsafeMutablePointer<Sink>, _ log: UnsafeMutablePointer<FindingLog>
  ) {
    self.columns = columns
    self.rows = rows
    self.sink = sink
    self.log = log
    file = rows.file
    let campus = rows.decoder.campus
    dialect = rows.decoder.dialect
    calendar = campus.calendar
    walk = TableWalk(table)
    known = KnownRows(
      siteCount: campus.sites.count,
      joint: columns.places.joinsPlaces ? columns.delimiter : nil)
    published = Mutex(known)
  }

  func makeLocal() -> Local {
    let known = published.withLock { $0 }
    let rows = OrdinaryRows(
      columns: columns, dialect: dialect, memo: PeriodMemo(calendar),
      room: BatchRoom(columns: columns.places.count, mark: dialect.decimalMark))
    return Local(table: SumTable(known, calendar), rows: rows, known: known)
  }

  /// Rows that teach nothing new may be added before those above them are read.
  private let isSettled = Atomic(false)

  var worksAhead: Bool { isSettled.load(ordering: .relaxed) }

  func makeNotes() -> RowTape { RowTape() }

  func fold(_ chunk: RecordChunk, _ tape: inout RowTape, _ local: inout Local) {
    let edition = edition.load(ordering: .acquiring)
    if edition != local.edition {
      local.known = published.withLock { $0 }
      local.edition = edition
    }
    local.table.fit(local.known)
    tape.clear()
    local.rows.addAll(chunk, local.known, into: local.table, &tape)
  }

  func finish(
    _ chunk: RecordChunk, isFolded: Bool, _ tape: inout RowTape, _ local: inout Local
  ) {
    lessons = 0
    missed = 0
    var count = tape.count
    if isFolded { apply(tape, of: chunk) } else { count = readInOrder(chunk, &tape, &local) }
    rows.flush(into: &sink.pointee, log: &log.pointee)
    learnLines()
    publish()
    // Once a chunk brings nothing new, threads go ahead; until too much of what they meet is new.
    isSettled.store(isFolded ? missed * 50 < count : lessons == 0, ordering: .relaxed)
  }

  /// Lets threads know what has been learned.
  private func publish() {
    if !hasChanged { return }
    hasChanged = false
    let known = self.known
    published.withLock { $0 = known }
    edition.wrappingAdd(1, ordering: .releasing)
  }

  /// Reads a chunk when all before it are read: what a row teaches helps with the next one.
  private func readInOrder(
    _ chunk: RecordChunk, _ tape: inout RowTape, _ local: inout Local
  ) -> Int {
    var cursor = OrdinaryRows.Cursor()
    var count = 0
    var place: RecordPlace?
    repeat {
      tape.clear()
      local.table.fit(known)
      place = local.rows.add(chunk, from: &cursor, known, into: local.table, &tape)
      count += tape.count
      apply(tape, of: chunk)
      if !newLines.isEmpty {
        rows.flush(into: &sink.pointee, log: &log.pointee)
        learnLines()
      }
    } while place != nil
    return count
  }

  /// Does what is left to be done in the order of rows.
  private func apply(_ tape: RowTape, of chunk: RecordChunk) {
    var compared = 0
    for (event, count) in tape.events {
      compare(tape, from: &compared, to: count, in: chunk)
      switch event {
      case .row(let place): readRow(place, of: chunk)
      case .watch(let watch): rows.subtotals = watch
      case .sum(let place, let count): doubtSum(place, of: count, in: chunk)
      case .openRun(let activity, let unit, let range):
        for (quantity, place) in tape.quantities[range] {
          if let count = rows.subtotals.sumsUp(activity, unit, quantity) {
            doubtSum(place, of: count, in: chunk)
          }
        }
      }
    }
    compare(tape, from: &compared, to: tape.rows, in: chunk)
    if tape.rows > 0 { walk.skipRows() }
    rows.skipCopies(tape.rows - compared)
    if known.comparesRows != rows.comparesRows || known.isForeign != walk.isForeign {
      known.comparesRows = rows.comparesRows
      known.isForeign = walk.isForeign
      hasChanged = true
    }
  }

  /// Learns the kinds of lines that the sink has taken by now.
  private func learnLines() {
    for line in newLines {
      let year = calendar.year(containing: line.period.start)
      if sink.pointee.onlyAdds(line, year: year) {
        known.learn(line, year: year)
        hasChanged = true
      }
    }
    newLines.removeAll(keepingCapacity: true)
  }

  /// Looks ordinary rows up among those gone by.
  private func compare(_ tape: RowTape, from first: inout Int, to last: Int, in chunk: RecordChunk)
  {
    let end = min(last, tape.hashes.count)
    guard first < end else { return }
    for place in rows.copies(tape.hashes[first..<end]) {
      doubt(place, in: chunk) { rows, row, year, log in rows.doubtCopy(row, year: year, &log) }
    }
    first = end
  }

  private func doubtSum(_ place: RecordPlace, of count: Int, in chunk: RecordChunk) {
    doubt(place, in: chunk) { rows, row, year, log in
      rows.doubtSum(row, of: count, year: year, &log)
    }
  }

  /// Says something about an ordinary row.
  private func doubt(
    _ place: RecordPlace, in chunk: RecordChunk,
    _ say: (RowReading, RowContext, Int, inout FindingLog) -> Void
  ) {
    chunk.withRecord(at: place) { record in
      let row = RowContext(record: record, file: file)
      guard case .success(let period) = PeriodText.read(row.bytes(ActivityColumn.period.rawValue))
      else { return }
      say(rows, row, calendar.year(containing: period.start), &log.pointee)
    }
  }

  private func readRow(_ place: RecordPlace, of chunk: RecordChunk) {
    let outcome = walk.take(
      place, of: chunk, log: &log.pointee, onRejected: { _ in rows.reject() }
    ) { record, log in
      let line = rows.take(record, .row, into: &sink.pointee, log: &log)
      if let line { learn(from: record, line) }
    }
    if case .failed = outcome { isWhole = false }
  }

  private func learn(from record: Record, _ line: ActivityLine) {
    guard let limit = rows.limitOfOrdinary(line) else { return }
    missed += 1
    let row = RowContext(record: record, file: file)
    let year = calendar.year(containing: line.period.start)
    let isWord = known.learn(row, line, limit: limit)
    let isKind = !known.knows(line, year: year)
    if isKind { newLines.append(line) }
    if isWord { hasChanged = true }
    if isWord || isKind { lessons += 1 }
  }

  func end(_ local: inout Local) {
    tables.append(local.table)
  }
}

import Diagnostics
import EmissionFactors
import Quantities
import Tables

/// Reads the rows of one file, in order, and hands over what they say.
///
/// A class, because whoever reads a large file calls it from several threads, one at a time.
final class RowReading {
  let file: FileReader
  private(set) var decoder: Decoder
  private(set) var meters: MeterWatch
  /// The first rows of every file, to find a file that is there twice under two names.
  private(set) var firstRows: DuplicateSearch
  private var search: DuplicateSearch
  private var comparedRows = 0
  private let comparedLimit: Int
  var subtotals = SubtotalWatch()
  private var batch: [ActivityLine] = []
  /// Rows that could not be read at all.
  private var unreadable = 0
  let calendar: YearCalendar

  /// Lines to a batch.
  private static let batchSize = 1024

  /// How many rows of a file are compared with those of the others.
  private static let comparedRows = 1000

  init(
    _ file: FileReader, _ decoder: Decoder, _ meters: MeterWatch, firstRows: DuplicateSearch,
    duplicateLimit: Int
  ) {
    self.file = file
    self.decoder = decoder
    self.meters = meters
    self.firstRows = firstRows
    search = DuplicateSearch(limit: duplicateLimit)
    comparedLimit = min(Self.comparedRows, duplicateLimit)
    calendar = decoder.campus.calendar
    batch.reserveCapacity(Self.batchSize)
  }

  /// Reads every row; false when some are missing at the end.
  func readAll<Sink: LineSink>(into sink: inout Sink, log: inout FindingLog) -> Bool {
    file.forEachRow(
      log: &log, onRejected: { _ in reject() }, onInterval: { sink.take($0, of: file) }
    ) { record, fate, log in
      _ = take(record, fate, into: &sink, log: &log)
    }
  }

  /// Takes note of a row that could not be read at all.
  func reject() { unreadable += 1 }

  /// Takes a row; its line, when it is used.
  func take<Sink: LineSink>(
    _ record: Record, _ fate: ProfiledTable.Fate, into sink: inout Sink, log: inout FindingLog
  ) -> ActivityLine? {
    let row = RowContext(record: record, file: file)
    var line = ActivityLine()
    line.file = file.index
    line.lineNumber = Int32(truncatingIfNeeded: record.line)
    line.offset = record.offset
    line.rows = Int32(clamping: record.rows)
    var known = SetAside(file: file.index)
    known.rows = record.rows
    if fate != .row {
      readQuantity(of: row, into: &known)
      let reason = fate == .unknown ? ExclusionReason.unknown : .rule
      sink.exclude(known, reason: reason, vocabulary: decoder.vocabulary)
      return nil
    }
    if file.kind == .activity, let column = SubtotalWatch.totalColumn(of: row),
      !decoder.declares(row.bytes(column.rawValue), in: column)
    {
      // A row that the campus knows not to be a total is read like any other.
      if setAsideTotal(row, column, &known, &sink, &log) { return nil }
    }
    let outcome =
      file.kind == .activity
      ? ActivityDecoder.decode(row, into: &line, known: &known, decoder: &decoder, log: &log)
      : SurveyDecoder.decode(row, into: &line, known: &known, decoder: &decoder, log: &log)
    switch outcome {
    case .wrong(let accepted):
      setAside(known, isAccepted: accepted, &sink)
    case .used where abs(line.quantity.mantissa) > decoder.limits[Int(line.unit)].mantissa:
      let column =
        file.kind == .activity
        ? ActivityColumn.quantity.rawValue : SurveyColumn.answers.rawValue
      let stands = row.report(
        InventoryFindings.numberTooLarge, column: column,
        year: calendar.year(containing: line.period.start), log: &log,
        facts: { [.init("value", row.text(column))] })
      known.quantity = nil
      setAside(known, isAccepted: !stands, &sink)
    case .used:
      doubt(row, line, isCopy: isCopy(record), &log)
      if line.meter >= 0 {
        meters.see(line, unit: decoder.vocabulary.units[Int(line.unit)])
      }
      batch.append(line)
      if batch.count == Self.batchSize { flush(into: &sink, log: &log) }
      return line
    }
    return nil
  }

  private func setAside<Sink: LineSink>(
    _ row: SetAside, isAccepted: Bool, _ sink: inout Sink
  ) {
    if isAccepted {
      sink.exclude(row, reason: .accepted, vocabulary: decoder.vocabulary)
    } else {
      sink.reject(row, vocabulary: decoder.vocabulary)
    }
  }

  /// Hands over the lines that wait.
  func flush<Sink: LineSink>(into sink: inout Sink, log: inout FindingLog) {
    if batch.isEmpty { return }
    sink.take(batch, of: file, vocabulary: decoder.vocabulary, log: &log)
    batch.removeAll(keepingCapacity: true)
  }

  /// The file has come to its end.
  func end<Sink: LineSink>(into sink: inout Sink, log: inout FindingLog) {
    flush(into: &sink, log: &log)
    for _ in 0..<unreadable {
      sink.reject(SetAside(file: file.index), vocabulary: decoder.vocabulary)
    }
    if let rows = search.stoppedAfter {
      log.add(
        Finding(
          DoubtFindings.duplicateSearchStopped, at: Location(file: file.name),
          [.init("count", String(rows))]))
    }
  }

  /// The largest quantity that lines like this one may have, when it says nothing but what, where,
  /// when and how much.
  func limitOfOrdinary(_ line: ActivityLine) -> Number? {
    guard line.lifetime == 0, line.origin == .written, line.post < 0, line.meter < 0,
      line.knowledge < 0, line.characterisation == .operated
    else { return nil }
    let traits = decoder.traits[Int(line.activity)]
    return traits.isAsset || traits.isDeclared ? nil : decoder.limits[Int(line.unit)]
  }

  /// True while rows are looked up among those gone by.
  var comparesRows: Bool { search.isOpen || comparedRows < comparedLimit }

  /// True when the same row was there before, in this file or at the beginning of another.
  private func isCopy(_ record: Record) -> Bool {
    comparesRows
      ? isCopy(DuplicateSearch.hash(record, delimiter: file.delimiter)) : skipCopies(1)
  }

  /// The same for a row that is known by its hash.
  func isCopy(_ hash: UInt64) -> Bool {
    comparedRows += 1
    return search.isDuplicate(hash)
      || comparedRows <= comparedLimit && firstRows.isDuplicate(hash)
  }

  /// Which of these rows were there before: their places, in order.
  func copies(_ hashes: ArraySlice<(hash: UInt64, place: RecordPlace)>) -> [RecordPlace] {
    var copies: [RecordPlace] = []
    var rest = hashes
    // The first rows are looked up in two ways.
    while comparedRows < comparedLimit, let first = rest.popFirst() {
      if isCopy(first.hash) { copies.append(first.place) }
    }
    comparedRows += rest.count
    search.findCopies(rest, into: &copies)
    return copies
  }

  /// Rows went by that are compared with nothing any more.
  @discardableResult
  func skipCopies(_ count: Int) -> Bool {
    comparedRows += count
    if count > 0 { search.skip() }
    return false
  }

  /// A row that sums up others is left out, and what it holds is still accounted for; false when
  /// the campus accepts the finding: the row then counts.
  private func setAsideTotal<Sink: LineSink>(
    _ row: RowContext, _ column: ActivityColumn, _ known: inout SetAside,
    _ sink: inout Sink, _ log: inout FindingLog
  ) -> Bool {
    let stands = row.report(
      DoubtFindings.subtotalRow, column: column.rawValue, log: &log,
      facts: { [.init("text", row.text(column.rawValue))] })
    guard stands else { return false }
    readQuantity(of: row, into: &known)
    sink.exclude(known, reason: .subtotal, vocabulary: decoder.vocabulary)
    return true
  }

  /// What a row that is left out would have counted.
  private func readQuantity(of row: RowContext, into known: inout SetAside) {
    let unit = row.bytes(ActivityColumn.unit.rawValue)
    if !unit.isEmpty { known.unit = decoder.unit(unit) }
    let quantity = row.bytes(ActivityColumn.quantity.rawValue)
    if case .success(let reading) = NumberText.read(quantity, dialect: decoder.dialect) {
      known.quantity = reading.number
    }
  }

  private func doubt(
    _ row: RowContext, _ line: ActivityLine, isCopy: Bool, _ log: inout FindingLog
  ) {
    let year = calendar.year(containing: line.period.start)
    if isCopy { doubtCopy(row, year: year, &log) }
    guard row.file.kind == .activity else { return }
    if let count = subtotals.sumsUp(line.activity, line.unit, line.quantity) {
      doubtSum(row, of: count, year: year, &log)
    }
  }

  /// Says that a row is there twice.
  func doubtCopy(_ row: RowContext, year: Int, _ log: inout FindingLog) {
    row.report(DoubtFindings.duplicateRow, column: nil, year: year, log: &log)
  }

  /// Says that a row is the sum of those above it.
  func doubtSum(_ row: RowContext, of count: Int, year: Int, _ log: inout FindingLog) {
    let column = ActivityColumn.quantity.rawValue
    row.report(
      DoubtFindings.possibleSubtotal, column: column, year: year, log: &log,
      facts: { [.init("value", row.text(column)), .init("count", String(count))] })
  }
}

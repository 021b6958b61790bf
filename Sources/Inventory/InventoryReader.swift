public import Diagnostics
public import EmissionFactors
import Quantities
public import Tables

/// Reads every activity file of a campus, row by row, and hands the lines over in batches.
///
/// One pass, whatever the number of rows: a line lives as long as its batch.
public struct InventoryReader {
  /// How far to look for rows that are there twice.
  public enum DuplicateReach: Sendable {
    /// The first 500 000 rows of a file: what `report` can afford at any size.
    case firstRows
    /// Every row: 9 to 18 bytes each, for `check`.
    case everyRow

    var limit: Int { self == .firstRows ? 500_000 : .max }
  }

  private let files: [ByteSource]
  private let duplicateLimit: Int
  private var decoder: Decoder
  private var meters = MeterWatch()
  /// The first rows of every file, to find a file that is there twice under two names.
  private var firstRows = DuplicateSearch(limit: .max)
  /// How many rows of a file are compared with those of the others.
  private static let comparedRows = 1000
  /// The files that could be opened, by their place in the list.
  public private(set) var readers: [Int32: FileReader] = [:]

  /// The files that hold something and could not be read, or not to their end.
  public private(set) var unreadFiles: [String] = []

  /// A reader of these files, in this order.
  public init(
    campus: Campus, catalog: FactorCatalog, files: [ByteSource],
    duplicates: DuplicateReach = .firstRows
  ) {
    self.init(campus: campus, catalog: catalog, files: files, duplicateLimit: duplicates.limit)
  }

  init(campus: Campus, catalog: FactorCatalog, files: [ByteSource], duplicateLimit: Int) {
    self.files = files
    self.duplicateLimit = duplicateLimit
    decoder = Decoder(campus: campus, catalog: catalog)
  }

  /// The words behind the numbers of the lines.
  public var vocabulary: Vocabulary { decoder.vocabulary }

  /// The days that each meter's rows cover.
  public var meterCoverage: [MeterCoverage] { meters.coverage(vocabulary: vocabulary) }

  /// Reads everything.
  public mutating func read<Sink: LineSink>(into sink: inout Sink, log: inout FindingLog) {
    for index in files.indices { readFile(index, into: &sink, log: &log) }
    meters.report(
      vocabulary: decoder.vocabulary, readers: readers, campus: decoder.campus, log: &log)
  }

  private mutating func readFile<Sink: LineSink>(
    _ index: Int, into sink: inout Sink, log: inout FindingLog
  ) {
    let errors = log.count(of: .error)
    let source = files[index]
    let file = FileReader.open(
      source, index: Int32(index), through: decoder.campus.imports[source.name],
      campus: decoder.campus, log: &log)
    guard let file else {
      // An empty file is a doubt; a file that is refused leaves a hole in every total.
      if log.count(of: .error) > errors { unreadFiles.append(files[index].name) }
      return
    }
    readers[file.index] = file
    var decoder = self.decoder
    let dialect = decoder.dialect
    decoder.dialect = file.dialect ?? dialect
    let lastDay = decoder.lastDay
    decoder.lastDay = file.lastDay ?? lastDay
    var meters = self.meters
    self.meters = MeterWatch()
    var search = DuplicateSearch(limit: duplicateLimit)
    var firstRows = self.firstRows
    self.firstRows = DuplicateSearch(limit: .max)
    var comparedRows = 0
    var subtotals = SubtotalWatch()
    let calendar = decoder.campus.calendar
    var batch: [ActivityLine] = []
    batch.reserveCapacity(1024)
    var rejected: [SetAside] = []
    let isWhole = file.forEachRow(
      log: &log, onRejected: { _ in rejected.append(SetAside(file: file.index)) }
    ) { record, fate, log in
      let row = RowContext(record: record, file: file)
      var line = ActivityLine()
      line.file = file.index
      line.lineNumber = Int32(truncatingIfNeeded: record.line)
      line.offset = record.offset
      line.rows = Int32(clamping: record.rows)
      var known = SetAside(file: file.index)
      known.rows = record.rows
      if fate != .row {
        Self.readQuantity(of: row, into: &known, &decoder)
        let reason = fate == .unknown ? ExclusionReason.unknown : .rule
        sink.exclude(known, reason: reason, vocabulary: decoder.vocabulary)
        return
      }
      if file.kind == .activity, let column = SubtotalWatch.totalColumn(of: row),
        !decoder.declares(row.bytes(column.rawValue), in: column)
      {
        // A row that the campus knows not to be a total is read like any other.
        if Self.setAsideTotal(row, column, &known, &decoder, &log, &sink) { return }
      }
      let outcome =
        file.kind == .activity
        ? ActivityDecoder.decode(row, into: &line, known: &known, decoder: &decoder, log: &log)
        : SurveyDecoder.decode(row, into: &line, known: &known, decoder: &decoder, log: &log)
      switch outcome {
      case .wrong(let accepted):
        if accepted {
          sink.exclude(known, reason: .accepted, vocabulary: decoder.vocabulary)
        } else {
          sink.reject(known, vocabulary: decoder.vocabulary)
        }
      case .used where abs(line.quantity.mantissa) > decoder.limits[Int(line.unit)].mantissa:
        let column =
          file.kind == .activity
          ? ActivityColumn.quantity.rawValue : SurveyColumn.answers.rawValue
        let stands = row.report(
          InventoryFindings.numberTooLarge, column: column,
          year: calendar.year(containing: line.period.start), log: &log,
          facts: { [.init("value", row.text(column))] })
        known.quantity = nil
        if stands {
          sink.reject(known, vocabulary: decoder.vocabulary)
        } else {
          sink.exclude(known, reason: .accepted, vocabulary: decoder.vocabulary)
        }
      case .used:
        comparedRows += 1
        let isCopy =
          search.isDuplicate(record)
          || comparedRows <= min(Self.comparedRows, duplicateLimit)
            && firstRows.isDuplicate(record)
        Self.doubt(row, line, calendar, isCopy: isCopy, &subtotals, &log)
        if line.meter >= 0 {
          meters.see(line, unit: decoder.vocabulary.units[Int(line.unit)])
        }
        batch.append(line)
        if batch.count == 1024 {
          sink.take(batch, of: file, vocabulary: decoder.vocabulary, log: &log)
          batch.removeAll(keepingCapacity: true)
        }
      }
    }
    if !isWhole { unreadFiles.append(file.name) }
    if !batch.isEmpty { sink.take(batch, of: file, vocabulary: decoder.vocabulary, log: &log) }
    for row in rejected { sink.reject(row, vocabulary: decoder.vocabulary) }
    if let rows = search.stoppedAfter {
      log.add(
        Finding(
          DoubtFindings.duplicateSearchStopped, at: Location(file: file.name),
          [.init("count", String(rows))]))
    }
    decoder.dialect = dialect
    decoder.lastDay = lastDay
    self.decoder = decoder
    self.meters = meters
    self.firstRows = firstRows
  }

  /// A row that sums up others is left out, and what it holds is still accounted for; false when
  /// the campus accepts the finding: the row then counts.
  private static func setAsideTotal<Sink: LineSink>(
    _ row: RowContext, _ column: ActivityColumn, _ known: inout SetAside,
    _ decoder: inout Decoder, _ log: inout FindingLog, _ sink: inout Sink
  ) -> Bool {
    let stands = row.report(
      DoubtFindings.subtotalRow, column: column.rawValue, log: &log,
      facts: { [.init("text", row.text(column.rawValue))] })
    guard stands else { return false }
    readQuantity(of: row, into: &known, &decoder)
    sink.exclude(known, reason: .subtotal, vocabulary: decoder.vocabulary)
    return true
  }

  /// What a row that is left out would have counted.
  private static func readQuantity(
    of row: RowContext, into known: inout SetAside, _ decoder: inout Decoder
  ) {
    let unit = row.bytes(ActivityColumn.unit.rawValue)
    if !unit.isEmpty { known.unit = decoder.unit(unit) }
    let quantity = row.bytes(ActivityColumn.quantity.rawValue)
    if case .success(let reading) = NumberText.read(quantity, dialect: decoder.dialect) {
      known.quantity = reading.number
    }
  }

  private static func doubt(
    _ row: RowContext, _ line: ActivityLine, _ calendar: YearCalendar,
    isCopy: Bool, _ subtotals: inout SubtotalWatch, _ log: inout FindingLog
  ) {
    if isCopy {
      row.report(
        DoubtFindings.duplicateRow, column: nil, year: calendar.year(containing: line.period.start),
        log: &log)
    }
    guard row.file.kind == .activity else { return }
    if let rows = subtotals.sumsUp(line) {
      let column = ActivityColumn.quantity.rawValue
      row.report(
        DoubtFindings.possibleSubtotal, column: column,
        year: calendar.year(containing: line.period.start), log: &log,
        facts: { [.init("value", row.text(column)), .init("count", String(rows))] })
    }
  }
}

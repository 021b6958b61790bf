public import Diagnostics

/// A table as it was received: lines before its header, a header found by its names, rows of any
/// width, and what follows the table in the same file.
///
/// Where `TableReader` wants a table of our own making, this one takes files as they come; a profile
/// says what they mean.
public struct RawTable: Sendable {
  /// Where the bytes come from, converted to an ASCII-compatible encoding.
  public let source: ByteSource
  /// The names of the columns, as written.
  public let header: [String]
  /// The lines above the header.
  public let preamble: [[String]]
  /// The line the header is on.
  public let headerLine: Int
  /// Where the header begins, in bytes.
  let headerOffset: Int
  private let dialect: Dialect
  /// What stands between fields.
  var delimiter: UInt8 { dialect.delimiter }

  /// No header is looked for further down.
  private static let headerReach = 60

  /// Opens a file and looks for its header; nil when there is none or nothing can be read.
  ///
  /// The caller knows what was looked for, and says that it was not found.
  /// `isKnown` are the names that tell the delimiter; `isHeader` says which line is the header.
  public static func open(
    _ original: ByteSource, isKnown: (String) -> Bool, isHeader: ([String]) -> Bool
  ) -> RawTable? {
    let source = TableReader.decoded(original)
    let sample = source.bytes(at: 0, count: 1 << 16)
    let dialect = Dialect.detect(in: sample, headerWithin: headerReach, isKnownName: isKnown)
    var reader = RecordReader(source, dialect: dialect)
    var preamble: [[String]] = []
    while preamble.count < headerReach {
      switch reader.next() {
      case .end, .fault(.deviceFailed): return nil
      case .fault: preamble.append([])
      case .record(let record):
        var cells = (0..<record.count).map { CellText.string(record.field($0)) }
        if isHeader(cells) {
          while let last = cells.last, last.isEmpty { cells.removeLast() }
          return RawTable(
            source: source, header: cells, preamble: preamble, headerLine: record.line,
            headerOffset: record.offset, dialect: dialect)
        }
        preamble.append(cells)
      }
    }
    return nil
  }

  /// Hands over the records under the header, blank ones left out, until `isEnd` says that the table
  /// is over; faults go to the log.
  ///
  /// Returns false when the device failed: rows are then missing.
  @discardableResult
  public func forEachRecord(
    log: inout FindingLog, isEnd: (Record) -> Bool, onRejected: (_ line: Int) -> Void,
    _ body: (Record, inout FindingLog) -> Void
  ) -> Bool {
    var reader = RecordReader(
      source, dialect: Dialect(delimiter: dialect.delimiter, start: headerOffset, line: headerLine))
    var isHeader = true
    var hasRows = false
    while true {
      switch reader.next() {
      case .end:
        if !hasRows { log.add(Finding(TableFindings.emptyTable, at: Location(file: source.name))) }
        return true
      case .fault(let fault):
        RecordLocator(source: source, dialect: dialect).report(fault, log: &log)
        if case .deviceFailed = fault { return false }
        hasRows = true
        onRejected(fault.line)
      case .record(let record):
        if isHeader {
          isHeader = false
          continue
        }
        if record.isBlank { continue }
        if isEnd(record) {
          if !hasRows {
            log.add(Finding(TableFindings.emptyTable, at: Location(file: source.name)))
          }
          return true
        }
        hasRows = true
        body(record, &log)
      }
    }
  }

  /// The place of a field of a record that has gone by.
  public func location(recordAt offset: Int, line: Int, field: Int?) -> Location {
    RecordLocator(source: source, dialect: dialect)
      .location(recordAt: offset, line: line, field: field)
  }

  /// The fields of a record that has gone by, read again.
  public func fields(recordAt offset: Int, line: Int) -> [String] {
    var reader = RecordReader(
      source, dialect: Dialect(delimiter: dialect.delimiter, start: offset, line: line))
    guard case .record(let record) = reader.next() else { return [] }
    return (0..<record.count).map { CellText.string(record.field($0)) }
  }
}

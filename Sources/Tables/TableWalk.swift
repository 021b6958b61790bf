public import Diagnostics

/// What reading a table in order has met so far.
///
/// Whoever reads hands over every step; rows that need no word said may be skipped.
public struct TableWalk {
  /// What to do next.
  public enum Outcome: Sendable {
    case goOn, end
    /// The device failed: rows are missing.
    case failed
  }

  private let table: TableReader
  private var isHeader = true
  private var hasRows = false
  /// True once a field was not UTF-8.
  public private(set) var isForeign = false

  /// The beginning of a table.
  public init(_ table: TableReader) { self.table = table }

  /// Takes note of rows that were counted without being handed over.
  public mutating func skipRows() { hasRows = true }

  /// Takes the record at a place of a chunk.
  public mutating func take(
    _ place: RecordPlace, of chunk: RecordChunk, log: inout FindingLog,
    onRejected: (_ line: Int) -> Void, _ body: (Record, inout FindingLog) -> Void
  ) -> Outcome {
    take(chunk.step(at: place), log: &log, onRejected: onRejected, body)
  }

  /// The table has come to its end.
  public mutating func end(log: inout FindingLog) {
    if !hasRows {
      log.add(Finding(TableFindings.emptyTable, at: Location(file: table.source.name)))
    }
  }

  mutating func take(
    _ step: RecordReader.Step, log: inout FindingLog, onRejected: (_ line: Int) -> Void,
    _ body: (Record, inout FindingLog) -> Void
  ) -> Outcome {
    switch step {
    case .end:
      end(log: &log)
      return .end
    case .fault(let fault):
      RecordLocator(source: table.source, dialect: table.dialect).report(fault, log: &log)
      if case .deviceFailed = fault { return .failed }
      hasRows = true
      onRejected(fault.line)
    case .record(let record):
      if record.isBlank { break }
      if !record.isASCII { noteEncoding(of: record, log: &log) }
      if isHeader {
        isHeader = false
        break
      }
      hasRows = true
      if record.count == table.width || hasOnlyBlanks(record, after: table.width) {
        body(record, &log)
      } else {
        reject(record, log: &log)
        onRejected(record.line)
      }
    }
    return .goOn
  }

  /// Says once that a file is not UTF-8, and wherever a character was lost.
  private mutating func noteEncoding(of record: Record, log: inout FindingLog) {
    if record.isWholeUTF8 { return }
    if !isForeign, let field = firstField(of: record, where: { !CellText.isUTF8($0) }) {
      isForeign = true
      note(TableFindings.windows1252, field, in: record, log: &log)
    }
    if let field = firstField(of: record, where: CellText.isDamaged) {
      note(TableFindings.damagedCharacter, field, in: record, log: &log)
    }
  }

  private func firstField(
    of record: Record, where isMeant: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Int? {
    (0..<record.count).first { isMeant(record.field($0)) }
  }

  private func note(
    _ kind: FindingKind, _ field: Int, in record: Record, log: inout FindingLog
  ) {
    log.add(kind, file: table.source.name, line: record.line) {
      Finding(
        kind,
        at: RecordLocator(source: table.source, dialect: table.dialect).location(
          recordAt: record.offset, line: record.line, field: field),
        [.init("text", CellText.string(record.field(field)))])
    }
  }

  private func hasOnlyBlanks(_ record: Record, after width: Int) -> Bool {
    record.count > width && (width..<record.count).allSatisfy { record.field($0).isEmpty }
  }

  private func reject(_ record: Record, log: inout FindingLog) {
    let kind = record.count < table.width ? TableFindings.rowTooShort : TableFindings.rowTooLong
    let count = record.count
    let (offset, line) = (record.offset, record.line)
    log.add(kind, file: table.source.name, line: line) {
      Finding(
        kind,
        at: RecordLocator(source: table.source, dialect: table.dialect).location(
          recordAt: offset, line: line, field: nil),
        [.init("count", String(count)), .init("expected", String(table.width))])
    }
  }
}

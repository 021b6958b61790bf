import Diagnostics
import Quantities
import Tables

/// A table of our own making: comma or semicolon, decimal point, one word per column.
struct DataTable {
  let reader: TableReader
  let schema: TableSchema
  fileprivate let memo = Memo()

  /// What was asked of the rows above is asked again of the next one, mostly in the same order.
  ///
  /// Asked for every cell: behind a pointer, nobody has to make sure each time that nobody else is at it.
  fileprivate final class Memo {
    struct Content {
      /// The columns asked for, each with its place in a row, and the one that was asked for last.
      var columns: [(name: String, place: Int?)] = []
      var last = 0
      var units: [String: Unit] = [:]
    }

    let content = UnsafeMutablePointer<Content>.allocate(capacity: 1)

    init() { content.initialize(to: Content()) }

    deinit {
      content.deinitialize(count: 1)
      content.deallocate()
    }
  }

  /// Opens a data table; nil, with findings, when it cannot be.
  init?(_ source: ByteSource, _ schema: TableSchema, log: inout FindingLog) {
    guard let reader = TableReader.open(source, schemas: [schema], log: &log) else { return nil }
    self.reader = reader
    self.schema = schema
  }

  func forEachRow(log: inout FindingLog, _ body: (DataRow, inout FindingLog) -> Void) {
    reader.forEachRecord(log: &log, onRejected: { _ in }) { record, log in
      body(DataRow(record: record, table: self), &log)
    }
  }
}

/// One row of a data table, read by column name.
struct DataRow {
  let record: Record
  let table: DataTable

  private func place(_ column: String) -> Int? {
    let memo = table.memo.content
    let (last, count) = (memo.pointee.last, memo.pointee.columns.count)
    // The next one, or once more the same.
    let next = last + 1 < count ? last + 1 : 0
    if next < count, memo.pointee.columns[next].name == column {
      memo.pointee.last = next
      return memo.pointee.columns[next].place
    }
    if last < count, memo.pointee.columns[last].name == column {
      return memo.pointee.columns[last].place
    }
    let found = memo.pointee.columns.firstIndex { $0.name == column }
    if found == nil {
      let place = table.schema.column(named: column).flatMap { table.reader.places[$0] }
      memo.pointee.columns.append((column, place))
    }
    memo.pointee.last = found ?? count
    return memo.pointee.columns[memo.pointee.last].place
  }

  /// The words of a cell; empty when the column is not there.
  func text(_ column: String) -> String {
    guard let place = place(column), place < record.count else { return "" }
    return CellText.string(record.field(place))
  }

  /// True when the cell is empty, or not there.
  func isEmpty(_ column: String) -> Bool {
    guard let place = place(column), place < record.count else { return true }
    return record.field(place).isEmpty
  }

  /// The words of a cell between `|`.
  func list(_ column: String) -> [String] {
    guard let place = place(column), place < record.count else { return [] }
    return record.field(place).split(separator: 0x7C).map {
      CellText.string(UnsafeBufferPointer(rebasing: $0))
    }
  }

  /// The number in a cell, nil when empty; anything else is a finding.
  func number(_ column: String, log: inout FindingLog) -> Number? {
    // Most cells of a factor table are empty: no text is made of them.
    guard let place = place(column), place < record.count else { return nil }
    let bytes = record.field(place)
    if bytes.isEmpty { return nil }
    if let number = Number(literal: bytes) { return number }
    report(
      column, expected: Text(fr: "un nombre, avec un point", en: "a number, with a point"),
      log: &log)
    return nil
  }

  /// The whole number in a cell, nil when empty.
  func integer(_ column: String, log: inout FindingLog) -> Int? {
    let text = text(column)
    if text.isEmpty { return nil }
    if let number = Int(text) { return number }
    report(column, expected: Text(fr: "un nombre entier", en: "a whole number"), log: &log)
    return nil
  }

  /// One of a few words.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ column: String, _ type: Value.Type, log: inout FindingLog
  ) -> Value? where Value.RawValue == String {
    if let value = Value(rawValue: text(column)) { return value }
    let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
    report(column, expected: Text(fr: "l'un de : \(words)", en: "one of: \(words)"), log: &log)
    return nil
  }

  /// The unit a cell names.
  func unit(_ column: String, log: inout FindingLog) -> Unit? {
    let name = text(column)
    let memo = table.memo.content
    if let unit = memo.pointee.units[name] { return unit }
    if let unit = UnitCatalog.unit(named: name) {
      memo.pointee.units[name] = unit
      return unit
    }
    report(column, expected: Text(fr: "une unité connue", en: "a known unit"), log: &log)
    return nil
  }

  /// Reports a cell that is not what its column needs.
  func report(_ column: String, expected: Text, log: inout FindingLog) {
    let value = text(column)
    let (offset, line) = (record.offset, record.line)
    log.add(
      FactorFindings.badValue, subject: column, file: table.reader.source.name, line: line
    ) {
      Finding(
        FactorFindings.badValue,
        at: table.reader.location(
          recordAt: offset, line: line, column: table.schema.column(named: column)),
        [
          .init("value", value), .init("column", column), .init("expected-fr", expected.fr),
          .init("expected-en", expected.en),
        ])
    }
  }

  /// The place of the row.
  var location: Location {
    table.reader.location(recordAt: record.offset, line: record.line, column: nil)
  }
}

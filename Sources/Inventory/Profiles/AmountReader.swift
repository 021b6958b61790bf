import Diagnostics
import Quantities
import Tables

/// Hands over the rows of a file of amounts: what is left out, what is not known, what is split and
/// what is reckoned from several columns.
struct AmountReader {
  /// What the quantity of a row, or of a part of one, is.
  private enum Amount {
    case written
    case computed(Number)
    case unknown
    /// Zero, in a file whose zeros say nothing.
    case nothing
    /// A column of a formula holds no number.
    case notANumber(field: Int)
    case tooLarge
  }

  private let table: ProfiledTable
  private let dialect: NumberDialect
  private var unknown: UnknownValues
  private var left: ExcludedRows
  private var journeys: JourneyReader?

  init(_ table: ProfiledTable) {
    self.table = table
    var dialect = NumberDialect()
    dialect.decimalMark = table.decimalMark
    self.dialect = dialect
    unknown = UnknownValues(table)
    left = ExcludedRows(table)
    journeys = table.journeys
  }

  mutating func take(
    _ record: Record, log: inout FindingLog, onRejected: (_ line: Int) -> Void,
    _ body: (Record, ProfiledTable.Fate, inout FindingLog) -> Void
  ) {
    if let rule = table.exclusion(of: record) {
      left.note(record, rule)
      for part in table.parts { table.build(record, part) { body($0, .excluded, &log) } }
    } else if let outcome = journeys?.read(record, in: table) {
      switch outcome {
      case .cells(let cells):
        table.withCells(of: record, replacing: cells, rows: 1, at: (record.offset, record.line)) {
          body($0, .row, &log)
        }
        return
      case .unknownPair: break
      case .badCount(let field): report(ProfileFindings.badCount, record, field, log: &log)
      case .tooLarge: report(InventoryFindings.numberTooLarge, record, nil, log: &log)
      }
      onRejected(record.line)
    } else {
      for part in table.parts { take(part, of: record, log: &log, onRejected: onRejected, body) }
    }
  }

  func report(log: inout FindingLog) {
    unknown.report(log: &log)
    left.report(log: &log)
    journeys?.report(table, log: &log)
  }

  private mutating func take(
    _ part: [ProfiledTable.Plan], of record: Record, log: inout FindingLog,
    onRejected: (_ line: Int) -> Void,
    _ body: (Record, ProfiledTable.Fate, inout FindingLog) -> Void
  ) {
    switch amount(of: record, part) {
    case .written: table.build(record, part) { body($0, .row, &log) }
    case .computed(let number):
      let text = number.description
      let cell =
        table.decimalMark == .comma ? String(text.map { $0 == "." ? "," : $0 }) : text
      table.withCells(
        of: record, part, replacing: [.quantity: cell], rows: 1, at: (record.offset, record.line)
      ) { body($0, .row, &log) }
    case .unknown:
      unknown.note(record)
      table.build(record, part) { body($0, .unknown, &log) }
    case .nothing:
      left.noteZero(record)
      table.build(record, part) { body($0, .excluded, &log) }
    case .notANumber(let field):
      report(InventoryFindings.badNumber, record, field, log: &log)
      onRejected(record.line)
    case .tooLarge:
      report(InventoryFindings.numberTooLarge, record, nil, log: &log)
      onRejected(record.line)
    }
  }

  private func amount(of record: Record, _ part: [ProfiledTable.Plan]) -> Amount {
    guard case .formula(let formula, let places) = part[ActivityColumn.quantity.rawValue] else {
      let bytes = table.field(.quantity, of: record, part)
      if table.isMissing(bytes) { return .unknown }
      guard table.profile.zeros != nil,
        case .success(let reading) = NumberText.read(bytes, dialect: dialect)
      else { return .written }
      return reading.number.isZero ? .nothing : .written
    }
    var values: [Number] = []
    for place in places {
      let bytes = table.field(place, of: record)
      if table.isMissing(bytes) { return .unknown }
      guard case .success(let reading) = NumberText.read(bytes, dialect: dialect) else {
        return .notANumber(field: place)
      }
      values.append(reading.number)
    }
    guard let number = formula.value(values) else { return .tooLarge }
    return number.isZero && table.profile.zeros != nil ? .nothing : .computed(number)
  }

  private func report(
    _ kind: FindingKind, _ record: Record, _ field: Int?, log: inout FindingLog
  ) {
    let text = field.map { CellText.string(table.field($0, of: record)) } ?? ""
    log.add(
      Finding(
        kind,
        at: table.raw.location(recordAt: record.offset, line: record.line, field: field),
        [.init("value", text)]))
  }
}

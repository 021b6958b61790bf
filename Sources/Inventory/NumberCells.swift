import Diagnostics
import Quantities
import Tables

/// Numbers in cells: read strictly, and refused with the reason.
enum NumberCells {
  /// The number in a cell; nil after reporting why not.
  static func read(
    _ row: RowContext, _ column: Int, dialect: NumberDialect, year: Int?, accepted: inout Bool,
    log: inout FindingLog
  ) -> Number? {
    let bytes = row.bytes(column)
    switch NumberText.read(bytes, dialect: dialect) {
    case .success(let reading):
      if reading.roundedDigits {
        row.report(
          InventoryFindings.roundedNumber, column: column, year: year, log: &log,
          facts: { [.init("value", row.text(column))] })
      }
      return reading.number
    case .failure(let problem):
      accepted = !report(problem, row, column, year: year, log: &log)
      return nil
    }
  }

  private static func report(
    _ problem: NumberProblem, _ row: RowContext, _ column: Int, year: Int?, log: inout FindingLog
  ) -> Bool {
    let value = { Finding.Fact("value", row.text(column)) }
    switch problem {
    case .empty:
      return row.report(
        InventoryFindings.missingValue, column: column, year: year, log: &log,
        facts: { [.init("column", row.columnName(column))] })
    case .ambiguous(let decimal, let group):
      return row.report(
        InventoryFindings.ambiguousNumber, column: column, year: year, log: &log,
        facts: { [value(), .init("decimal", decimal), .init("group", group)] })
    case .wrongDecimalMark:
      return row.report(
        InventoryFindings.wrongDecimalMark, column: column, year: year, log: &log,
        facts: { [value()] })
    case .tooLarge:
      return row.report(
        InventoryFindings.numberTooLarge, column: column, year: year, log: &log,
        facts: { [value()] })
    default:
      return row.report(
        InventoryFindings.badNumber, column: column, year: year, log: &log, facts: { [value()] })
    }
  }
}

extension RowContext {
  /// The name of a column as the file's header writes it.
  func columnName(_ column: Int) -> String {
    guard let place = file.places[column] else {
      return file.kind == .activity
        ? ActivityColumn.schema.columns[column].identifier
        : SurveyColumn.schema.columns[column].identifier
    }
    return file.header[place]
  }
}

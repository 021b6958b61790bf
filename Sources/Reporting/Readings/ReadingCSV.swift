public import Diagnostics
import Quantities

/// The table of a reading as a spreadsheet has it: a line a code, a column a gas, in tonnes.
///
/// Rounded to the kilogram, as a form is filled in; `-O json` has every digit.
public struct ReadingCSV: Sendable {
  private let writer: CSVWriter
  private static let decimals = 3

  /// A renderer for the spreadsheets of a language.
  public init(language: Language) { writer = CSVWriter(language: language) }

  /// The tables of a report, each under its own header.
  public func render(_ report: Report) -> String {
    var rows: [[CSVWriter.Cell]] = []
    for warning in report.warnings {
      rows.append([.text("warning"), .text(warning[writer.language])])
    }
    // The way from another total is --reconcile's.
    for table in report.tables where table.reach == .everywhere {
      var table = table
      for place in table.columns.indices where table.columns[place].unit.hasPrefix("t") {
        table.columns[place].decimals = Self.decimals
      }
      table.notes = []
      table.noteRounding()
      rows.append([.text("code"), .text("label")] + table.columns.map { .text(heading($0)) })
      for row in table.rows {
        let label = row.label.text(in: writer.language, column: nil)
        let code = label.hasPrefix(row.key + " ")
        rows.append(
          [.text(row.key), .text(code ? String(label.dropFirst(row.key.count + 1)) : label)]
            + zip(table.columns, row.values).map { cell($1, $0) })
      }
      rows += table.notes.map { [.text("note"), .text($0[writer.language])] }
    }
    rows += report.notes.map { [.text("note"), .text($0[writer.language])] }
    return writer.text(rows)
  }

  private func heading(_ column: ReportTable.Column) -> String {
    column.unit.isEmpty ? column.identifier : "\(column.identifier) (\(column.unit))"
  }

  private func cell(_ value: ReportValue, _ column: ReportTable.Column) -> CSVWriter.Cell {
    switch value {
    case .amount(let figure):
      .exact(figure.amount.shown(decimals: column.decimals, down: false).exactText)
    default: writer.cell(value)
    }
  }
}

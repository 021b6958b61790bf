public import Diagnostics
import Quantities

/// Renders a report as one long table: a line for every value.
///
/// French spreadsheets want `;` and a decimal comma, English ones `,` and a point; the digits are
/// all there, before any rounding.
public struct CSVRenderer: Sendable {
  private let writer: CSVWriter

  /// A renderer for the spreadsheets of a language.
  public init(language: Language) { writer = CSVWriter(language: language) }

  /// The report as CSV.
  public func render(_ report: Report) -> String {
    var rows: [[CSVWriter.Cell]] = [
      ["table", "key", "label", "role", "measure", "value", "unit"].map { .text($0) }
    ]
    rows += report.warnings.map { words($0, "warning") }
    rows += report.headlines.map { words($0, "headline") }
    for table in report.tables {
      for row in table.rows {
        for (column, value) in zip(table.columns, row.values) {
          func add(_ measure: String, _ cell: CSVWriter.Cell) {
            rows.append([
              .text(table.identifier), .text(row.key),
              .text(row.label.text(in: writer.language, column: nil)), .text(row.role.rawValue),
              .text(measure), cell, .text(column.unit),
            ])
          }
          add(column.identifier, writer.cell(value))
          guard case .amount(let figure) = value, let interval = figure.interval else { continue }
          add(column.identifier + "-low", writer.cell(.real(interval.low)))
          add(column.identifier + "-high", writer.cell(.real(interval.high)))
        }
      }
      rows += table.notes.map { words($0, table.identifier, role: "note") }
    }
    rows += report.notes.map { words($0, "note") }
    return writer.text(rows)
  }

  /// What is said beside the figures: a row without a value.
  private func words(_ text: Text, _ table: String, role: String = "") -> [CSVWriter.Cell] {
    [table, "", text[writer.language], role, "", "", ""].map { .text($0) }
  }
}

/// Writes CSV that a spreadsheet opens as it is meant: numbers as numbers, text as text.
public struct CSVWriter: Sendable {
  /// A cell to write.
  public enum Cell: Sendable {
    /// A number, exactly.
    case exact(String)
    /// Words, ours or from outside.
    case text(String)
  }

  let language: Language

  /// A writer for the spreadsheets of a language.
  public init(language: Language) { self.language = language }

  private var delimiter: String { language == .french ? ";" : "," }

  /// Rows as lines of text.
  public func text(_ rows: [[Cell]]) -> String {
    var result = ""
    for row in rows { result += line(row) }
    return result
  }

  /// One row as a line.
  public func line(_ row: [Cell]) -> String {
    row.map { cell in
      switch cell {
      case .exact(let digits): language == .french ? comma(digits) : digits
      case .text(let text): quoted(Self.harmless(text))
      }
    }.joined(separator: delimiter) + "\n"
  }

  func cell(_ value: ReportValue) -> Cell {
    switch value {
    case .missing: .text("")
    case .words(let text): .text(text[language])
    case .outside(let text): .text(text)
    case .count(let count): .exact(String(count))
    case .number(let number): .exact(number.description)
    case .amount(let figure): .exact(figure.amount.exactText)
    case .share(let share): .exact(share.exactText)
    case .date(let date): .text(date.description)
    }
  }

  private func comma(_ digits: String) -> String {
    String(digits.map { $0 == "." ? "," : $0 })
  }

  /// Looked at scalar by scalar: an accent after a mark makes one character of both.
  private func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let marks: Set<Unicode.Scalar> = ["\"", "\n", "\r", ";", ",", "\t", "|"]
    let touchesBlank = [scalars.first, scalars.last].contains { $0.map(Self.isBlank) ?? false }
    if !touchesBlank, !scalars.contains(where: marks.contains) { return text }
    var result = "\""
    for scalar in scalars {
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    result.unicodeScalars.append("\"")
    return result
  }

  /// Text that a spreadsheet would run as a formula gets an apostrophe in front.
  static func harmless(_ text: String) -> String {
    // A null byte is no text: what reads it may stop there.
    let text = text.utf8.contains(0) ? VisibleText.escaped(text) : text
    let risky: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    let first = text.unicodeScalars.first { risky.contains($0) || !isBlank($0) }
    guard let first, risky.contains(first) else { return text }
    return "'" + text
  }

  /// Blanks that a spreadsheet may pass over before it looks for a formula.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }
}

public import Diagnostics
import Quantities
public import Workbooks

/// A report as the sheets of a workbook: real numbers, headings that stay in sight, filters.
public struct WorkbookReport {
  private let language: Language

  /// A renderer for a language.
  public init(language: Language) { self.language = language }

  /// The sheets: what is said first, then one for each table, long ones too.
  public func sheets(_ report: Report) -> [WorkbookSheet] {
    let first = Text(fr: "Résumé", en: "Summary")[language]
    var taken: Set<String> = [first]
    var sheets = [front(report, first)]
    for table in report.tables where !table.rows.isEmpty {
      // What stands in brackets explains a title, and is too long for a tab.
      let title = table.title[language].prefix { $0 != "(" }
      let name = SheetName.name(String(title), taken: taken)
      taken.insert(name)
      sheets.append(sheet(table, name))
    }
    return sheets
  }

  /// What must be read before and after any figure.
  private func front(_ report: Report, _ name: String) -> WorkbookSheet {
    var sheet = WorkbookSheet(name: name)
    sheet.widths = [100]
    func add(_ kind: WorkbookSheet.Row.Kind, _ text: String) {
      sheet.rows.append(.init(kind, [.text(visible(text))]))
    }
    add(.title, report.title[language])
    for warning in report.warnings { add(.total, warning[language]) }
    for headline in report.headlines {
      let text = headline[language]
      add(text.hasPrefix("  ") ? .detail : .plain, String(text.drop { $0 == " " }))
    }
    for note in report.notes { add(.note, note[language]) }
    return sheet
  }

  private func sheet(_ table: ReportTable, _ name: String) -> WorkbookSheet {
    let table = table.shown(in: .data)
    var sheet = WorkbookSheet(name: name)
    sheet.rows.append(.init(.title, [.text(visible(table.title[language]))]))
    sheet.rows.append(.init())
    let headings = table.columns.map { column -> WorkbookSheet.Cell in
      let title = column.title[language]
      return .text(visible(column.unit.isEmpty ? title : "\(title) (\(column.unit))"))
    }
    sheet.rows.append(.init(.heading, [.text(visible(table.labelTitle[language]))] + headings))
    let heading = sheet.rows.count - 1
    for row in table.rows {
      let label = visible(row.label.text(in: language, column: nil))
      sheet.rows.append(
        .init(
          kind(row.role),
          [.text(label)]
            + row.values.enumerated().map { cell(table.column($0, of: row), $1) }))
    }
    sheet.filter = (heading, sheet.rows.count - 1)
    sheet.rows.append(.init())
    for note in table.notes { sheet.rows.append(.init(.note, [.text(visible(note[language]))])) }
    sheet.widths = widths(table)
    sheet.bars = bars(table, heading: heading)
    return sheet
  }

  private func visible(_ text: String) -> String { VisibleText.escaped(text) }

  private func kind(_ role: ReportTable.Row.Role) -> WorkbookSheet.Row.Kind {
    switch role {
    case .part, .apart: .plain
    case .detail: .detail
    case .total: .total
    }
  }

  private func cell(_ column: ReportTable.Column, _ value: ReportValue) -> WorkbookSheet.Cell {
    switch value {
    case .missing: .blank
    case .words, .outside: .text(visible(value.text(in: language, column: column)))
    case .count(let count): .number(Double(count), decimals: 0)
    case .number(let number):
      .number(ExactAmount(number).toDouble(), decimals: decimals(column, number))
    case .amount(let figure):
      .number(
        figure.amount.toDouble(), decimals: decimals(column, figure.amount.roundedNumber()))
    case .date(let date): .date(date)
    case .share(let share): .share(share.toDouble(), decimals: column.decimals)
    }
  }

  /// A column of mixed units shows the digits that its number has.
  private func decimals(_ column: ReportTable.Column, _ number: Number?) -> Int {
    guard column.rounding == .trimmed else { return column.decimals }
    let text = number.map { ExactAmount($0).exactText } ?? ""
    let digits = text.split(separator: ".").dropFirst().first?.count ?? 0
    return min(digits, column.decimals)
  }

  private func widths(_ table: ReportTable) -> [Double] {
    let labels = table.rows.map { $0.label.text(in: language, column: nil).count }
    let first = min(60, max(20, labels.max() ?? 0))
    return [Double(first) + 2]
      + table.columns.indices.map { place in
        let texts = table.rows.map {
          $0.values[place].text(in: language, column: table.columns[place]).count
        }
        return Double(min(60, max(12, texts.max() ?? 0))) + 2
      }
  }

  /// Bars of the parts of a total: the reader of a table of posts looks there first.
  private func bars(_ table: ReportTable, heading: Int) -> WorkbookSheet.Bars? {
    let parts = table.rows.indices.filter { table.rows[$0].role == .part }
    guard parts.count > 1, parts.count <= 30, table.rows.contains(where: { $0.role == .total }),
      let column = table.columns.indices.first(where: { place in
        table.columns[place].adds && table.rows.contains { $0.values[place].isNumber }
      })
    else { return nil }
    return .init(
      visible(table.title[language]), rows: parts.map { heading + 1 + $0 }, names: 0,
      values: column + 1)
  }
}

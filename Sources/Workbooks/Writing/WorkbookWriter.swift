import CXLSXWriter
import Quantities

/// Writes workbooks, the same bytes for the same sheets.
public struct WorkbookWriter {
  /// Why a workbook could not be written, as the library numbers it.
  public struct Failure: Error, Sendable {
    public let code: Int
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [String: UnsafeMutablePointer<lxw_format>] = [:]
  /// More rows do not fit into a sheet, nor longer texts into a cell.
  public static let mostRows = 1_048_576
  private static let longestText = 32_767
  /// Spreadsheets count days from the end of 1899.
  private static let daysTo1970 = 25_569

  /// Writes sheets to a new file.
  public static func write(_ sheets: [WorkbookSheet], to path: String) throws(Failure) {
    guard let book = workbook_new(path) else { throw Failure(code: 1) }
    var properties = lxw_doc_properties()
    // The clock is in no output: 1 January 2000.
    properties.created = 946_684_800
    workbook_set_properties(book, &properties)
    var writer = WorkbookWriter(book: book)
    for sheet in sheets { writer.add(sheet) }
    let code = workbook_close(book)
    if code != LXW_NO_ERROR { throw Failure(code: Int(code.rawValue)) }
  }

  private init(book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  private mutating func add(_ sheet: WorkbookSheet) {
    guard let page = workbook_add_worksheet(book, sheet.name) else { return }
    for (column, width) in sheet.widths.enumerated() {
      let place = lxw_col_t(column)
      _ = worksheet_set_column(page, place, place, width, nil)
    }
    for (number, row) in sheet.rows.enumerated() where number < Self.mostRows {
      if row.kind == .note, writeNote(row, lxw_row_t(number), of: sheet, on: page) { continue }
      for (column, cell) in row.cells.enumerated() {
        write(cell, page, lxw_row_t(number), lxw_col_t(column), row.kind)
      }
    }
    if let filter = sheet.filter {
      worksheet_freeze_panes(page, lxw_row_t(filter.heading + 1), 1)
      let columns = sheet.rows[filter.heading].cells.count
      if filter.last > filter.heading, columns > 0 {
        _ = worksheet_autofilter(
          page, lxw_row_t(filter.heading), 0, lxw_row_t(filter.last), lxw_col_t(columns - 1))
      }
    }
    if let bars = sheet.bars { draw(bars, of: sheet, on: page) }
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)
    worksheet_fit_to_pages(page, 1, 0)
  }

  /// A note goes over all columns and as many lines as it takes; false for one of several cells.
  private mutating func writeNote(
    _ row: WorkbookSheet.Row, _ number: lxw_row_t, of sheet: WorkbookSheet,
    on page: UnsafeMutablePointer<lxw_worksheet>
  ) -> Bool {
    guard row.cells.count == 1, case .text(let text) = row.cells[0], sheet.widths.count > 1 else {
      return false
    }
    let width = sheet.widths.reduce(0, +)
    _ = worksheet_merge_range(
      page, number, 0, number, lxw_col_t(sheet.widths.count - 1), Self.harmless(text),
      format(.note, nil))
    let lines = (Double(text.count) / max(20, width * 0.95)).rounded(.up)
    _ = worksheet_set_row(page, number, 15 * max(1, lines), nil)
    return true
  }

  private mutating func write(
    _ cell: WorkbookSheet.Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t, _ kind: WorkbookSheet.Row.Kind
  ) {
    switch cell {
    case .blank: _ = worksheet_write_blank(page, row, column, format(kind, nil))
    case .text(let text):
      _ = worksheet_write_string(
        page, row, column, Self.harmless(text), format(kind, nil))
    case .number(let value, let decimals):
      guard value.isFinite else { return }
      _ = worksheet_write_number(page, row, column, value, format(kind, Self.digits(decimals)))
    case .share(let value, let decimals):
      guard value.isFinite else { return }
      _ = worksheet_write_number(
        page, row, column, value, format(kind, Self.decimals("0", decimals) + "%"))
    case .date(let date):
      // Days before March 1900 have another number in every spreadsheet.
      let serial = Int(date.dayNumber) + Self.daysTo1970
      if serial < 61 {
        write(.text(date.description), page, row, column, kind)
      } else {
        _ = worksheet_write_number(page, row, column, Double(serial), format(kind, "yyyy-mm-dd"))
      }
    }
  }

  /// What XML has no place for, and what no cell has room for.
  private static func harmless(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += scalar.value > 0xFFFF ? 2 : 1
      if length > longestText { break }
      let isBad = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      safe.append(isBad ? "\u{FFFD}" : scalar)
    }
    return String(safe)
  }

  private static func digits(_ decimals: Int) -> String { self.decimals("#,##0", decimals) }

  private static func decimals(_ whole: String, _ count: Int) -> String {
    count > 0 ? whole + "." + String(repeating: "0", count: min(count, 12)) : whole
  }

  /// Every look is made once.
  private mutating func format(
    _ kind: WorkbookSheet.Row.Kind, _ number: String?
  ) -> UnsafeMutablePointer<lxw_format>? {
    let key = "\(kind) \(number ?? "")"
    if let known = formats[key] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    if let number { format_set_num_format(format, number) }
    switch kind {
    case .plain: break
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .heading:
      format_set_bold(format)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
    case .total:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    // Numbers stand under one another, whoever they belong to.
    case .detail: if number == nil { format_set_indent(format, 1) }
    case .note:
      format_set_italic(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    formats[key] = format
    return format
  }

  /// Bars under one another, the first on top.
  private mutating func draw(
    _ bars: WorkbookSheet.Bars, of sheet: WorkbookSheet,
    on page: UnsafeMutablePointer<lxw_worksheet>
  ) {
    guard let chart = workbook_add_chart(book, UInt8(LXW_CHART_BAR.rawValue)),
      let top = bars.rows.first, let bottom = bars.rows.last
    else { return }
    var (names, values) = (bars.names, bars.values)
    var (from, to) = (top, bottom)
    var right = sheet.rows.map(\.cells.count).max() ?? 0
    if bottom - top != bars.rows.count - 1 {
      // Rows with others between them are copied side by side: a chart wants them in one piece.
      (names, values) = (right + 1, right + 2)
      from = top
      to = top + bars.rows.count - 1
      for (place, row) in bars.rows.enumerated() {
        let cells = sheet.rows[row].cells
        let line = lxw_row_t(from + place)
        write(cells[bars.names], page, line, lxw_col_t(names), .plain)
        write(cells[bars.values], page, line, lxw_col_t(values), .plain)
      }
      right += 3
    }
    let series = chart_add_series(chart, nil, nil)
    let (first, last) = (lxw_row_t(from), lxw_row_t(to))
    chart_series_set_categories(series, sheet.name, first, lxw_col_t(names), last, lxw_col_t(names))
    chart_series_set_values(series, sheet.name, first, lxw_col_t(values), last, lxw_col_t(values))
    chart_title_set_name(chart, Self.harmless(bars.title))
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    chart_axis_set_reverse(chart.pointee.y_axis)
    _ = worksheet_insert_chart(page, 1, lxw_col_t(right + 1), chart)
  }
}

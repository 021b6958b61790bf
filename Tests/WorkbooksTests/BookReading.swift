import Diagnostics
import Tables
import TestSupport

@testable import Workbooks

/// Everything a workbook says, as values a test can compare.
struct BookReading {
  var workbook: Workbook?
  var rows: [[SheetRow]] = []
  var isWhole: [Bool] = []
  var log = FindingLog()

  init(_ source: ByteSource, limits: WorkbookLimits = WorkbookLimits()) {
    workbook = Workbook.open(source, limits: limits, log: &log)
    guard let workbook else { return }
    for sheet in workbook.sheets {
      var found: [SheetRow] = []
      isWhole.append(
        workbook.forEachRow(of: sheet, log: &log) { row, _ in
          found.append(row)
          return .goOn
        })
      rows.append(found)
    }
  }

  init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) {
    self.init(ByteSource(name: "b.xlsx", bytes: bytes), limits: limits)
  }

  init(_ book: BookWriter, limits: WorkbookLimits = WorkbookLimits()) {
    self.init(book.bytes, limits: limits)
  }

  /// The values of the first sheet, row by row, with the letters of their columns.
  var cells: [String] {
    (rows.first ?? []).flatMap { row in
      row.cells.map {
        "\(SheetPlace.letters(column: $0.column))\(row.number)=\(Self.shown($0.value))"
      }
    }
  }

  /// The findings kept, as `kind place`.
  var findings: [String] {
    log.sortedGroups.flatMap(\.first).map { "\($0.kind.identifier) \($0.location.text)" }
  }

  /// The one finding, in words.
  var words: String? {
    log.sortedGroups.flatMap(\.first).first?.summary(in: .english)
  }

  static func shown(_ value: CellValue) -> String {
    switch value {
    case .text(let text): "“\(text)”"
    case .number(let number): number.decimal
    case .date(let date): date.text
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .error(let code): code
    case .formulaWithoutValue: "=?"
    case .unreadable: "?!"
    }
  }
}

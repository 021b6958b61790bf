import Diagnostics
import Reporting
import Tables
import TestSupport
import Workbooks

/// What the findings about workbooks look like: pages cannot show the files, tests make them.
enum WorkbookExample {
  private static let command = "empreinte check"
  private static let sheet = "xl/worksheets/sheet1.xml"

  /// The examples, by the finding they give.
  static let all: [String: SpecialExample] = [
    "not-a-workbook": example(
      "releve.xlsx", Array("<html><table><tr><td>Date</td></tr></table></html>".utf8)),
    "text-named-workbook": example("releve.xlsx", Array("Date\tHeures\n2023-01-01\t00:00\n".utf8)),
    "encrypted-workbook": forged { $0.flags = 1 },
    "damaged-workbook": forged { $0.crc = 1 },
    "unsafe-workbook": forged {
      $0.bytes = Array("<!DOCTYPE a [<!ENTITY b \"c\">]>".utf8) + $0.bytes
    },
    "workbook-too-large": forged { $0.size = 3 << 30 },
    "bad-cell-reference": example(rows: "<row r=\"9\"><c r=\"XFE9\"><v>1</v></c></row>"),
    "bad-cell": example(rows: "<row r=\"9\"><c r=\"C9\"><v>1e400</v></c></row>"),
    "formula-without-value": example(rows: "<row r=\"9\"><c r=\"C9\"><f>A9*B9</f></c></row>"),
    "error-cell": example(
      rows: "<row r=\"9\"><c r=\"C9\" t=\"e\"><f>A9/B9</f><v>#DIV/0!</v></c></row>"),
    "hidden-rows": example(
      rows: "<row r=\"9\" hidden=\"1\"/><row r=\"10\" hidden=\"1\"/><row r=\"11\"/>"),
  ]

  private static func example(rows: String) -> SpecialExample {
    example("releve.xlsx", BookWriter(rows).bytes)
  }

  /// A workbook of which the archive tells something else than the truth about its sheet.
  private static func forged(
    _ change: @escaping @Sendable (inout ZipWriter.Part) -> Void
  ) -> SpecialExample {
    var archive = BookWriter("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").archive
    for index in archive.parts.indices where archive.parts[index].name == sheet {
      change(&archive.parts[index])
    }
    return example("releve.xlsx", archive.bytes)
  }

  private static func example(_ name: String, _ bytes: [UInt8]) -> SpecialExample {
    SpecialExample(command: command) {
      var log = FindingLog()
      let source = ByteSource(name: "activity/" + name, bytes: bytes)
      if let book = Workbook.open(source, log: &log) {
        for sheet in book.sheets {
          book.forEachRow(of: sheet, log: &log) { row, log in
            for cell in row.cells {
              let place = book.location(in: sheet, row: row.number, column: cell.column)
              if let finding = cell.finding(at: place) { log.add(finding) }
            }
            return .goOn
          }
        }
      }
      let renderer = FindingRenderer(language: .english)
      return log.sortedGroups.flatMap(\.first).map { renderer.text($0) }.joined(separator: "\n")
    }
  }
}

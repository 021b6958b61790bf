import Diagnostics
import Tables
import TestSupport
import Workbooks

/// Any bytes as a workbook, or as a part of a sound one: it is read or refused, and nothing is lost
/// without a word.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbook(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  guard let kind = input.first else { return 0 }
  let rest = Array(input.dropFirst())
  let text = String(decoding: rest, as: UTF8.self)
  var book = BookWriter(
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: "<si><t>a</t></si>")
  switch kind % 7 {
  case 0: return read(rest)
  case 1: book = BookWriter(text)
  case 2: book.strings = text
  case 3: book.replaced["xl/worksheets/sheet1.xml"] = text
  case 4: book.replaced["xl/workbook.xml"] = text
  case 5: book.formats = [text]
  default: book.replaced["xl/styles.xml"] = text
  }
  return read(book.bytes)
}

private func read(_ bytes: [UInt8]) -> CInt {
  var limits = WorkbookLimits()
  limits.partBytes = 1 << 22
  limits.sharedBytes = 1 << 20
  var log = FindingLog()
  guard
    let book = Workbook.open(ByteSource(name: "b.xlsx", bytes: bytes), limits: limits, log: &log)
  else {
    precondition(log.count(of: .error) > 0, "refused without a word")
    return 0
  }
  for sheet in book.sheets {
    let errors = log.count(of: .error)
    var last = 0
    let isWhole = book.forEachRow(of: sheet, log: &log) { row, log in
      precondition(row.number > last, "rows out of order")
      last = row.number
      for cell in row.cells {
        let place = book.location(in: sheet, row: row.number, column: cell.column)
        _ = cell.finding(at: place)
      }
      return .goOn
    }
    precondition(isWhole || log.count(of: .error) > errors, "stopped without a word")
  }
  return 0
}

public import Diagnostics
public import Tables
import Workbooks

/// A sheet of a workbook as lines of text, so that one path reads whatever was received.
///
/// Line n is row n of the sheet, whatever rows are blank: places in findings are those a spreadsheet
/// shows. Cells stand between TABs.
enum SheetText {
  /// More text than the largest sheet anyone sends; beyond it, memory would go with it.
  private static let limit = 1 << 25
  /// What stands for a formula whose result was not saved: no number, and not nothing.
  static let noResult = "#FORMULA"

  /// True for the first bytes of an .xlsx: it is an archive.
  static func isWorkbook(_ source: ByteSource) -> Bool {
    source.bytes(at: 0, count: 4) == [0x50, 0x4B, 0x03, 0x04]
  }

  /// The text of a sheet; nil, with the reason in the log, when it cannot be read to its end.
  static func source(
    _ sheet: Workbook.Sheet, of book: Workbook, log: inout FindingLog
  ) -> ByteSource? {
    var bytes: [UInt8] = []
    var line = 1
    var isTooLarge = false
    let isWhole = book.forEachRow(of: sheet, log: &log) { row, _ in
      while line < row.number {
        bytes.append(0x0A)
        line += 1
      }
      var column = 1
      for cell in row.cells {
        while column < cell.column {
          bytes.append(0x09)
          column += 1
        }
        append(text(cell.value), to: &bytes)
      }
      isTooLarge = bytes.count > limit
      return isTooLarge ? .stop : .goOn
    }
    if isTooLarge {
      log.add(
        Finding(
          WorkbookFindings.workbookTooLarge, at: book.location(in: sheet),
          [.init("part", sheet.name)]))
      return nil
    }
    guard isWhole else { return nil }
    bytes.append(0x0A)
    return ByteSource(name: book.source.name, bytes: bytes)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let needsQuotes = text.utf8.contains { $0 == 0x22 }
    if needsQuotes { bytes.append(0x22) }
    for byte in text.utf8 {
      switch byte {
      // A line break in a cell is no end of its row.
      case 0x09, 0x0A, 0x0D: bytes.append(0x20)
      case 0x22: bytes += [0x22, 0x22]
      default: bytes.append(byte)
      }
    }
    if needsQuotes { bytes.append(0x22) }
  }

  private static func text(_ value: CellValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): number.decimal
    case .date(let date): date.text
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let code): code
    case .formulaWithoutValue, .unreadable: noResult
    }
  }
}

/// Opens a received file, text or workbook, as the table that a profile describes.
public enum ReceivedFile {
  /// The table; nil, with findings, when the file holds no such table.
  public static func open(
    _ source: ByteSource, _ profile: Profile, log: inout FindingLog
  ) -> RawTable? {
    let names = Set(profile.knownNames.map { FoldedText.fold($0) })
    func table(_ source: ByteSource) -> RawTable? {
      let found = RawTable.open(
        source, isKnown: { names.contains(FoldedText.fold($0)) }, isHeader: profile.isHeader)
      guard let found, profile.fits(preamble: found.preamble) else { return nil }
      return found
    }
    guard isWorkbook(source) else { return table(source) }
    guard let book = Workbook.open(source, log: &log) else { return nil }
    let wanted = profile.sheets.map { FoldedText.fold($0) }
    for sheet in book.sheets
    where wanted.isEmpty || wanted.contains(FoldedText.fold(sheet.name)) {
      guard let text = SheetText.source(sheet, of: book, log: &log) else { return nil }
      if let found = table(text) { return found }
    }
    return nil
  }

  /// True for a workbook, whatever it is called.
  public static func isWorkbook(_ source: ByteSource) -> Bool { SheetText.isWorkbook(source) }
}

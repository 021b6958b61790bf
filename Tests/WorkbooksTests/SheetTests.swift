import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Workbooks

@Suite struct SheetTests {
  @Test func `sheets come in the order of their tabs, whatever the parts are called`() {
    var book = BookWriter("<row><c><v>1</v></c></row>")
    book.sheets.append(
      .init(name: "Historique par mois", rows: "<row><c><v>2</v></c></row>", state: "hidden"))
    book.sheets.append(
      .init(name: "d'été", rows: "<row><c><v>3</v></c></row>", state: "veryHidden"))
    let reading = BookReading(book)
    let sheets = reading.workbook?.sheets ?? []
    #expect(sheets.map(\.name) == ["Feuil1", "Historique par mois", "d'été"])
    #expect(sheets.map(\.index) == [0, 1, 2])
    #expect(sheets.map(\.isHidden) == [false, true, true])
    #expect(
      reading.rows.map { $0.flatMap(\.cells).map { BookReading.shown($0.value) } }
        == [["1"], ["2"], ["3"]])
    let places = sheets.map { reading.workbook?.location(in: $0, row: 7, column: 28).text }
    #expect(
      places == [
        "b.xlsx:Feuil1!AB7", "b.xlsx:'Historique par mois'!AB7", "b.xlsx:'d''été'!AB7",
      ])
  }

  @Test func `a sheet that is a chart is left out`() {
    var book = BookWriter("<row><c><v>1</v></c></row>")
    book.sheets.insert(.init(name: "Graph1", rows: "", kind: "chartsheet"), at: 0)
    let reading = BookReading(book)
    #expect(reading.workbook?.sheets.map(\.name) == ["Feuil1"])
    #expect(reading.cells == ["A1=1"])
  }

  @Test func `rows keep their numbers, those that go without are counted`() {
    let reading = BookReading(
      BookWriter(
        "<row><c><v>1</v></c></row><row r=\"9\"><c r=\"B9\"><v>2</v></c></row><row>"
          + "<c><v>3</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>4</v></c></row>"))
    #expect(reading.cells == ["A1=1", "B9=2", "A10=3", "XFD1048576=4"])
    #expect(reading.findings == [])
  }

  @Test func `hidden rows are read, and said once`() {
    let reading = BookReading(
      BookWriter(
        "<row><c><v>1</v></c></row><row hidden=\"1\"><c><v>2</v></c></row>"
          + "<row hidden=\"true\"/><row hidden=\"0\"/>"))
    #expect(reading.rows.first?.map(\.isHidden) == [false, true, true, false])
    #expect(reading.findings == ["hidden-rows b.xlsx:Feuil1!2"])
    #expect(reading.words == "2 hidden row(s), read like the others")
  }

  @Test func `reading can stop at any row`() throws {
    var log = FindingLog()
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 5000) + "<row r=\"x\"/>"
    let source = ByteSource(name: "b.xlsx", bytes: BookWriter(rows).bytes)
    let book = try #require(Workbook.open(source, log: &log))
    let sheet = try #require(book.sheets.first)
    var seen = 0
    let isFine = book.forEachRow(of: sheet, log: &log) { _, _ in
      seen += 1
      return seen == 7 ? .stop : .goOn
    }
    #expect(isFine && seen == 7 && log.isEmpty)
  }

  @Test func `merged cells have their value in the first`() {
    var book = BookWriter("")
    book.replaced["xl/worksheets/sheet1.xml"] =
      "<worksheet xmlns=\"\(BookWriter.main)\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>"
      + "<c r=\"B1\"/></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
      + "</worksheet>"
    #expect(BookReading(book).cells == ["A1=1"])
  }

  /// Each is one finding where reading stopped; the rows before are kept.
  @Test(arguments: [
    ("<row r=\"3\"/><row r=\"3\"/>", "Feuil1!3", "3"),
    ("<row r=\"3\"/><row r=\"2\"/>", "Feuil1!3", "2"),
    ("<row r=\"0\"/>", "Feuil1", "0"), ("<row r=\"-1\"/>", "Feuil1", "-1"),
    ("<row r=\"1048577\"/>", "Feuil1", "1048577"),
    ("<row r=\"1048576\"/><row/>", "Feuil1!1048576", "1048577"),
    ("<row r=\"99999999999999999999\"/>", "Feuil1", "99999999999999999999"),
    ("<row r=\"2\"><c r=\"XFE2\"/></row>", "Feuil1!2", "XFE2"),
    ("<row r=\"2\"><c r=\"ZZZZ2\"/></row>", "Feuil1!2", "ZZZZ2"),
    ("<row r=\"2\"><c r=\"A3\"/></row>", "Feuil1!2", "A3"),
    ("<row r=\"2\"><c r=\"2\"/></row>", "Feuil1!2", "2"),
    ("<row r=\"2\"><c r=\"A\"/></row>", "Feuil1!2", "A"),
    ("<row r=\"2\"><c r=\"A02\"/></row>", "Feuil1!2", "A02"),
    ("<row r=\"2\"><c r=\"\"/></row>", "Feuil1!2", ""),
    ("<row r=\"2\"><c r=\"C2\"/><c r=\"B2\"/></row>", "Feuil1!2", "B2"),
    ("<row r=\"2\"><c r=\"C2\"/><c r=\"C2\"/></row>", "Feuil1!2", "C2"),
    ("<row r=\"2\"><c r=\"XFD2\"/><c/></row>", "Feuil1!2", "XFE2"),
  ])
  func `a place that cannot be stops the sheet`(_ rows: String, _ place: String, _ name: String) {
    let reading = BookReading(BookWriter(rows))
    #expect(reading.findings == ["bad-cell-reference b.xlsx:\(place)"])
    #expect(reading.words?.contains("“\(name)”") == true)
    #expect(reading.isWhole == [false])
  }

  @Test func `rows before a fault are handed over`() {
    let reading = BookReading(
      BookWriter("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</c></row>"))
    #expect(reading.cells == ["A1=1", "A2=2"])
    #expect(reading.findings == ["damaged-workbook b.xlsx:Feuil1!3"])
  }

  @Test(arguments: [1, 2, 3, 5, 64, 1 << 20])
  func `what is read does not depend on how the bytes come`(_ size: Int) {
    var book = BookWriter(
      (1...50).map { "<row><c t=\"s\"><v>0</v></c><c><v>\($0).5</v></c></row>" }.joined(),
      strings: "<si><t>é</t></si>")
    book.zip.comment = Array("comment".utf8)
    let whole = ByteSource(name: "b.xlsx", bytes: book.bytes)
    let dripping = ByteSource(name: "b.xlsx") { offset, buffer in
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(size, buffer.count)])
      return whole.read(at: offset, into: part)
    }
    let reading = BookReading(dripping)
    #expect(reading.findings == [])
    #expect(reading.rows == BookReading(whole).rows)
    #expect(reading.rows.first?.count == 50)
  }

  @Test func `stored parts, large archives and other capitals are read too`() {
    var book = BookWriter("<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>a</t></si>")
    #expect(BookReading(book).cells == ["A1=“a”"])
    book.zip.isLarge = true
    #expect(BookReading(book).cells == ["A1=“a”"])
    var archive = book.archive
    for index in archive.parts.indices {
      archive.parts[index].isDeflated = false
      archive.parts[index].name = archive.parts[index].name
        .split(separator: "/").joined(separator: "\\")
      if archive.parts[index].name.contains("shared") {
        archive.parts[index].name = "XL\\SHAREDSTRINGS.XML"
      }
    }
    #expect(BookReading(archive.bytes).cells == ["A1=“a”"])
  }

  @Test func `a sheet may be empty, a workbook may have no sheet`() {
    let reading = BookReading(BookWriter(""))
    #expect(reading.rows == [[]])
    #expect(reading.findings == [])
    var book = BookWriter("")
    book.sheets = []
    #expect(BookReading(book).workbook?.sheets == [])
  }

  @Test func `a device that fails is a damaged workbook`() {
    let bytes = BookWriter("<row><c><v>1</v></c></row>").bytes
    let whole = ByteSource(name: "b.xlsx", bytes: bytes)
    for limit in stride(from: 0, to: bytes.count, by: 17) {
      let broken = ByteSource(name: "b.xlsx") { offset, buffer in
        if offset >= limit { return nil }
        let part = buffer[..<min(buffer.count, limit - offset)]
        return whole.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: part))
      }
      #expect(BookReading(broken).findings.first?.hasPrefix("damaged-workbook") == true)
    }
  }
}

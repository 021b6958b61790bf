import Diagnostics
import TestSupport
import Testing

@testable import Workbooks

@Suite struct DateTests {
  private func read(_ serial: String, _ format: String, is1904: Bool = false) -> String? {
    var book = BookWriter(
      "<row><c s=\"1\"><v>\(serial)</v></c></row>", formats: [format])
    book.is1904 = is1904
    return BookReading(book).cells.first
  }

  /// Serials and days as Excel pairs them.
  @Test(arguments: [
    ("0", "A1=1900-01-00"), ("1", "A1=1900-01-01"), ("31", "A1=1900-01-31"),
    ("59", "A1=1900-02-28"), ("60", "A1=1900-02-29"), ("61", "A1=1900-03-01"),
    ("25569", "A1=1970-01-01"), ("45717", "A1=2025-03-01"), ("2958465", "A1=9999-12-31"),
  ])
  func `days from 1900, the false one among them`(_ serial: String, _ expected: String) {
    #expect(read(serial, "dd/mm/yyyy") == expected)
  }

  @Test(arguments: [
    ("0", "A1=1904-01-01"), ("1", "A1=1904-01-02"), ("44255", "A1=2025-03-01"),
    ("2957003", "A1=9999-12-31"),
  ])
  func `days from 1904`(_ serial: String, _ expected: String) {
    #expect(read(serial, "dd/mm/yyyy", is1904: true) == expected)
  }

  @Test func `the two days that never were have no date`() throws {
    for (serial, isThere) in [("0", false), ("59", true), ("60", false), ("61", true)] {
      let number = try #require(SheetNumber(Array(serial.utf8)))
      let date = try #require(SheetDate(number, style: .day, epoch: .year1900))
      #expect((date.date != nil) == isThere)
      #expect(date.serial?.written == serial)
    }
  }

  @Test(arguments: [
    ("45717.5", "dd/mm/yyyy hh:mm", "A1=2025-03-01T12:00:00"),
    ("45717.520833333336", "dd/mm/yyyy hh:mm", "A1=2025-03-01T12:30:00"),
    ("45717.999999999999", "dd/mm/yyyy", "A1=2025-03-02"),
    ("0.75", "hh:mm", "A1=18:00:00"), ("1.0833333333333333", "[h]:mm", "A1=1.0833333333333333"),
    ("0.000011574", "mm:ss.0", "A1=00:00:01"), ("0.0000000116", "ss.000", "A1=00:00:00.001"),
  ])
  func `times of day`(_ serial: String, _ format: String, _ expected: String) {
    #expect(read(serial, format) == expected)
  }

  @Test func `which formats are dates`() {
    let cases: [(String, DateStyle?)] = [
      ("General", nil), ("0.00", nil), ("#,##0.00\\ \"€\"", nil), ("0.00E+00", nil), ("@", nil),
      ("yyyy-mm-dd", .day), ("dd/mm/yyyy", .day), ("mmm", .day), ("[$-40C]mmmm yyyy", .day),
      ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .day), ("yyyy\\-mm\\-dd;@", .day),
      ("h:mm AM/PM", .time), ("hh:mm:ss", .time), ("dd/mm/yyyy hh:mm", .dayAndTime),
      ("[h]:mm:ss", .elapsed), ("[mm]:ss", .elapsed), ("[ss]", .elapsed),
      ("0\" days\"", nil), ("0\\d", nil), ("[Red]0.00", nil), ("[Yellow][>100]0", nil),
      ("_d0", nil), ("*d0", nil), ("0;d", nil), ("\"unclosed d", nil), ("[unclosed d", nil),
      ("\\", nil), ("", nil), ("GENERAL", nil), ("0.0\" kWh/day\"", nil),
      ("_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-", nil),
    ]
    for (code, style) in cases { #expect(DateFormat.style(of: code) == style, "\(code)") }
    let builtIn = (0...60).filter { DateFormat.builtIn($0) != nil }
    #expect(builtIn == Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
  }

  @Test func `a built-in format that is written anew is what is written`() {
    var book = BookWriter("<row><c s=\"0\"><v>1</v></c><c s=\"1\"><v>1</v></c></row>")
    book.replaced["xl/styles.xml"] =
      "<styleSheet xmlns=\"\(BookWriter.main)\"><cellXfs><xf numFmtId=\"14\"/>"
      + "<xf numFmtId=\"15\"/></cellXfs><numFmts><numFmt numFmtId=\"15\" formatCode=\"0.0\"/>"
      + "</numFmts></styleSheet>"
    #expect(BookReading(book).cells == ["A1=1900-01-01", "B1=1"])
  }

  @Test func `a workbook may have no styles`() {
    var book = BookWriter("<row><c><v>1</v></c><c s=\"0\"><v>2</v></c></row>")
    book.replaced["xl/_rels/workbook.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "<Relationship Id=\"s0\" Type=\"\(BookWriter.relationships)/worksheet\" "
      + "Target=\"worksheets/sheet1.xml\"/></Relationships>"
    #expect(BookReading(book).cells == ["A1=1", "B1=2"])
  }
}

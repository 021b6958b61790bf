import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Workbooks

@Suite struct HostileTests {
  private static let row = "<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
  private static let book = BookWriter(row, strings: "<si><t>a</t></si>")

  /// The identifiers found, and the words of the first.
  private func found(_ writer: ZipWriter, _ limits: WorkbookLimits = .init()) -> [String] {
    BookReading(writer.bytes, limits: limits).findings
  }

  private func changed(_ part: String, _ change: (inout ZipWriter.Part) -> Void) -> ZipWriter {
    var archive = Self.book.archive
    for index in archive.parts.indices where archive.parts[index].name == part {
      change(&archive.parts[index])
    }
    return archive
  }

  private static let sheet = "xl/worksheets/sheet1.xml"

  @Test func `a password is said`() {
    #expect(found(changed(Self.sheet) { $0.flags = 1 }) == ["encrypted-workbook b.xlsx"])
    #expect(found(changed(Self.sheet) { $0.method = 99 }) == ["encrypted-workbook b.xlsx"])
  }

  @Test(arguments: ["../evil", "a/../../b", "/etc/passwd", "C:/a", "a\u{0}b", "", "..\\evil"])
  func `a name that leads out of the archive`(_ name: String) {
    var archive = Self.book.archive
    archive.parts.append(.init(name: name, bytes: [1]))
    #expect(found(archive) == ["unsafe-workbook b.xlsx"])
  }

  @Test func `two parts of one name`() {
    var archive = Self.book.archive
    archive.parts.append(.init(name: "xl/WORKBOOK.xml", bytes: [1]))
    #expect(found(archive) == ["unsafe-workbook b.xlsx"])
  }

  @Test func `two parts that share their bytes`() {
    var archive = Self.book.archive
    archive.parts.append(
      .init(name: "again", bytes: archive.parts[0].bytes, offset: 0))
    #expect(found(archive) == ["unsafe-workbook b.xlsx"])
    // Each inside the one before: the bombs that unfold without any ratio.
    let shifted = changed("xl/workbook.xml") { $0.offset = 10 }
    #expect(found(shifted) == ["unsafe-workbook b.xlsx"])
  }

  @Test func `too many parts`() {
    var archive = Self.book.archive
    for index in 0..<100 { archive.parts.append(.init(name: "\(index)", bytes: [])) }
    var limits = WorkbookLimits()
    limits.entries = 100
    #expect(found(archive, limits) == ["workbook-too-large b.xlsx"])
    limits.entries = 110
    #expect(found(archive, limits) == [])
    archive = Self.book.archive
    for index in 0..<100 {
      archive.parts.append(
        .init(name: "\(index)" + String(repeating: "x", count: 65_000), bytes: []))
    }
    #expect(found(archive) == ["workbook-too-large b.xlsx"])
  }

  @Test func `an unknown compression`() {
    for method in [1, 12, 14, 93] {
      #expect(
        found(changed(Self.sheet) { $0.method = method }) == ["unsafe-workbook b.xlsx:Feuil1"])
    }
  }

  @Test func `a wrong sum, a wrong size, a wrong place`() {
    let place = "damaged-workbook b.xlsx:Feuil1!1"
    #expect(found(changed(Self.sheet) { $0.crc = 1 }) == [place])
    #expect(found(changed(Self.sheet) { $0.size = $0.bytes.count + 1 }) == [place])
    // Fewer than there are: reading stops where the promise ends.
    #expect(
      found(changed(Self.sheet) { $0.size = 10 }).first?.hasPrefix("damaged-workbook") == true)
    #expect(found(changed(Self.sheet) { $0.offset = 1 }) == ["unsafe-workbook b.xlsx"])
    #expect(found(changed(Self.sheet) { $0.offset = 1 << 20 }) == ["damaged-workbook b.xlsx"])
    for count in [0, 1, 99] {
      var archive = Self.book.archive
      archive.count = count
      #expect(found(archive).first?.hasPrefix("damaged-workbook") == true)
    }
  }

  @Test func `declared sizes over the limits are not even begun`() {
    let large = changed(Self.sheet) { $0.size = 3 << 30 }
    #expect(found(large) == ["workbook-too-large b.xlsx:Feuil1"])
    let description = changed("xl/workbook.xml") { $0.size = 100 << 20 }
    #expect(found(description) == ["workbook-too-large b.xlsx"])
    // Below the limit on a part, and still 200 to 1.
    let spread = changed(Self.sheet) { $0.size = 500 << 20 }
    #expect(found(spread) == ["workbook-too-large b.xlsx:Feuil1"])
  }

  @Test func `a bomb that lies about its size stops where the promise ends`() {
    // 64 MB of blanks in 64 KB; the archive says 100 bytes.
    let bomb = changed(Self.sheet) {
      $0.bytes = Array("<worksheet>".utf8) + [UInt8](repeating: 0x20, count: 64 << 20)
      $0.size = 100
    }
    #expect(found(bomb).first?.hasPrefix("damaged-workbook") == true)
  }

  @Test(arguments: [
    sheet, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels",
    "xl/_rels/workbook.xml.rels",
  ])
  func `a DOCTYPE is refused in every part`(_ part: String) {
    let laughs =
      "<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
      + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
    for text in [laughs, "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">"] {
      let forged = changed(part) { $0.bytes = Array((text + "<a>&c;</a>").utf8) }
      let expected = part == Self.sheet ? "b.xlsx:Feuil1" : "b.xlsx"
      #expect(found(forged) == ["unsafe-workbook \(expected)"])
    }
  }

  @Test(arguments: [
    "<a", "", "\u{0}", "<a>\u{FFFF}</b>", "<?xml version=\"1.0\" encoding=\"zz\"?><a/>",
  ])
  func `what is no XML`(_ text: String) {
    for part in Self.book.parts.map(\.name) {
      let forged = changed(part) { $0.bytes = Array(text.utf8) }
      #expect(found(forged).first?.hasPrefix("damaged-workbook") == true, "\(part)")
    }
  }

  @Test func `bytes that are not UTF-8`() {
    let forged = changed(Self.sheet) {
      $0.bytes = Array("<worksheet xmlns=\"\(BookWriter.main)\"><sheetData><row><c><v>".utf8)
      $0.bytes += [0xE9, 0x20] + Array("</v></c></row></sheetData></worksheet>".utf8)
    }
    #expect(found(forged) == ["damaged-workbook b.xlsx:Feuil1!1"])
  }

  @Test func `elements nested without end`() {
    let deep = String(repeating: "<a>", count: 100_000)
    let forged = changed(Self.sheet) {
      $0.bytes = Array(
        "<worksheet xmlns=\"\(BookWriter.main)\">\(deep)".utf8)
    }
    #expect(found(forged) == ["unsafe-workbook b.xlsx:Feuil1"])
  }

  @Test func `a tag, a comment or names without end`() {
    let start = "<worksheet xmlns=\"\(BookWriter.main)\">"
    let long = String(repeating: "a", count: 3 << 20)
    let names = (0..<300_000).map { "<n\($0)/>" }.joined()
    for text in ["<a b=\"\(long)\"/>", "<!--\(long)-->", "<?a \(long)?>", "<\(long)/>", names] {
      var limits = WorkbookLimits()
      limits.ratioFrom = .max
      let forged = changed(Self.sheet) { $0.bytes = Array((start + text).utf8) }
      #expect(found(forged, limits) == ["workbook-too-large b.xlsx:Feuil1"])
    }
  }

  @Test func `texts without end`() {
    let long = String(repeating: "a", count: (1 << 20) + 1)
    let medium = String(repeating: "a", count: 1 << 19)
    var limits = WorkbookLimits()
    limits.ratioFrom = .max
    let one = BookWriter("<row r=\"4\"><c t=\"str\"><v>\(long)</v></c></row>")
    #expect(BookReading(one, limits: limits).findings == ["workbook-too-large b.xlsx:Feuil1!4"])
    let cell = "<c t=\"s\"><v>0</v></c>"
    let shared = BookWriter(
      "<row><c/></row><row r=\"4\">\(String(repeating: cell, count: 16_384))</row>",
      strings: "<si><t>\(medium)</t></si>")
    #expect(BookReading(shared, limits: limits).findings == ["workbook-too-large b.xlsx:Feuil1!4"])
    let item = "<si><t>\(medium)</t></si>"
    limits.sharedBytes = 4 << 20
    let many = BookWriter("", strings: String(repeating: item, count: 9))
    #expect(BookReading(many, limits: limits).findings == ["workbook-too-large b.xlsx"])
    limits.sharedBytes = 1 << 20
    let empty = BookWriter("", strings: String(repeating: "<si/>", count: 1 << 18))
    #expect(BookReading(empty, limits: limits).findings == ["workbook-too-large b.xlsx"])
  }

  @Test func `more sheets, formats or relationships than anyone has`() {
    var limits = WorkbookLimits()
    limits.sheets = 20
    limits.formats = 20
    var sheets = Self.book
    sheets.sheets = (0..<30).map { .init(name: "\($0)", rows: "") }
    #expect(BookReading(sheets, limits: limits).findings == ["workbook-too-large b.xlsx"])
    var formats = Self.book
    formats.formats = [String](repeating: "0", count: 30)
    #expect(BookReading(formats, limits: limits).findings == ["workbook-too-large b.xlsx"])
  }

  @Test func `parts that lead nowhere`() {
    let relation = "http://schemas.openxmlformats.org/package/2006/relationships"
    for target in ["nowhere.xml", "../../x.xml", "../../../x", ""] {
      var book = Self.book
      book.replaced["xl/_rels/workbook.xml.rels"] =
        "<Relationships xmlns=\"\(relation)\"><Relationship Id=\"s0\" Target=\"\(target)\" "
        + "Type=\"\(BookWriter.relationships)/worksheet\"/></Relationships>"
      #expect(BookReading(book).findings == ["damaged-workbook b.xlsx"])
    }
  }
}

import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Workbooks

@Suite struct SignatureTests {
  /// An OLE2 file whose list of streams, in its second sector, holds these names.
  private func compound(_ names: [String]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1024)
    bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    bytes[0x1E] = 9
    bytes[0x30] = 0
    for (index, name) in names.enumerated() {
      let start = 512 + index * 128
      for (place, byte) in name.utf8.enumerated() { bytes[start + 2 * place] = byte }
    }
    return bytes
  }

  private func words(_ bytes: [UInt8]) -> String? { BookReading(bytes).words }

  private func words(_ text: String) -> String? { words(Array(text.utf8)) }

  @Test func `what a file is that is no workbook`() {
    let other = "this is not an .xlsx workbook: "
    #expect(words(compound(["Root Entry", "Workbook"])) == other + "Excel 97–2003 (.xls)")
    #expect(words([0x09, 0x04, 0x06, 0x00, 0, 0]) == other + "Excel 2 to 4 (.xls)")
    #expect(words("%PDF-1.7") == other + "PDF")
    #expect(words("{\\rtf1") == other + "RTF")
    #expect(words([0x1F, 0x8B, 8, 0]) == other + "gzip")
    #expect(words("\u{FEFF}\r\n<HTML xmlns:o=\"urn:x\"><table>") == other + "HTML")
    #expect(words("<table border=1>") == other + "HTML")
    #expect(
      words("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>") == other + "XML")
    #expect(words([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0x0D]) == other + "an unknown format")
  }

  @Test func `a workbook under a password is an OLE2 file`() {
    let bytes = compound(["Root Entry", "EncryptionInfo", "EncryptedPackage"])
    #expect(BookReading(bytes).findings == ["encrypted-workbook b.xlsx"])
  }

  @Test func `text under the name of a workbook`() {
    for text in ["Date\tHeures\r\n2023-01-01\t00:00\r\n", "a;b\n1;2\n", "x"] {
      #expect(BookReading(Array(text.utf8)).findings == ["text-named-workbook b.xlsx"])
    }
    let wide = Array("\u{FEFF}a\tb".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(BookReading(wide).findings == ["text-named-workbook b.xlsx"])
  }

  @Test func `archives of other programs`() {
    func words(_ parts: [(String, String)]) -> String? {
      var writer = ZipWriter()
      writer.parts = parts.map { .init(name: $0.0, bytes: Array($0.1.utf8)) }
      return BookReading(writer.bytes).words
    }
    func office(_ target: String) -> [(String, String)] {
      [
        (
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"a\" Type=\"\(BookWriter.relationships)/officeDocument\" "
            + "Target=\"\(target)\"/></Relationships>"
        ), (target, ""),
      ]
    }
    let other = "this is not an .xlsx workbook: "
    #expect(words([("mimetype", ""), ("content.xml", "")]) == other + "OpenDocument (.ods)")
    #expect(words([("Index/Document.iwa", "")]) == other + "Numbers (.numbers)")
    #expect(words([("a.csv", "a;b")]) == other + "a ZIP archive")
    #expect(words([]) == other + "a ZIP archive")
    #expect(words(office("xl/workbook.bin")) == other + "binary Excel (.xlsb)")
    #expect(words(office("word/document.xml")) == other + "Word (.docx)")
    #expect(words(office("ppt/presentation.xml")) == other + "PowerPoint (.pptx)")
  }

  @Test func `an empty file, and one that is only a beginning`() {
    #expect(BookReading([]).findings == ["damaged-workbook b.xlsx"])
    let whole = BookWriter("<row><c><v>1</v></c></row>").bytes
    for count in stride(from: 4, to: whole.count, by: 7) {
      #expect(BookReading(Array(whole.prefix(count))).findings == ["damaged-workbook b.xlsx"])
    }
  }
}

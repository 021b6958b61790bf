import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Workbooks

/// Random tables and random damage; every seed gives the same case for ever.
@Suite struct RoundTripTests {
  /// A cell to write, and what it is to be read as.
  private struct Cell {
    var xml: String
    var value: String?
  }

  private static let letters = ["a", "é", "€", "𝄞", " ", "&", "<", "\"", "_", "0", ";", "日"]

  private static func words(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in random.pick(letters) ?? "" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
      .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
  }

  /// A random cell; the list of shared strings grows as it needs.
  private static func cell(
    _ reference: String, _ strings: inout [String], _ random: inout SplitMix64
  ) -> Cell {
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      strings.append(words(&random))
      return Cell(
        xml: "<c\(reference) t=\"s\"><v>\(strings.count - 1)</v></c>",
        value: "“\(strings[strings.count - 1])”")
    case 1:
      let text = words(&random)
      return Cell(
        xml:
          "<c\(reference) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is>"
          + "</c>", value: "“\(text)”")
    case 2:
      let number = Int.random(in: -1_000_000...1_000_000, using: &random)
      let tenths = Int.random(in: 1...9, using: &random)
      return Cell(
        xml: "<c\(reference)><v>\(number).\(tenths)</v></c>", value: "\(number).\(tenths)")
    case 3: return Cell(xml: "<c\(reference) t=\"b\"><v>1</v></c>", value: "true")
    case 4: return Cell(xml: "<c\(reference) t=\"e\"><v>#N/A</v></c>", value: "#N/A")
    case 5: return Cell(xml: "<c\(reference)><f>1</f></c>", value: "=?")
    case 6: return Cell(xml: "<c\(reference) s=\"1\"><v>45717</v></c>", value: "2025-03-01")
    default: return Cell(xml: "<c\(reference) s=\"1\"/>", value: nil)
    }
  }

  /// A random workbook and the cells to be read from it.
  private static func book(_ random: inout SplitMix64) -> (BookWriter, [String]) {
    var strings: [String] = []
    var expected: [String] = []
    var xml = ""
    var number = 0
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      number += Int.random(in: 1...3, using: &random)
      xml += "<row r=\"\(number)\">"
      var column = 0
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        // A step of one may go without a reference, any other needs it.
        let step = Int.random(in: 1...30, using: &random)
        column += step
        let place = "\(SheetPlace.letters(column: column))\(number)"
        let isSaid = step > 1 || Bool.random(using: &random)
        let cell = cell(isSaid ? " r=\"\(place)\"" : "", &strings, &random)
        xml += cell.xml
        if let value = cell.value { expected.append("\(place)=\(value)") }
      }
      xml += "</row>"
    }
    let items = strings.map { "<si><t xml:space=\"preserve\">\(escaped($0))</t></si>" }
    var book = BookWriter(xml, strings: items.joined(), formats: ["dd/mm/yyyy"])
    book.isStrict = Bool.random(using: &random)
    book.zip.isLarge = Bool.random(using: &random)
    return (book, expected)
  }

  @Test func `what is written is what is read`() {
    for seed in 1...200 {
      var random = SplitMix64(seed: UInt64(seed))
      let (book, expected) = Self.book(&random)
      let reading = BookReading(book)
      #expect(reading.cells == expected, "seed \(seed)")
      #expect(reading.findings == [], "seed \(seed)")
    }
  }

  /// The archive itself: whatever is changed or missing, reading ends, and wrong cells come only
  /// from bytes that no sum covers.
  @Test func `no damage to the archive ends in anything but findings`() {
    var random = SplitMix64(seed: 2026)
    let (book, expected) = Self.book(&random)
    let whole = book.bytes
    for _ in 0..<1500 {
      var bytes = whole
      if Int.random(in: 0..<4, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      }
      for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      let reading = BookReading(bytes)
      let isSilent = reading.log.count(of: .error) == 0
      #expect(!isSilent || reading.cells == expected)
    }
  }

  /// The XML under a right sum: a forger's file, not a damaged one.
  @Test func `no damage to the XML ends in anything but findings`() {
    var random = SplitMix64(seed: 7)
    let pieces = [
      "<", ">", "/", "\"", "<row>", "</row>", "<c r=\"A1\">", "<v>", "1e400", "r=\"XFE1\"", "&a;",
      "<!DOCTYPE a>", "<![CDATA[", "]]>", "\u{0}", "-1", "t=\"s\"", "<is><t>", "xmlns=\"x\"",
    ]
    for _ in 0..<1500 {
      let (book, _) = Self.book(&random)
      var archive = book.archive
      let index = Int.random(in: archive.parts.indices, using: &random)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let count = archive.parts[index].bytes.count
        let start = Int.random(in: 0...count, using: &random)
        let end = min(count, start + Int.random(in: 0...6, using: &random))
        let piece = Array((random.pick(pieces) ?? "").utf8)
        archive.parts[index].bytes.replaceSubrange(start..<end, with: piece)
      }
      let reading = BookReading(archive.bytes)
      for row in reading.rows.flatMap(\.self) {
        #expect(row.cells.allSatisfy { (1...16_384).contains($0.column) })
      }
    }
  }
}

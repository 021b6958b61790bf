import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct EncodingTests {
  private func utf16(_ text: String, little: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return little ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [true, false], [1, 2, 3, 1 << 20])
  func `UTF-16 with a byte order mark reads as the same words`(_ little: Bool, _ size: Int) {
    let bytes = utf16("\u{FEFF}a;b\r\nété;😀\r\nœ;€\r\n", little: little)
    let reading = Reading(.dripping(bytes, by: size))
    #expect(reading.rows == [["été", "😀"], ["œ", "€"]])
    #expect(reading.lines == [2, 3])
    #expect(reading.log.isEmpty)
  }

  @Test(arguments: [true, false])
  func `a long UTF-16 file is read whole, with positions`(_ little: Bool) throws {
    // 40 000 rows of 9 characters: 720 kB, several pieces of 64 kB; the last row is too short.
    let rows = (0..<40_000).map { "é\(100_000 + $0);x" }.joined(separator: "\n")
    let reading = Reading(utf16("\u{FEFF}a;b\n" + rows + "\nalone\n", little: little))
    #expect(reading.rows.count == 40_000)
    #expect(reading.rows.last == ["é139999", "x"])
    #expect(reading.findings == ["row-too-short 40002:1"])
    #expect(reading.first(TableFindings.rowTooShort)?.location.excerpt == "alone")
    let table = try #require(reading.table)
    let offset = try #require(reading.offsets.dropFirst(123).first)
    #expect(table.fields(recordAt: offset, line: 125) == ["é100123", "x"])
  }

  @Test(arguments: [true, false])
  func `half a character in UTF-16 is damage that is said`(_ little: Bool) {
    // A high surrogate alone, a low one alone, one at the end, and half a unit at the end.
    for (text, tail) in [([0xD83D, 0x61], []), ([0xDE00], []), ([0xD83D], []), ([], [0x61])]
      as [([UInt16], [UInt8])]
    {
      let units = text.flatMap { unit -> [UInt8] in
        little ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      }
      let reading = Reading(utf16("\u{FEFF}a;b\nx;", little: little) + units + tail)
      #expect(reading.rows.first?.last?.contains("\u{FFFD}") == true)
      #expect(reading.findings == ["damaged-character 2:3"])
    }
  }

  @Test func `bytes that are not UTF-8 are Windows-1252, field by field, said once`() {
    // E9 is é, 80 is €, 9C is œ in Windows-1252; C3 A9 is é in UTF-8.
    var bytes = Array("a;b\nx;y\n".utf8)
    bytes += [0xE9, 0x74, 0xE9, 0x3B, 0xC3, 0xA9, 0x0A]
    bytes += [0x31, 0x30, 0x80, 0x3B, 0x9C, 0x0A]
    let reading = Reading(bytes)
    #expect(reading.rows == [["x", "y"], ["été", "é"], ["10€", "œ"]])
    #expect(reading.findings == ["windows-1252 3:1"])
    #expect(reading.log.sortedGroups.first?.count == 1)
    #expect(reading.log.count(of: .note) == 1)
  }

  @Test func `Windows-1252 in the header alone is said too`() {
    let schema = TableSchema("t", [.init("quantity", ["quantité"]), .init("unit")])
    let reading = Reading(Array("quantit".utf8) + [0xE9] + Array(";unit\n1;kg\n".utf8), [schema])
    #expect(reading.places == [0, 1])
    #expect(reading.findings == ["windows-1252 1:1"])
  }

  @Test func `the five codes Windows-1252 does not use are damage`() {
    let reading = Reading(Array("a;b\nx;".utf8) + [0xE9, 0x81, 0x0A])
    #expect(reading.rows == [["x", "é\u{FFFD}"]])
    #expect(reading.findings == ["damaged-character 2:3", "windows-1252 2:3"])
  }

  @Test func `positions hold after Windows-1252 letters and in a line that mixes encodings`() {
    // été (3 bytes as 1252), é (2 bytes as UTF-8): the third field is at column 7.
    let bytes =
      Array("a;b;c\n".utf8) + [0xE9, 0x74, 0xE9, 0x3B, 0xC3, 0xA9, 0x3B, 0x22, 0x78, 0x22, 0x79]
    let reading = Reading(bytes)
    // A stray quote is placed where it is noticed: at the y, after "été;é;" and three more.
    #expect(reading.findings == ["stray-quote 2:10"])
    #expect(reading.log.sortedGroups.first?.first.first?.location.excerpt == "été;é;\"x\"y")
  }

  @Test func `an excerpt that is cut in the middle of a letter is still UTF-8`() {
    // 400 bytes are read for an excerpt; with one byte before them, every é of two is cut.
    let long = "x" + String(repeating: "é", count: 1000)
    let reading = Reading("a;b\n\(long)\n")
    let excerpt = reading.first(TableFindings.rowTooShort)?.location.excerpt
    #expect(excerpt == "x" + String(repeating: "é", count: 98) + "…")
  }

  @Test func `UTF-16 without a mark is NUL bytes, which is said`() {
    let reading = Reading(utf16("a;b\n1;2\n", little: true))
    #expect(reading.table == nil)
    #expect(reading.findings == ["nul-byte 1:2"])
  }
}

@Suite struct CellTextTests {
  @Test func `well-formed UTF-8 is what the standard library says it is`() {
    var generator = SplitMix64(seed: 9)
    // The bytes at which Unicode's table 3-7 changes its mind.
    let bytes: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        generator.pick(bytes) ?? 0
      }
      let expected = String(validating: text, as: UTF8.self) != nil
      #expect(text.withUnsafeBufferPointer { CellText.isUTF8($0) } == expected, "\(text)")
    }
  }

  @Test func `every byte of Windows-1252 is the character Excel shows`() {
    // From the Unicode consortium's CP1252.TXT.
    let text = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
    let bytes = (UInt8(0x80)...0x9F).map { CellText.scalar(windows1252: $0) }
    #expect(bytes == Array(text.unicodeScalars))
    #expect(CellText.scalar(windows1252: 0xE9) == "é")
    #expect(CellText.scalar(windows1252: 0x41) == "A")
  }
}

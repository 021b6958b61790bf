import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct FaultTests {
  /// Where one finding is expected, and which rows are read all the same.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var kinds: [String]
    var rows: [[String]]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "stray quote in a word", text: "a;b\nécran 5👉\";x\n3;4\n", kinds: ["stray-quote"],
      rows: [["3", "4"]]),
    Case(
      name: "word after a closing quote", text: "a;b\n\"été\"👉x;y\n3;4\n", kinds: ["stray-quote"],
      rows: [["3", "4"]]),
    Case(
      name: "stray quote in the last row, without a line end", text: "a;b\n1;2\n3;4👉\"",
      kinds: ["stray-quote"], rows: [["1", "2"]]),
    Case(
      name: "two stray quotes in a row are one finding", text: "a;b\n5👉\";6\"\n3;4\n",
      kinds: ["stray-quote"], rows: [["3", "4"]]),
    Case(
      name: "quote never closed", text: "a;b\n1;👉\"é\n3;4\n5;6\n", kinds: ["unclosed-quote"],
      rows: [["3", "4"], ["5", "6"]]),
    Case(
      name: "quote never closed in the last row", text: "a;b\n1;2\n3;👉\"4",
      kinds: ["unclosed-quote"],
      rows: [["1", "2"]]),
    Case(
      name: "quote never closed, doubled quotes below", text: "a;b\n1;👉\"é\n3;\"\"\n5;6\n",
      kinds: ["unclosed-quote"], rows: [["3", ""], ["5", "6"]]),
    Case(
      name: "quote never closed, another quoted field below",
      text: "a;b\n1;👉\"é\n3;4\n5;\"6\"\n7;8\n", kinds: ["unclosed-quote"],
      rows: [["3", "4"], ["5", "6"], ["7", "8"]]),
    Case(
      name: "quote never closed on the second line of a row",
      text: "a;b\n\"1\n2\";👉\"é\n3;4\n", kinds: ["unclosed-quote"], rows: [["3", "4"]]),
    Case(
      name: "stray quote after a field of two lines", text: "a;b\n\"1\n2\";5👉\"\n3;4\n",
      kinds: ["stray-quote"], rows: [["3", "4"]]),
    Case(
      name: "NUL byte", text: "a;b\né;2👉\u{0}\n3;4\n", kinds: ["nul-byte"], rows: [["3", "4"]]),
    Case(
      name: "NUL byte on the second line of a row", text: "a;b\n\"é\nà👉\u{0}\";2\n3;4\n",
      kinds: ["nul-byte"], rows: [["3", "4"]]),
    Case(
      name: "one of each", text: "a;b\n1👉\";2\n3;4\n5;👉\u{0}\n7;👉\"\n",
      kinds: ["stray-quote", "nul-byte", "unclosed-quote"], rows: [["3", "4"]]),
  ]

  @Test(arguments: cases, ["\n", "\r\n", "\r"])
  func `a fault is placed and reading goes on with the next row`(_ one: Case, _ end: String) {
    let marked = MarkedText(
      one.text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: end))
    for size in [1, 2, 3, 7, 1 << 20] {
      let reading = Reading(.dripping(marked.bytes, by: size))
      #expect(reading.findings == zip(one.kinds, marked.positions).map { "\($0) \($1)" })
      #expect(reading.rows == one.rows)
      #expect(reading.rejected == marked.places.map(\.line))
    }
  }

  @Test func `a stray quote says how many lines its row had`() {
    let reading = Reading("a;b\n\"1\n2\n3\";5\"\n3;4\n")
    #expect(
      reading.first(TableFindings.strayQuote)?.summary(in: .english)
        == "misplaced quote; 3 line(s) left out")
  }

  @Test func `one quote left open costs one row of a hundred thousand`() {
    var rows = (1...100_000).map { "\($0);x" }
    rows[9] = "10;\"x"
    // 1.1 MB after the quote, none of it quoted: the bound on a field finds it.
    let plain = Reading("a;b\n" + rows.joined(separator: "\n"))
    #expect(plain.rows.count == 99_999)
    #expect(plain.findings == ["unclosed-quote 11:4"])
    // A quoted field far below closes it by chance.
    rows[49_999] = "50000;\"x\""
    let quoted = Reading("a;b\n" + rows.joined(separator: "\n"))
    #expect(quoted.rows.count == 99_999)
    #expect(quoted.findings == ["unclosed-quote 11:4"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a field over a megabyte is one finding`(_ end: String) {
    let long = String(repeating: "x", count: 1 << 20)
    let reading = Reading("a;b\(end)1;\(long)\(end)3;4\(end)")
    #expect(reading.findings == ["field-too-long 2:1"])
    #expect(reading.rows == [["3", "4"]])
    #expect(reading.rejected == [2])
  }

  @Test func `a field just under the limit is a field`() {
    let long = String(repeating: "x", count: (1 << 20) - 1)
    #expect(Reading("a;b\n1;\(long)\n").rows == [["1", long]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a quoted field over a megabyte that does close is left out whole`(_ end: String) {
    let long = String(repeating: "xxxxxxx;yy" + end, count: 120_000)
    let reading = Reading("a;b\(end)1;\"\(long)\"\(end)3;4\(end)")
    #expect(reading.findings == ["field-too-long 2:1"])
    #expect(reading.rows == [["3", "4"]])
    // The header, 120 000 lines of the field and the line that closes it come before.
    #expect(reading.lines == [120_003])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a line of three megabytes in small fields is a row too long`(_ end: String) {
    let wide = String(repeating: "xx;", count: 1 << 20)
    let reading = Reading("a;b\(end)\(wide)\(end)3;4\(end)")
    #expect(reading.findings == ["row-too-long 2:1"])
    #expect(reading.rows == [["3", "4"]])
  }

  @Test func `a line of three megabytes in one field is a field too long`() {
    let reading = Reading("a;b\n" + String(repeating: "x", count: 3 << 20) + ";1\n3;4\n")
    #expect(reading.findings == ["field-too-long 2:1"])
    #expect(reading.rows == [["3", "4"]])
  }

  @Test func `a place megabytes into its line is given by its line`() {
    let reading = Reading("a;b\n" + String(repeating: "x;", count: 1 << 20) + "5\"\n3;4\n")
    #expect(reading.findings == ["stray-quote 2:0"])
    #expect(reading.rows == [["3", "4"]])
    let excerpt = reading.first(TableFindings.strayQuote)?.location
    #expect(excerpt?.excerpt?.hasSuffix("x;x;5\"") == true)
  }

  @Test func `quotes that pair wrongly for ever do not fill the memory`() {
    // Each line closes the quote of the line before and opens the next: one endless record.
    // 20 000 lines of 1004 bytes are over the bound of 4 MiB on a record.
    let line = "\";\"" + String(repeating: "x", count: 1000) + "\n"
    let reading = Reading("a;b\n\"\n" + String(repeating: line, count: 20_000) + "3;4\n")
    #expect(reading.log.sortedGroups.contains { $0.kind == TableFindings.unclosedQuote })
    #expect(reading.rows == [["3", "4"]])
  }

  @Test(arguments: 0...40)
  func `a device that fails says so wherever it fails, and nothing is made up`(_ limit: Int) {
    let bytes = Array("a;b\n1;\"2\n3\"\n4;5\"\n6;\"7\n8;9\n10;11\n\n".utf8)
    let whole = Reading(bytes)
    let reading = Reading(.failing(bytes, at: limit))
    guard limit < bytes.count else { return }
    #expect(reading.log.sortedGroups.contains { $0.kind == TableFindings.unreadable })
    #expect(Array(whole.rows.prefix(reading.rows.count)) == reading.rows)
  }

  @Test func `a device that fails under UTF-16 says so`() {
    let text = Array("\u{FEFF}a;b\n1;2\n3;4\n".utf16)
    let bytes = text.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for limit in 2..<bytes.count {
      let reading = Reading(.failing(bytes, at: limit))
      #expect(reading.log.sortedGroups.contains { $0.kind == TableFindings.unreadable })
    }
  }

  @Test func `everything is all of it or nothing`() {
    let bytes = [UInt8](repeating: 1, count: 100)
    let source = ByteSource(name: "t", bytes: bytes)
    #expect(source.everything(limit: 100) == bytes)
    #expect(source.everything(limit: 99) == nil)
    #expect(ByteSource.failing(bytes, at: 50).everything(limit: 100) == nil)
    #expect(ByteSource.dripping(bytes, by: 3).everything(limit: 100) == bytes)
    #expect(ByteSource(name: "t", bytes: []).everything(limit: 0) == [])
  }
}

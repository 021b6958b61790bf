import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct RecordTests {
  /// Cases in the manner of csv-spectrum, written for these tests.
  @Test(
    arguments: [
      ("a;b\n1;\"x;y\"\n", [["1", "x;y"]]),
      ("a;b\n1;\"say \"\"yes\"\"\"\n", [["1", "say \"yes\""]]),
      ("a;b\n\"\";\"\"\"\"\n", [["", "\""]]),
      ("a;b\n\"1\n2\";\"3\r\n4\"\n", [["1\n2", "3\r\n4"]]),
      ("a;b\n  1 ;\t2  \n", [["1", "2"]]),
      ("a;b\n \"1\" ; \"2;3\" \n", [["1", "2;3"]]),
      ("a;b\n\" 1 \";2\n", [[" 1 ", "2"]]),
      ("a;b\n{\"\"k\"\"};2\n", []),
      ("a;b\n\"{\"\"k\"\": 1}\";2\n", [["{\"k\": 1}", "2"]]),
      ("a;b\nʤ;日本\n", [["ʤ", "日本"]]),
      ("a;b\n;\n1;2\n", [["1", "2"]]),
      ("a;b\n\n\n1;2\n\n", [["1", "2"]]),
      ("a;b\n   \n1;2\n", [["1", "2"]]),
      ("a;b\n1;2", [["1", "2"]]),
      ("a;b\n1;\"2\"", [["1", "2"]]),
      ("a;b\n1;", [["1", ""]]),
      ("a\tb\n\t2\n1\t\n", [["", "2"], ["1", ""]]),
    ])
  func `fields are what a spreadsheet would show`(_ text: String, _ rows: [[String]]) {
    #expect(Reading(text).rows == rows)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `line numbers hold after quoted line ends`(_ end: String) {
    let text = "a;b\(end)\"1\(end)2\(end)3\";x\(end)\(end)4;\"5\(end)\"\(end)6;7\(end)"
    let reading = Reading(text)
    // Header on 1; the first row is on 2, 3 and 4; 5 is blank; the second on 6 and 7; then 8.
    #expect(reading.lines == [2, 6, 8])
    #expect(reading.log.isEmpty)
  }

  private func quoted(_ field: String) -> String {
    let pieces = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + pieces.joined(separator: "\"\"") + "\""
  }

  @Test func `random tables come back as they were written, wherever their rows begin`() {
    var generator = SplitMix64(seed: 20)
    let words = [
      "", "x", "été", "1,5", "a;b", "l\nm", "l\r\nm", "l\rm", "\"", "a\"b", " pad ", "|",
    ]
    for _ in 0..<400 {
      let end = generator.pick(["\n", "\r\n", "\r"]) ?? "\n"
      let width = Int.random(in: 2...3, using: &generator)
      var text = (width == 2 ? "a;b" : "a;b;c") + end
      var rows: [[String]] = []
      var offsets: [Int] = []
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        var row = (1..<width).map { _ in generator.pick(words) ?? "" }
        row.append("z")
        rows.append(row)
        offsets.append(text.utf8.count)
        text += row.map(quoted).joined(separator: ";") + end
      }
      let reading = Reading(text)
      #expect(reading.rows == rows)
      #expect(reading.offsets == offsets)
      #expect(reading.log.count(of: .error) == 0)
      for (row, offset) in zip(rows, offsets) {
        #expect(reading.table?.fields(recordAt: offset, line: 1) == row)
      }
    }
  }

  @Test(arguments: ["a;b", "a;b\n", "\u{FEFF}a;b\r\n\r\n", "a;b\n;\n;\n"])
  func `a header alone is a table without rows, which is said`(_ text: String) {
    let reading = Reading(text)
    #expect(reading.header == ["a", "b"])
    #expect(reading.rows.isEmpty)
    #expect(reading.findings == ["empty-table 0:0"])
  }

  @Test(
    arguments: [
      [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], Array("\n\r\n \t\n;;\n".utf8),
      Array("sep=;\n".utf8),
    ] as [[UInt8]])
  func `a file with nothing in it is said, once`(_ bytes: [UInt8]) {
    let reading = Reading(bytes)
    #expect(reading.table == nil)
    #expect(reading.findings == ["empty-table 0:0"])
  }

  @Test func `trailing empty columns are no columns`() {
    let reading = Reading("a;b;;\n1;2;;\n3;4\n5;6;\n7;8;;;;\n9;10;x;\n")
    #expect(reading.header == ["a", "b"])
    let cells = reading.rows.map { $0.prefix(2).joined(separator: " ") }
    #expect(cells == ["1 2", "3 4", "5 6", "7 8"])
    #expect(reading.findings == ["row-too-long 6:1"])
    #expect(reading.rejected == [6])
  }

  @Test func `a row too short or too long is placed, counted, and the next is read`() throws {
    let reading = Reading("a;b;c\n1;2\n1;2;3\n1;2;3;4\n4;5;6\n")
    #expect(reading.rows == [["1", "2", "3"], ["4", "5", "6"]])
    #expect(reading.findings == ["row-too-short 2:1", "row-too-long 4:1"])
    #expect(reading.rejected == [2, 4])
    let long = try #require(reading.first(TableFindings.rowTooLong))
    #expect(long.location.excerpt == "1;2;3;4")
    #expect(long.summary(in: .french) == "la ligne a 4 champs, l'en-tête en a 3")
  }

  @Test func `a hundred thousand bad rows are counted and twenty are shown`() {
    let reading = Reading("a;b\n" + String(repeating: "1\n", count: 100_000))
    #expect(reading.log.count(of: .error) == 100_000)
    #expect(reading.rejected.count == 100_000)
    #expect(reading.log.sortedGroups.first?.first.count == FindingLog.keptPositions)
  }
}

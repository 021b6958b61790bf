import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct PositionTests {
  /// The place of a column of the last row.
  private func place(_ marked: MarkedText, column: Int) throws -> Location {
    let reading = Reading(marked.bytes)
    let table = try #require(reading.table)
    let (offset, line) = (try #require(reading.offsets.last), try #require(reading.lines.last))
    return table.location(recordAt: offset, line: line, column: column)
  }

  @Test(
    arguments: [
      ("a;b;c\n1;👉2;3\n", 1, 1), ("a;b;c\n👉été;2;3\n", 0, 3), ("a;b;c\nété;👉abc;3\n", 1, 3),
      ("a;b;c\nété;à l'œuvre;👉z\n", 2, 1), ("a;b;c\n1 ;  👉22  ;3\n", 1, 2),
      ("a;b;c\n1;👉\"2;3\";4\n", 1, 5), ("a;b;c\n1;\"é;\"\"x\"\"\";👉4\n", 2, 1),
      ("a;b;c\n\"1\n2\";👉3;4\n", 1, 1), ("a;b;c\n\"1\né\n2\";3;👉44\n", 2, 2),
      ("a;b;c\nx;👉\"1\n2\";3\n", 1, 2), ("a;b;c\n1;👉;3\n", 1, 1), ("a;b;c\n1;2;👉\n", 2, 1),
      ("c;b;a\n1;2;👉33\n", 0, 2), ("a;b;c\n😀;👉2;3\n", 1, 1), ("a|b|c\n1|👉é|3\n", 1, 1),
      ("a\tb\tc\n1\t👉\t3\n", 1, 1), ("a\tb\tc\n👉\t2\t3\n", 0, 1), ("a\tb\tc\n1\t\t👉3\n", 2, 1),
    ], ["\n", "\r\n", "\r"])
  func `a cell is where its author sees it`(_ one: (String, Int, Int), _ end: String) throws {
    let marked = MarkedText(
      one.0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end))
    let location = try place(marked, column: one.1)
    #expect(["\(location.line):\(location.column)"] == marked.positions)
    #expect(location.length == one.2)
  }

  @Test func `the excerpt shows the line of the cell, the caret under it`() throws {
    let location = try place(MarkedText("a\tb\tc\nx\té👉\tz\n"), column: 2)
    #expect(location.excerpt == "x\\té\\tz")
    // The column counts the file's characters, the caret those shown: two more for each tab.
    #expect(location.column == 5)
    #expect(location.caret == 7)
  }

  @Test func `the excerpt of a cell far to the right is what stands around it`() throws {
    let note = String(repeating: "é", count: 500)
    let location = try place(MarkedText("a;b;c\n\(note);x;👉here\n"), column: 2)
    // 500 letters, a semicolon, x, a semicolon: the cell begins at 504.
    #expect(location.column == 504)
    let excerpt = try #require(location.excerpt)
    #expect(excerpt.dropFirst(location.caret - 1).prefix(location.length) == "here")
    #expect(excerpt.count <= Excerpt.width)
  }

  @Test func `characters that could act on the terminal are spelt out in the excerpt`() throws {
    let location = try place(MarkedText("a;b;c\n\u{1B}[2J;\u{202E}x;👉3\n"), column: 2)
    #expect(location.excerpt == "\\u{1B}[2J;\\u{202E}x;3")
    #expect(location.excerpt?.dropFirst(location.caret - 1) == "3")
  }

  @Test func `a byte order mark is no character of the first line`() {
    let marked = MarkedText("a;👉zzz\n1;2\n")
    let reading = Reading([0xEF, 0xBB, 0xBF] + marked.bytes)
    #expect(reading.findings == marked.positions.map { "unknown-column \($0)" })
    #expect(Reading("\u{FEFF}a\"\n").findings == ["stray-quote 1:2"])
  }

  @Test func `a column the file does not have is placed by its row`() throws {
    let reading = Reading("a;b\n1;2\n")
    let location = try #require(reading.table).location(
      recordAt: try #require(reading.offsets.first), line: 2, column: 2)
    #expect(location.text == "t.csv:2:1")
    #expect(location.excerpt == "1;2")
  }

  @Test func `a record is read again at its offset, in any order`() throws {
    let reading = Reading("a;b\nété;\"1\n2\"\n\"x\"\"y\";3\n4;5")
    let table = try #require(reading.table)
    for index in [2, 0, 1, 0] {
      #expect(
        table.fields(recordAt: reading.offsets[index], line: reading.lines[index])
          == reading.rows[index])
    }
    #expect(table.fields(recordAt: 10_000, line: 1) == [])
  }
}

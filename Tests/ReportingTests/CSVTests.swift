import Diagnostics
import Reporting
import Tables
import Testing

/// Reports for spreadsheets: numbers as numbers, text as text, nothing that runs.
@Suite struct CSVTests {
  private func line(_ cells: [CSVWriter.Cell], _ language: Language = .english) -> String {
    CSVWriter(language: language).line(cells)
  }

  /// The records that our own reader finds, as strings.
  private func read(_ text: String) throws -> [[String]] {
    var log = FindingLog()
    let schema = TableSchema(
      "report", ["table", "key", "label", "role", "measure", "value", "unit"].map { .init($0) })
    let source = ByteSource(name: "report.csv", bytes: Array(text.utf8))
    let table = try #require(TableReader.open(source, schemas: [schema], log: &log))
    var rows: [[String]] = []
    table.forEachRecord(log: &log, onRejected: { Issue.record("line \($0) is no record") }) {
      row, _ in
      rows.append((0..<row.count).map { CellText.string(row.field($0)) })
    }
    #expect(log.count(of: .error) == 0)
    return rows
  }

  @Test func `English spreadsheets get commas and points, French ones semicolons and commas`() {
    let cells: [CSVWriter.Cell] = [.text("Water"), .exact("1234.5"), .exact("-0.25")]
    #expect(line(cells, .english) == "Water,1234.5,-0.25\n")
    #expect(line(cells, .french) == "Water;1234,5;-0,25\n")
  }

  @Test func `text with a mark of any dialect is quoted, and quotes are doubled`() {
    #expect(line([.text("a,b"), .text("a;b"), .text("plain")]) == "\"a,b\",\"a;b\",plain\n")
    #expect(line([.text("say \"hi\"")]) == "\"say \"\"hi\"\"\"\n")
    #expect(line([.text("two\nlines")]) == "\"two\nlines\"\n")
    #expect(line([.text("two\r\nlines")]) == "\"two\r\nlines\"\n")
    #expect(line([.text(" blank before")]) == "\" blank before\"\n")
  }

  /// In Swift `"` followed by U+0301 is one character that is not `"`.
  @Test func `an accent on a quote or a comma does not hide it`() {
    #expect(line([.text("a\"\u{301}b")]) == "\"a\"\"\u{301}b\"\n")
    #expect(line([.text("a,\u{301}b")]) == "\"a,\u{301}b\"\n")
  }

  /// OWASP, CSV injection: = + - @ TAB CR at the beginning; spreadsheets also take full-width signs and
  /// pass over blanks.
  @Test(arguments: [
    "=2+2", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝2+2", "＋1", "－1", "＠x", " =2+2",
    "\u{A0}=1", "\u{202F}=1", "\u{3000}=1", "\u{FEFF}=1", "\u{200B}=1", "=cmd|' /C calc'!A0",
  ])
  func `text that would be a formula gets an apostrophe`(_ text: String) {
    for language in Language.allCases {
      let written = line([.text(text)], language)
      #expect(written.hasPrefix("'") || written.hasPrefix("\"'"), "\(written)")
    }
  }

  @Test func `numbers and harmless text are left alone`() {
    #expect(
      line([.exact("-12.5"), .text("2+2"), .text("a=b"), .text("a-b")]) == "-12.5,2+2,a=b,a-b\n")
  }

  @Test func `a null byte never reaches a file`() {
    #expect(line([.text("a\0b")]) == "a\\u{0}b\n")
  }

  @Test func `every row has seven cells whatever the names`() throws {
    for name in Sample.hostileNames {
      for language in Language.allCases {
        let text = CSVRenderer(language: language).render(Sample.hostile(name))
        #expect(try read(text).allSatisfy { $0.count == 7 }, "\(name.prefix(40))")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `what is written is read back`(_ language: Language) throws {
    for name in Sample.hostileNames {
      let rows = try read(CSVRenderer(language: language).render(Sample.hostile(name)))
      let cell = try #require(rows.first { $0[4] == "reason" && $0[3] == "part" })
      let bare =
        cell[5].hasPrefix("'") && !name.hasPrefix("'") ? String(cell[5].dropFirst()) : cell[5]
      #expect(bare == name, "\(name.prefix(40).debugDescription)")
      let value = try #require(rows.first { $0[4] == "emissions" && $0[3] == "part" })
      #expect(value[5] == (language == .french ? "1234,5" : "1234.5"))
    }
  }

  @Test func `digits are exact`() {
    let report = Sample.report(Sample.column([.number(Sample.number("0.123456789012"))]))
    #expect(CSVRenderer(language: .english).render(report).contains(",0.123456789012,"))
    #expect(CSVRenderer(language: .french).render(report).contains(";0,123456789012;"))
  }

  @Test func `warnings come first and notes are not lost`() throws {
    let rows = try read(CSVRenderer(language: .english).render(Sample.hostile("X")))
    #expect(rows.first == ["warning", "", "INCOMPLETE X", "", "", "", ""])
    #expect(rows.contains { $0[0] == "post" && $0[2] == "Source: X." && $0[3] == "note" })
    #expect(rows.contains { $0[0] == "headline" && $0[2] == "As much as 3 × X" })
    #expect(rows.last == ["note", "", "X", "", "", "", ""])
  }
}

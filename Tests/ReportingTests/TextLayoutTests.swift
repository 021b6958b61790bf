import Diagnostics
import Reporting
import Testing

/// Reports for people: nothing sticks out, nothing moves the cursor.
@Suite struct TextLayoutTests {
  @Test(arguments: [40, 60, 80, 120])
  func `no name makes a line wider than the terminal`(_ width: Int) {
    for name in Sample.hostileNames {
      for language in Language.allCases {
        for line in Sample.lines(Sample.hostile(name), language, width: width) {
          #expect(displayWidth(line) <= width, "\(name.prefix(30).debugDescription): \(line)")
        }
      }
    }
  }

  @Test func `no name brings a control or a bidirectional character`() {
    for name in Sample.hostileNames {
      let text = TextRenderer(language: .english).render(Sample.hostile(name))
      for scalar in text.unicodeScalars where scalar != "\n" {
        let isHidden =
          scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x2028...0x202E).contains(scalar.value) || (0x200B...0x200C).contains(scalar.value)
          || (0x200E...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
        #expect(!isHidden, "U+\(String(scalar.value, radix: 16)) of \(name.debugDescription)")
      }
    }
  }

  @Test func `a newline in a name adds no row`() {
    let plain = Sample.lines(Sample.hostile("two lines"), .english).count
    #expect(Sample.lines(Sample.hostile("two\nlines"), .english).count == plain)
  }

  @Test func `a long name is told whole, over several lines`() {
    let name = String(repeating: "x", count: 10_000)
    let lines = Sample.lines(Sample.report(Sample.named(name)), .english)
    #expect(lines.joined().count { $0 == "x" } == 10_000)
  }

  @Test func `numbers stand under their right-hand edge`() {
    let lines = Sample.lines(
      Sample.report(Sample.column([.count(7), .missing, .count(1234)])), .english)
    let rows = lines.filter { $0.hasPrefix("row") }
    #expect(
      rows == ["row 0                 7", "row 1                 –", "row 2             1,234"])
  }

  @Test func `a terminal too narrow for the numbers gets a list`() {
    var table = ReportTable(
      "t", Text(same: "T"),
      columns: (1...6).map { .init("c\($0)", Text(same: "Column\($0)"), unit: "kgCO2e") })
    table.rows = [.init("a", .outside("a row"), (1...6).map { .count($0 * 1_000_000) })]
    let lines = Sample.lines(Sample.report(table), .english, width: 40)
    #expect(lines.contains("    Column3 (kgCO2e): 3,000,000"))
    #expect(lines.allSatisfy { displayWidth($0) <= 40 })
  }

  @Test func `French punctuation stays with its word`() {
    let text = "environ « 480 Français » ; puis une part de 12 % et la suite : voilà !"
    for width in 12...60 {
      for line in TextLayout.wrap(text, width) {
        #expect(!":;!%»".contains(line.first ?? "x"), "\(width): \(line)")
        #expect(!line.hasSuffix("«"), "\(width): \(line)")
      }
    }
  }

  @Test func `wrapping loses and adds nothing but blanks`() {
    let text = "  an indented text with aVeryLongWordThatFitsNoLineAtAll and 漢字漢字漢字漢字漢字"
    for width in 8...50 {
      let joined = TextLayout.wrap(text, width, hanging: 2).joined()
      #expect(joined.filter { $0 != " " } == text.filter { $0 != " " }, "\(width)")
    }
  }

  @Test func `colours are for terminals only`() {
    let report = Sample.hostile("X")
    let coloured = TextRenderer(language: .english, style: .terminal).render(report)
    #expect(coloured.contains("\u{1B}[1mBy X\u{1B}[0m"))
    #expect(!TextRenderer(language: .english).render(report).contains("\u{1B}"))
    // The same words, whatever they are dressed in.
    let bare = coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    #expect(bare == TextRenderer(language: .english).render(report))
  }

  @Test func `tables that are too long for a terminal are left to the other formats`() {
    var table = Sample.column([.count(1)])
    table.reach = .data
    #expect(!TextRenderer(language: .english).render(Sample.report(table)).contains("row 0"))
    #expect(CSVRenderer(language: .english).render(Sample.report(table)).contains("row 0"))
  }
}

extension Sample {
  /// A table with one row of that name.
  static func named(_ name: String) -> ReportTable {
    var table = column([.count(1)])
    table.rows[0].label = .outside(name)
    return table
  }
}

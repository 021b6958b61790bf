import Diagnostics
import TestSupport
import Testing

@testable import Workbooks

@Suite struct CellTests {
  /// The cells of one row, and what they are read as.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var cells: String
    var expected: [String]
    var testDescription: String { name }
  }

  static let strings =
    "<si><t>été</t></si><si><r><t>kWh </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> PCS"
    + "</t></r><rPh sb=\"0\" eb=\"1\"><t>aloud</t></rPh></si><si/>"
    + "<si><t xml:space=\"preserve\"> a </t></si><si><t> b </t></si><si><t>x_x000D_y_x005F_x_</t></si>"

  static let cases: [Case] = [
    Case(
      name: "shared strings",
      cells: "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c>",
      expected: ["A1=“été”", "C1=“kWh PCS”"]),
    Case(
      name: "blanks, kept only where the file says so",
      cells: "<c t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c>", expected: ["A1=“ a ”", "B1=“b”"]),
    Case(
      name: "an empty shared string is a text", cells: "<c t=\"s\"><v>2</v></c>",
      expected: ["A1=“”"]),
    Case(
      name: "escaped control characters", cells: "<c t=\"s\"><v>5</v></c>",
      expected: ["A1=“x\ry_x_”"]),
    Case(
      name: "inline strings, runs joined",
      cells: "<c r=\"B1\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>",
      expected: ["B1=“ab”"]),
    Case(
      name: "phonetic runs of an inline string are left out",
      cells: "<c t=\"inlineStr\"><is><t>a</t><rPh><t>no</t></rPh></is></c>", expected: ["A1=“a”"]),
    Case(
      name: "numbers", cells: "<c><v>1234.5</v></c><c t=\"n\"><v>-3</v></c><c><v>1E-3</v></c>",
      expected: ["A1=1234.5", "B1=-3", "C1=0.001"]),
    Case(
      name: "the tail of binary numbers",
      cells: "<c><v>0.10000000000000001</v></c><c><v>0.30000000000000004</v></c>",
      expected: ["A1=0.1", "B1=0.30000000000000004"]),
    Case(
      name: "booleans and errors",
      cells: "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>",
      expected: ["A1=true", "B1=false", "C1=#N/A"]),
    Case(
      name: "formulas with their values",
      cells: "<c><f>A2+1</f><v>3</v></c><c t=\"str\"><f>A2</f><v> x</v></c>"
        + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"b\"><f>TRUE()</f><v>1</v></c>",
      expected: ["A1=3", "B1=“ x”", "C1=#DIV/0!", "D1=true"]),
    Case(
      name: "a formula without its value is no zero",
      cells: "<c><f>A2+1</f></c><c><f>A2+1</f><v/></c><c><f>A2+1</f><v></v></c>"
        + "<c t=\"str\"><f>A2</f></c><c><f t=\"shared\" si=\"0\"/></c>",
      expected: ["A1==?", "B1==?", "C1==?", "D1==?", "E1==?"]),
    Case(
      name: "a formula whose text is empty has a value",
      cells: "<c t=\"str\"><f>\"\"</f><v></v></c>", expected: ["A1=“”"]),
    Case(
      name: "empty cells are not there",
      cells: "<c r=\"A1\"/><c r=\"B1\" s=\"0\"><v/></c><c r=\"D1\"><v>4</v></c>",
      expected: ["D1=4"]),
    Case(
      name: "references may go without saying",
      cells: "<c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c>",
      expected: ["A1=1", "D1=2", "E1=3"]),
    Case(
      name: "dates written out",
      cells: "<c t=\"d\"><v>2025-03-01</v></c><c t=\"d\"><v>2025-03-01T14:30:00.25</v></c>"
        + "<c t=\"d\"><v>14:30:00</v></c>",
      expected: ["A1=2025-03-01", "B1=2025-03-01T14:30:00.250", "C1=14:30:00"]),
    Case(
      name: "what belongs to others is not ours",
      cells: "<x:c xmlns:x=\"urn:x\" r=\"A1\"><v>1</v></x:c><c r=\"B1\"><v>2</v><extLst><v>9</v>"
        + "</extLst></c>", expected: ["B1=2"]),
    Case(
      name: "CDATA and entities are text",
      cells: "<c t=\"inlineStr\"><is><t>a&amp;b<![CDATA[<c>]]>&#233;</t></is></c>",
      expected: ["A1=“a&b<c>é”"]),
  ]

  @Test(arguments: cases, [false, true])
  func `a cell is read as what it is`(_ one: Case, _ isStrict: Bool) {
    var book = BookWriter("<row r=\"1\">\(one.cells)</row>", strings: Self.strings)
    book.isStrict = isStrict
    let reading = BookReading(book)
    #expect(reading.cells == one.expected)
    #expect(reading.findings == [])
  }

  /// XlsxWriter and others write 0 for every formula, and ask to be computed when opened.
  @Test func `a computed zero in a workbook that asks to be computed is no value`() {
    var book = BookWriter(
      "<row><c><f>A9</f><v>0</v></c><c><f>1+1</f><v>2</v></c><c><v>0</v></c></row>")
    #expect(BookReading(book).cells == ["A1=0", "B1=2", "C1=0"])
    book.wantsResults = true
    #expect(BookReading(book).cells == ["A1==?", "B1=2", "C1=0"])
  }

  @Test func `names may have a prefix`() {
    var book = BookWriter("")
    book.replaced["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"\(BookWriter.main)\"><x:sheetData><x:row><x:c r=\"B1\"><x:v>5</x:v>"
      + "</x:c></x:row></x:sheetData></x:worksheet>"
    #expect(BookReading(book).cells == ["B1=5"])
  }

  /// Numbers no program can hold, states that do not exist.
  @Test(arguments: [
    "<c r=\"C2\"><v>NaN</v></c>", "<c r=\"C2\"><v>INF</v></c>", "<c r=\"C2\"><v>-INF</v></c>",
    "<c r=\"C2\"><v>1e400</v></c>", "<c r=\"C2\"><v>0x10</v></c>", "<c r=\"C2\"><v>1,5</v></c>",
    "<c r=\"C2\"><v>1 5</v></c>", "<c r=\"C2\"><v>.</v></c>", "<c r=\"C2\"><v>1e</v></c>",
    "<c r=\"C2\" s=\"-1\"><v>1</v></c>", "<c r=\"C2\" s=\"99\"><v>1</v></c>",
    "<c r=\"C2\" s=\"x\"><v>1</v></c>", "<c r=\"C2\" t=\"b\"><v>2</v></c>",
    "<c r=\"C2\" t=\"s\"><v>99</v></c>", "<c r=\"C2\" t=\"s\"><v>-1</v></c>",
    "<c r=\"C2\" t=\"s\"><v>99999999999999999999</v></c>", "<c r=\"C2\" t=\"zz\"><v>1</v></c>",
    "<c r=\"C2\" t=\"d\"><v>2025-02-30</v></c>", "<c r=\"C2\" t=\"d\"><v>2025-03-01T24:00</v></c>",
    "<c r=\"C2\" s=\"1\"><v>-1</v></c>", "<c r=\"C2\" s=\"1\"><v>2958466</v></c>",
  ])
  func `what cannot be a value is a finding at its cell`(_ cell: String) {
    let book = BookWriter("<row r=\"2\">\(cell)<c><v>7</v></c></row>", formats: ["yyyy"])
    let reading = BookReading(book)
    #expect(reading.findings == ["bad-cell b.xlsx:Feuil1!C2"])
    #expect(reading.cells == ["C2=?!", "D2=7"])
  }

  @Test func `an error and a formula without value have words of their own`() throws {
    let reading = BookReading(
      BookWriter("<row><c t=\"e\"><v>#REF!</v></c><c><f>A1</f></c><c><v>1</v></c></row>"))
    let book = try #require(reading.workbook)
    let sheet = try #require(book.sheets.first)
    let row = try #require(reading.rows.first?.first)
    let said = row.cells.map { cell in
      cell.finding(at: book.location(in: sheet, row: row.number, column: cell.column)).map {
        "\($0.location.text) \($0.summary(in: .english))"
      }
    }
    #expect(
      said == [
        "b.xlsx:Feuil1!A1 the cell holds the error #REF!",
        "b.xlsx:Feuil1!B1 the cell has a formula, but the file does not have its result", nil,
      ])
  }

  @Test func `a cell is found by its column`() throws {
    let reading = BookReading(
      BookWriter("<row><c r=\"B1\"><v>1</v></c><c r=\"D1\"><v>2</v></c></row>"))
    let row = try #require(reading.rows.first?.first)
    #expect((1...5).map { row[column: $0]?.column } == [nil, 2, nil, 4, nil])
  }

  @Test func `numbers lose their exponent and nothing else`() {
    let cases = [
      ("0", "0"), ("-0", "0"), ("1e5", "100000"), ("1.5E-7", "0.00000015"), ("+2", "2"),
      ("123456789012345680000", "123456789012345680000"),
      ("1e22", "1" + String(repeating: "0", count: 22)),
      ("14295012345678", "14295012345678"), ("5.", "5"), (".5", "0.5"), ("007", "7"),
      // 2^53 + 1 does not exist for a spreadsheet program.
      ("9007199254740993", "9007199254740992"),
      ("45717.520833333336", "45717.520833333336"), ("1.50", "1.5"), ("-12.5", "-12.5"),
      ("100", "100"), ("1.0", "1"), ("123456789012345", "123456789012345"), ("-0.5", "-0.5"),
    ]
    for (written, decimal) in cases {
      let number = SheetNumber(Array(written.utf8))
      #expect(number?.written == written)
      #expect(number?.decimal == decimal)
    }
  }
}

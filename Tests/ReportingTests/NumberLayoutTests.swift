import Diagnostics
import Reporting
import Testing

/// How figures look to people.
@Suite struct NumberLayoutTests {
  /// The value of the only row.
  private func shown(
    _ value: ReportValue, _ language: Language, decimals: Int = 0,
    rounding: ReportTable.Column.Rounding = .nearest
  ) -> String {
    let report = Sample.report(Sample.column([value], decimals: decimals, rounding: rounding))
    let line = Sample.lines(report, language).first { $0.hasPrefix("row 0") } ?? ""
    return String(line.dropFirst("row 0".count).drop { $0 == " " })
  }

  @Test func `French figures have narrow no-break spaces and a comma`() {
    #expect(shown(.amount(Sample.figure("1234.56")), .french, decimals: 2) == "1\u{202F}234,56")
    #expect(shown(.number(Sample.number("-1234567")), .french) == "-1\u{202F}234\u{202F}567")
    #expect(shown(.count(1_234_567), .french) == "1\u{202F}234\u{202F}567")
    #expect(shown(.share(Sample.amount("0.125")), .french, decimals: 1) == "12,5\u{202F}%")
  }

  @Test func `English figures have commas and a point`() {
    #expect(shown(.amount(Sample.figure("1234.56")), .english, decimals: 2) == "1,234.56")
    #expect(shown(.number(Sample.number("-1234567")), .english) == "-1,234,567")
    #expect(shown(.count(1_234_567), .english) == "1,234,567")
    #expect(shown(.share(Sample.amount("0.125")), .english, decimals: 1) == "12.5%")
  }

  /// Half away from zero; cut off where an older sheet cuts.
  @Test(arguments: [
    ("2.5", "3", "2"), ("-2.5", "-3", "-2"), ("0.5", "1", "0"), ("2.999", "3", "2"),
  ])
  func `amounts are rounded once, or cut when the column says so`(
    _ digits: String, _ rounded: String, _ cut: String
  ) {
    #expect(shown(.amount(Sample.figure(digits)), .english) == rounded)
    #expect(shown(.amount(Sample.figure(digits)), .english, rounding: .down) == cut)
  }

  @Test func `columns of mixed units drop the zeros at the end`() {
    #expect(
      shown(.number(Sample.number("14505")), .english, decimals: 2, rounding: .trimmed) == "14,505")
    #expect(
      shown(.number(Sample.number("0.0774")), .english, decimals: 2, rounding: .trimmed) == "0.08")
  }

  @Test func `what is missing is a dash, never a zero`() {
    for language in Language.allCases {
      #expect(shown(.missing, language) == "–")
      #expect(shown(.amount(Sample.figure("0")), language) == "0")
    }
    let report = Sample.report(Sample.column([.missing]))
    #expect(CSVRenderer(language: .english).render(report).contains("row 0,part,value,,\n"))
    #expect(JSONRenderer(language: .english).render(report).contains("\"value\": null"))
  }

  @Test func `a factor too small for its column shows its digits rather than zero`() {
    #expect(shown(.number(Sample.number("0.000000001")), .english, decimals: 6) == "0.000000001")
    #expect(
      shown(.number(Sample.number("0.0004")), .english, decimals: 2, rounding: .trimmed) == "0.0004"
    )
  }

  /// 1.4 + 1.4 = 2.8: shown 1 + 1 = 3.
  @Test func `a column that does not add up as shown says by how much`() {
    var table = Sample.column(
      [
        .amount(Sample.figure("1.4")), .amount(Sample.figure("1.4")), .amount(Sample.figure("2.8")),
      ],
      roles: [.part, .part, .total])
    table.noteRounding()
    #expect(
      table.notes.map(\.en) == [
        "“Value”: the values shown add up to 2; 3 is the total, rounded once."
      ])
    #expect(
      table.notes.map(\.fr) == [
        "« Valeur » : les valeurs affichées s'ajoutent à 2 ; 3 est le total, arrondi une seule "
          + "fois."
      ])
  }

  @Test func `a column that adds up as shown says nothing`() {
    var table = Sample.column(
      [.amount(Sample.figure("1")), .amount(Sample.figure("2")), .amount(Sample.figure("3"))],
      roles: [.part, .part, .total])
    table.noteRounding()
    #expect(table.notes.isEmpty)
  }

  /// A detail is inside its part, and what is apart is in no total.
  @Test func `details and what is told apart are not added`() {
    var table = Sample.column(
      ["3", "2", "1", "3", "9"].map { .amount(Sample.figure($0)) },
      roles: [.part, .detail, .detail, .total, .apart])
    table.noteRounding()
    #expect(table.notes.isEmpty)
  }

  @Test func `a column without a heading says it without a name`() {
    var table = Sample.column(
      [
        .amount(Sample.figure("0.4")), .amount(Sample.figure("0.4")), .amount(Sample.figure("0.8")),
      ],
      roles: [.part, .part, .total])
    table.columns[0].title = Text(same: "")
    table.noteRounding()
    #expect(
      table.notes.map(\.en) == ["The values shown add up to 0; 1 is the total, rounded once."])
  }
}

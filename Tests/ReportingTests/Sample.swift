import Diagnostics
import Foundation
import Quantities
import Reporting

/// Reports made by hand, so that a test knows every value in them.
enum Sample {
  /// Names that people, or people with bad intentions, give to things.
  static let hostileNames = [
    "<script>alert(1)</script>", "two\nlines", "carriage\rreturn", "tab\there",
    "\u{1B}[31mred\u{7}",
    "\u{202E}reversed", "zero\u{200B}width", "line\u{2028}separator", "=2+2", "+1", "-1",
    "@SUM(A1)",
    "＝2+2", " =2+2", "\u{A0}=2+2", "\u{3000}=2+2", "\u{FEFF}=2+2", "quote\"in", "\"quoted\"",
    "semi;colon", "com,ma", "pi|pe", "accent\"\u{301}on a quote", "comma,\u{301}accented",
    "back\\slash",
    "日本語の名前", "👩‍👩‍👧‍👦 family", "", " ", "'", "null", "true", "1234", "1e5", "\u{85}next",
    String(repeating: "x", count: 10_000), String(repeating: "long name ", count: 1000),
    String(repeating: "漢", count: 500),
  ]

  /// A report with a hostile name everywhere one can stand.
  static func hostile(_ name: String) -> Report {
    var report = Report("report", Text(same: "\(name) · empreinte 2023"), campus: name, year: 2023)
    report.warnings = [Text(same: "INCOMPLETE \(name)")]
    report.headlines = [Text(same: "As much as 3 × \(name)")]
    var table = ReportTable(
      "post", Text(same: "By \(name)"),
      columns: [
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "kgCO2e"),
        .init("share", Text(fr: "Part", en: "Share")),
        .init("reason", Text(fr: "Raison", en: "Reason")),
      ])
    table.rows = [
      .init(
        name, .outside(name), [.amount(figure("1234.5")), .share(amount("0.25")), .outside(name)]),
      .init(
        "b", .words(Text(same: name)), [.missing, .missing, .words(Text(same: name))], role: .detail
      ),
      .init(
        "total", .words(Text(same: "Total")),
        [.amount(figure("1234.5")), .share(amount("1")), .missing],
        role: .total),
    ]
    table.notes = [Text(same: "Source: \(name).")]
    report.tables = [table]
    report.notes = [Text(same: name)]
    return report
  }

  /// A table of one column.
  static func column(
    _ values: [ReportValue], decimals: Int = 0, rounding: ReportTable.Column.Rounding = .nearest,
    roles: [ReportTable.Row.Role] = []
  ) -> ReportTable {
    var table = ReportTable(
      "t", Text(fr: "Titre", en: "Title"),
      columns: [
        .init("value", Text(fr: "Valeur", en: "Value"), decimals: decimals, rounding: rounding)
      ])
    for (place, value) in values.enumerated() {
      table.rows.append(
        .init(
          "row-\(place)", .outside("row \(place)"), [value],
          role: place < roles.count ? roles[place] : .part))
    }
    return table
  }

  static func report(_ tables: ReportTable...) -> Report {
    var report = Report("report", Text(fr: "Rapport", en: "Report"), campus: "C", year: 2023)
    report.tables = tables
    return report
  }

  /// A number written with a point.
  static func number(_ text: String) -> Number {
    guard case .success(let reading) = NumberText.read(text, dialect: .init(decimalMark: .point))
    else { return .zero }
    return reading.number
  }

  static func amount(_ text: String) -> ExactAmount { ExactAmount(number(text)) }

  static func figure(_ text: String) -> Figure { Figure(amount(text)) }

  /// The last cell of the rows of a text table, by label.
  static func lines(_ report: Report, _ language: Language, width: Int = 80) -> [String] {
    TextRenderer(language: language, width: width).render(report)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// The columns of a terminal that a line takes, counted apart from the code under test: East Asian
/// wide letters (Unicode TR11 W and F, the blocks used here) take two.
func displayWidth(_ line: String) -> Int {
  line.reduce(0) { sum, character in
    let value = character.unicodeScalars.first?.value ?? 0
    let isWide =
      (0x2E80...0xA4CF).contains(value) || (0xFF01...0xFF60).contains(value)
      || (0x1F300...0x1FAFF).contains(value)
    return sum + (isWide ? 2 : 1)
  }
}

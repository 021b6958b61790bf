import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// What two years have between them, in tables and a picture: for their comparison and for the report
/// of the later one.
struct ChangeTables {
  let comparison: YearComparison
  /// How many lines are told by name.
  private static let shown = 10

  init(_ comparison: YearComparison) { self.comparison = comparison }

  private var years: (Int, Int) { (comparison.before.year, comparison.after.year) }
  private var difference: ExactAmount { comparison.after.total - comparison.before.total }

  /// The causes that moved anything, and those that nearly always do.
  var causes: [ChangeCause] {
    ChangeCause.allCases.filter { cause in
      [.perimeter, .activity, .factor].contains(cause)
        || comparison.lines.contains { !($0.parts[cause] ?? .zero).isZero }
    }
  }

  /// From one year to the other, cause by cause.
  ///
  /// Years that differ by little would be two long bars with nothing between them: what is drawn is the
  /// difference, and the years stand in the title.
  func picture(under table: String) -> ReportPicture {
    let (before, after) = (comparison.before, comparison.after)
    let name = after.run.campus.name
    let (from, to) = years
    let steps = causes.map { (cause: $0, value: comparison.sum(of: $0).toDouble() / 1000) }
    let totals = (before.total.toDouble() / 1000, after.total.toDouble() / 1000)
    let difference = difference.toDouble() / 1000
    return ReportPicture(under: table) { language in
      let isFrench = language == .french
      let rows = steps.map { (label: Self.name($0.cause)[language], value: $0.value) }
      let told = rows.map { "\($0.label) \(ChartNumber.text($0.value, 1, language)) t" }
      func year(_ year: Int, _ total: Double) -> String {
        "\(year)\(isFrench ? " : " : ": ")\(ChartNumber.text(total, 1, language))\u{A0}t"
      }
      return WaterfallChart(
        frame: .inWords(
          "compare-\(from)-\(to)",
          "\(name) · \(year(from, totals.0)) → \(year(to, totals.1))",
          told.joined(separator: ", ") + ".", language),
        steps: rows.map { .init(label: $0.label, value: $0.value, kind: .change) } + [
          .init(
            label: isFrench ? "En tout" : "In all", value: difference, kind: .level)
        ]
      ).svg()
    }
  }

  static func name(_ cause: ChangeCause) -> Text {
    switch cause {
    case .perimeter: Text(fr: "Périmètre", en: "Perimeter")
    case .activity: Text(fr: "Activité", en: "Activity")
    case .weather: Text(fr: "Météo", en: "Weather")
    case .factor: Text(fr: "Facteurs", en: "Factors")
    case .method: Text(fr: "Méthode", en: "Method")
    }
  }

  var causeColumns: [ReportTable.Column] {
    causes.map { .init($0.rawValue, Self.name($0), unit: "kgCO2e") }
  }

  func values(_ parts: [ChangeCause: ExactAmount]) -> [ReportValue] {
    causes.map { .amount(Figure(parts[$0] ?? .zero)) }
  }

  /// The causes, and the difference that they make.
  func why(_ suffix: String = "", title: Text? = nil) -> ReportTable {
    var table = ReportTable(
      "why" + suffix, title ?? Text(fr: "Pourquoi (kgCO2e)", en: "Why (kgCO2e)"),
      columns: [
        .init("difference", Text(fr: "Différence", en: "Difference"), unit: "kgCO2e"),
        .init(
          "share", Text(fr: "de \(years.0)", en: "of \(years.0)"), decimals: 1, adds: false),
      ])
    table.statedUnit = "kgCO2e"
    func row(
      _ key: String, _ label: Text, _ amount: ExactAmount, _ role: ReportTable.Row.Role = .part
    ) {
      let share = amount.share(of: comparison.before.total.magnitude)
      table.rows.append(
        .init(
          key, .words(label), [.amount(Figure(amount)), share.map { .share($0) } ?? .missing],
          role: role))
    }
    for cause in causes { row(cause.rawValue, Self.name(cause), comparison.sum(of: cause)) }
    row("total", Text(same: "Total"), difference, .total)
    return table
  }

  private var sorted: [YearComparison.Line] {
    comparison.lines.enumerated().sorted { one, other in
      let (left, right) = (one.element.difference.magnitude, other.element.difference.magnitude)
      return left == right ? one.offset < other.offset : left > right
    }.map(\.element)
  }

  /// The lines that moved the total most.
  func movers(_ suffix: String = "", title: Text? = nil) -> ReportTable {
    var table = ReportTable(
      "movers" + suffix,
      title
        ?? Text(
          fr: "Ce qui a le plus compté (kgCO2e)", en: "What moved it most (kgCO2e)"),
      columns: [
        .init(
          "difference", Text(fr: "Différence", en: "Difference"), unit: "kgCO2e", adds: false)
      ] + causeColumns)
    table.statedUnit = "kgCO2e"
    for line in sorted.prefix(Self.shown) where !line.difference.isZero {
      table.rows.append(
        .init(
          line.key.activity, label(line.key),
          [.amount(Figure(line.difference))] + values(line.parts), role: .apart))
    }
    return table
  }

  func label(_ key: YearComparison.Key) -> ReportValue {
    if !key.label.isEmpty { return .outside(key.label) }
    let name = comparison.after.run.catalog.activity(named: key.activity)?.label
    let label = name ?? Text(same: key.activity)
    if key.site.isEmpty { return .words(label) }
    let site = comparison.after.run.campus.sites.first { $0.identifier == key.site }?.name
    return .words(
      Text(fr: "\(label.fr) · \(site ?? key.site)", en: "\(label.en) · \(site ?? key.site)"))
  }
}

import Diagnostics
import Footprint
import Inventory
import Quantities
public import Scenarios

/// What it would take to meet a target.
public struct SolutionReport {
  private let solution: Solution
  private let outlook: Outlook

  /// A report on a solution.
  public init(_ solution: Solution, _ outlook: Outlook) {
    self.solution = solution
    self.outlook = outlook
  }

  private var unit: String { solution.target.subject.unitText }

  /// The report value.
  public func report() -> Report {
    let (name, label) = (outlook.run.campus.name, solution.target.label)
    var report = Report(
      "solution",
      Text(
        fr: "\(name) · \(label.fr) en \(solution.year)",
        en: "\(name) · \(label.en) in \(solution.year)"),
      campus: name, year: nil)
    report.headlines = zip(words(.french), words(.english)).map { Text(fr: $0, en: $1) }
    report.tables = [rates()]
    if !solution.levers.isEmpty { report.tables.append(levers()) }
    for place in report.tables.indices { report.tables[place].nameRowsApart() }
    return report
  }

  private func amount(_ value: Double, _ language: Language) -> String {
    language.number(value, decimals: abs(value) < 10 ? 2 : 0) + "\u{A0}" + unit
  }

  private func words(_ language: Language) -> [String] {
    let isFrench = language == .french
    let (allowed, expected) = (
      amount(solution.allowed, language), amount(solution.expected, language)
    )
    let year = solution.year
    let before = solution.now?.year ?? solution.base.year
    let leads: String
    if solution.isPlan {
      leads = isFrench ? "le plan mène à \(expected)" : "the plan leads to \(expected)"
    } else {
      leads = isFrench ? "\(before) en a compté \(expected)" : "\(before) counted \(expected)"
    }
    let missing = amount(solution.missing, language)
    let last =
      solution.isMet
      ? (isFrench ? "L'objectif est tenu." : "The target is met.")
      : (isFrench ? "Il manque \(missing)." : "\(missing) are missing.")
    return [
      isFrench
        ? "L'objectif laisse \(allowed) en \(year) ; \(leads)."
        : "The target allows \(allowed) in \(year); \(leads).",
      last,
    ]
  }

  /// The constant rates that lead there.
  private func rates() -> ReportTable {
    var table = ReportTable(
      "rates", Text(fr: "Rythmes constants qui y mènent", en: "Constant rates that lead there"),
      columns: [
        .init("compound", Text(fr: "Composé", en: "Compound"), unit: "%", decimals: 2, adds: false),
        .init(
          "linear", Text(fr: "Linéaire, de cette année", en: "Linear, of that year"), unit: "%",
          decimals: 2, adds: false),
        .init("amount", Text(fr: "Par an", en: "A year"), unit: unit, decimals: 1, adds: false),
      ])
    func row(_ key: String, _ label: Text, _ rate: RequiredRate?) {
      table.rows.append(
        .init(
          key, .words(label),
          [
            rate?.compound.map { .real($0 * 100) } ?? .missing,
            rate.map { .real($0.linear * 100) } ?? .missing,
            rate.map { .real($0.amountPerYear) } ?? .missing,
          ], role: .apart))
    }
    row(
      "base",
      Text(fr: "à partir de \(solution.base.year)", en: "from \(solution.base.year)"),
      solution.fromBase)
    if let now = solution.now {
      row("now", Text(fr: "à partir de \(now.year)", en: "from \(now.year)"), solution.fromNow)
    }
    return table
  }

  /// What one measure alone would have to do, the others as they are.
  private func levers() -> ReportTable {
    var table = ReportTable(
      "levers",
      Text(
        fr: "Une mesure à la fois, les autres comme elles sont",
        en: "One measure at a time, the others as they are"),
      columns: [
        .init("uptake", Text(fr: "Part nécessaire", en: "Part needed")),
        .init("missing", Text(fr: "Manque", en: "Missing"), unit: unit, decimals: 1, adds: false),
        .init("start", Text(fr: "Au plus tard", en: "Latest start")),
      ])
    for lever in solution.levers {
      var uptake = ReportValue.missing
      var missing = ReportValue.missing
      var start = lever.latestStart.map { ReportValue.outside(String($0)) } ?? .missing
      switch lever.uptake {
      case .none:
        start = .missing
        uptake = .words(Text(fr: "aucune", en: "none"))
      case .share(let share):
        // Rounded up: a little less would not do.
        let percent = (share * 1000).rounded(.up) / 10
        uptake = .words(
          Text(
            fr: "\(Language.french.number(percent, decimals: 1)) %",
            en: "\(Language.english.number(percent, decimals: 1))%"))
      case .notEnough(let rest):
        uptake = .words(Text(fr: "ne suffit pas", en: "not enough"))
        missing = .real(rest)
      }
      table.rows.append(
        .init(
          lever.identifier, .words(lever.label),
          [uptake, missing, start],
          role: .apart))
    }
    return table
  }
}

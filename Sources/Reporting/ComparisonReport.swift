import Diagnostics
import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// Why the total of a year changed, as every format renders it.
public struct ComparisonReport {
  private let comparison: YearComparison
  /// How many lines are told by name in a terminal.
  private static let shown = 10

  /// A report on two years.
  public init(_ comparison: YearComparison) { self.comparison = comparison }

  private var years: (Int, Int) { (comparison.before.year, comparison.after.year) }
  private var difference: ExactAmount { comparison.after.total - comparison.before.total }

  /// The causes that moved anything, and those that nearly always do.
  private var causes: [ChangeCause] {
    ChangeCause.allCases.filter { cause in
      [.perimeter, .activity, .factor].contains(cause)
        || comparison.lines.contains { !($0.parts[cause] ?? .zero).isZero }
    }
  }

  /// The report value.
  public func report() -> Report {
    let name = comparison.after.run.campus.name
    var report = Report(
      "comparison",
      Text(
        fr: "\(name) · de \(years.0) à \(years.1)", en: "\(name) · from \(years.0) to \(years.1)"),
      campus: name, year: years.1)
    for footprint in [comparison.before, comparison.after] where !footprint.isComplete {
      let warning = QualitySection(footprint, FindingLog()).incomplete()
      report.warnings.append(
        Text(fr: "\(footprint.year) : \(warning.fr)", en: "\(footprint.year): \(warning.en)"))
    }
    report.headlines = headlines
    report.tables = [why(), posts(), movers(), lines()]
    report.tables[0].noteRounding()
    report.tables[1].noteRounding()
    for place in report.tables.indices { report.tables[place].nameRowsApart() }
    report.pictures = [picture]
    report.notes = notes
    return report
  }

  /// From one year to the other, cause by cause.
  private var picture: ReportPicture {
    let (before, after) = (comparison.before, comparison.after)
    let name = after.run.campus.name
    let (from, to) = years
    let steps = causes.map { (cause: $0, value: comparison.sum(of: $0).toDouble() / 1000) }
    let totals = (before.total.toDouble() / 1000, after.total.toDouble() / 1000)
    return ReportPicture(under: "why") { language in
      let rows = steps.map { (label: Self.name($0.cause)[language], value: $0.value) }
      let told = rows.map { "\($0.label) \(ChartNumber.text($0.value, 1, language)) t" }
      return WaterfallChart(
        frame: .inWords(
          "compare-\(from)-\(to)", "\(name) · \(from) → \(to)",
          told.joined(separator: ", ") + ".", language),
        steps: [.init(label: String(from), value: totals.0, kind: .level)]
          + rows.map { .init(label: $0.label, value: $0.value, kind: .change) }
          + [.init(label: String(to), value: totals.1, kind: .level)]
      ).svg()
    }
  }

  // MARK: In words

  private var headlines: [Text] {
    func words(_ language: Language) -> String {
      let isFrench = language == .french
      func tonnes(_ amount: ExactAmount) -> String {
        language.numbers.text(Self.thousandth(amount), decimals: 1) + "\u{A0}tCO2e"
      }
      let change = signed(Self.thousandth(difference), 1, language) + "\u{A0}tCO2e"
      let (before, after) = (tonnes(comparison.before.total), tonnes(comparison.after.total))
      let share = difference.share(of: comparison.before.total).map {
        " (" + signed($0.multiplied(by: Ratio(100)) ?? $0, 1, language)
          + (isFrench ? "\u{A0}%)" : "%)")
      }
      return isFrench
        ? "\(years.0) : \(before) ; \(years.1) : \(after) ; \(change)\(share ?? "")"
        : "\(years.0): \(before); \(years.1): \(after); \(change)\(share ?? "")"
    }
    return [Text(fr: words(.french), en: words(.english))]
  }

  private static func thousandth(_ amount: ExactAmount) -> ExactAmount {
    amount.multiplied(by: Ratio(1, 1000)) ?? amount
  }

  private func signed(_ amount: ExactAmount, _ decimals: Int, _ language: Language) -> String {
    let text = language.numbers.text(amount.isNegative ? -amount : amount, decimals: decimals)
    return (amount.isNegative ? "−" : "+") + text
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

  private var notes: [Text] {
    var notes: [Text] = []
    for footprint in [comparison.before, comparison.after] {
      guard let reason = footprint.campusYear.atypical else { continue }
      notes.append(
        Text(
          fr: "\(footprint.year) est atypique : \(reason).",
          en: "\(footprint.year) is atypical: \(reason)."))
    }
    notes.append(
      Text(
        fr: """
          Périmètre : ce que campus.yaml ne compte que l'une des deux années. Ce qui commence ou \
          s'arrête à l'intérieur est de l'activité. Moyennes logarithmiques, ligne par ligne : les \
          parts s'ajoutent exactement.
          """,
        en: """
          Perimeter: what campus.yaml counts in one of the years only. What begins or ends inside it \
          is activity. Logarithmic means, line by line: the parts add up exactly.
          """))
    return notes
  }

  // MARK: Tables

  private var causeColumns: [ReportTable.Column] {
    causes.map { .init($0.rawValue, Self.name($0), unit: "kgCO2e") }
  }

  private func values(_ parts: [ChangeCause: ExactAmount]) -> [ReportValue] {
    causes.map { .amount(Figure(parts[$0] ?? .zero)) }
  }

  private func why() -> ReportTable {
    var table = ReportTable(
      "why", Text(fr: "Pourquoi (kgCO2e)", en: "Why (kgCO2e)"),
      columns: [
        .init("difference", Text(fr: "Différence", en: "Difference"), unit: "kgCO2e"),
        .init(
          "share", Text(fr: "de \(years.0)", en: "of \(years.0)"), decimals: 1, adds: false),
      ])
    table.statedUnit = "kgCO2e"
    func row(
      _ key: String, _ label: Text, _ amount: ExactAmount, _ role: ReportTable.Row.Role = .part
    ) {
      let share = amount.share(of: comparison.before.total)
      table.rows.append(
        .init(
          key, .words(label), [.amount(Figure(amount)), share.map { .share($0) } ?? .missing],
          role: role))
    }
    for cause in causes { row(cause.rawValue, Self.name(cause), comparison.sum(of: cause)) }
    row("total", Text(same: "Total"), difference, .total)
    return table
  }

  private func posts() -> ReportTable {
    let catalog = comparison.after.run.catalog
    var table = ReportTable(
      "post", Text(fr: "Par poste (kgCO2e)", en: "By post (kgCO2e)"),
      columns: [
        .init(String(years.0), Text(same: String(years.0)), unit: "kgCO2e"),
        .init(String(years.1), Text(same: String(years.1)), unit: "kgCO2e"),
      ] + causeColumns)
    table.statedUnit = "kgCO2e"
    var sums: [String: Sum] = [:]
    var whole = Sum()
    for line in comparison.lines {
      sums[catalog.topPost(of: line.key.post), default: Sum()].add(line)
      whole.add(line)
    }
    let order = catalog.posts.map(\.identifier)
    let keys = sums.keys.sorted {
      (order.firstIndex(of: $0) ?? .max, $0) < (order.firstIndex(of: $1) ?? .max, $1)
    }
    for key in keys {
      guard let sum = sums[key] else { continue }
      let label = catalog.post(named: key)?.label ?? Text(same: key)
      table.rows.append(.init(key, .words(label), sum.amounts + values(sum.parts)))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")), whole.amounts + values(whole.parts), role: .total))
    return table
  }

  /// Lines added up.
  private struct Sum {
    var before = ExactAmount.zero
    var after = ExactAmount.zero
    var parts: [ChangeCause: ExactAmount] = [:]

    mutating func add(_ line: YearComparison.Line) {
      before += line.before
      after += line.after
      for (cause, amount) in line.parts { parts[cause, default: .zero] += amount }
    }

    var amounts: [ReportValue] { [.amount(Figure(before)), .amount(Figure(after))] }
  }

  private var sorted: [YearComparison.Line] {
    comparison.lines.enumerated().sorted { one, other in
      let (left, right) = (size(one.element), size(other.element))
      return left == right ? one.offset < other.offset : left > right
    }.map(\.element)
  }

  private func size(_ line: YearComparison.Line) -> ExactAmount {
    line.difference.isNegative ? -line.difference : line.difference
  }

  /// The lines that moved the total most.
  private func movers() -> ReportTable {
    var table = ReportTable(
      "movers",
      Text(
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

  private func label(_ key: YearComparison.Key) -> ReportValue {
    if !key.label.isEmpty { return .outside(key.label) }
    let name = comparison.after.run.catalog.activity(named: key.activity)?.label
    let label = name ?? Text(same: key.activity)
    if key.site.isEmpty { return .words(label) }
    let site = comparison.after.run.campus.sites.first { $0.identifier == key.site }?.name
    return .words(
      Text(fr: "\(label.fr) · \(site ?? key.site)", en: "\(label.en) · \(site ?? key.site)"))
  }

  /// Every line, for programs.
  private func lines() -> ReportTable {
    var table = ReportTable(
      "lines", Text(fr: "Chaque ligne", en: "Every line"),
      columns: [
        .init("post", Text(fr: "Poste", en: "Post")), .init("site", Text(fr: "Site", en: "Site")),
        .init(String(years.0), Text(same: String(years.0)), unit: "kgCO2e"),
        .init(String(years.1), Text(same: String(years.1)), unit: "kgCO2e"),
      ] + causeColumns, isDetail: true)
    for line in comparison.lines {
      table.rows.append(
        .init(
          line.key.activity, label(line.key),
          [
            .outside(line.key.post), line.key.site.isEmpty ? .missing : .outside(line.key.site),
            .amount(Figure(line.before)), .amount(Figure(line.after)),
          ] + values(line.parts), role: .apart))
    }
    return table
  }
}

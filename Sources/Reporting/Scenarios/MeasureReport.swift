import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
public import Scenarios

/// What one measure does in a year: the equation, with its values.
public struct MeasureReport {
  private let explanation: MeasureExplanation
  private let outlook: Outlook
  /// How many groups of lines are worked out.
  private static let shown = 8

  /// A report on a measure of a scenario.
  public init(_ explanation: MeasureExplanation, _ outlook: Outlook) {
    self.explanation = explanation
    self.outlook = outlook
  }

  /// The report value.
  public func report() -> Report {
    let (name, label, year) = (outlook.run.campus.name, explanation.label, explanation.year)
    var report = Report(
      "measure",
      Text(
        fr: "\(name) · \(label.fr) en \(year)", en: "\(name) · \(label.en) in \(year)"),
      campus: name, year: nil)
    report.warnings = OutlookWarnings(outlook).texts
    if explanation.groups.isEmpty {
      report.warnings.append(
        Text(
          fr: "Cette mesure ne porte sur aucune ligne de \(explanation.base).",
          en: "This measure is about no row of \(explanation.base)."))
    }
    report.headlines = uptake + effects + [saves, range]
    if let cut = explanation.published { report.headlines.append(PublishedCutWords.text(cut)) }
    report.tables = explanation.groups.prefix(Self.shown).enumerated().map { place, group in
      table(group, number: place + 1)
    }
    let rest = explanation.groups.dropFirst(Self.shown)
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.saved }
      report.notes.append(
        Text(
          fr: "\(rest.count) autre(s) groupe(s) de lignes : \(tonnes(sum, .french)) évitées.",
          en: "\(rest.count) other group(s) of lines: \(tonnes(sum, .english)) saved."))
    }
    report.notes.append(
      Text(
        fr: """
          « Sans » et « avec » : les autres mesures sont prises dans les deux cas. La part de \
          Shapley est la moyenne sur tous les ordres.
          """,
        en: """
          “Without” and “with”: the other measures are taken in both. The Shapley share is the \
          mean over all orders.
          """))
    return report
  }

  private func tonnes(_ value: Double, _ language: Language) -> String {
    language.number(value, decimals: abs(value) < 100 ? 2 : 0) + "\u{A0}tCO2e"
  }

  // MARK: How far it has got

  private var uptake: [Text] {
    guard let uptake = explanation.uptake else { return [] }
    let year = explanation.year
    let share = uptake.share(in: year)
    func words(_ language: Language) -> String {
      let isFrench = language == .french
      let percent = language.number(share * 100, decimals: 1) + (isFrench ? "\u{A0}%" : "%")
      let begin = uptake.start + uptake.lag
      if year < begin {
        return isFrench
          ? "Rien n'en est fait : elle agit à partir de \(begin)."
          : "None of it is done: it acts from \(begin)."
      }
      if let end = uptake.end, year > end {
        switch uptake.after {
        case .keep:
          return isFrench
            ? "\(percent) en est fait depuis \(end), et gardé."
            : "\(percent) of it is done since \(end), and kept."
        case .stop:
          return isFrench
            ? "Rien n'en est plus fait : elle s'arrête en \(end)."
            : "None of it is done any more: it stops in \(end)."
        }
      }
      let part = "(\(year) − \(begin) + 1) / \(uptake.ramp)"
      let way =
        switch uptake.shape {
        case .linear: ""
        case .step: isFrench ? ", d'un coup à la fin" : ", all at once at the end"
        case .smooth: isFrench ? ", 3x² − 2x³ de cela" : ", 3x² − 2x³ of it"
        }
      return isFrench
        ? "\(percent) en est fait : \(part)\(way), au plus 100\u{A0}%."
        : "\(percent) of it is done: \(part)\(way), at most 100%."
    }
    return [Text(fr: words(.french), en: words(.english))]
  }

  private var effects: [Text] {
    let done = explanation.uptake?.share(in: explanation.year) ?? 1
    let words = EffectWords(done: done, rebound: explanation.rebound, activity: activity)
    return explanation.effects.map { effect in
      let text = words.text(effect)
      return Text(fr: "  " + text.fr, en: "  " + text.en)
    }
  }

  private var saves: Text {
    let (share, error) = (explanation.share.share, explanation.share.error)
    func within(_ language: Language) -> String {
      if error == 0 { return "" }
      let amount = language.number(error, decimals: 2)
      return language == .french
        ? ", tirée au sort, à \(amount) t près" : ", sampled, to within \(amount) t"
    }
    return Text(
      fr:
        "Sa part de Shapley : \(tonnes(share, .french)) en \(explanation.year)\(within(.french)).",
      en: "Its Shapley share: \(tonnes(share, .english)) in \(explanation.year)\(within(.english))."
    )
  }

  private var range: Text {
    let (alone, last) = (explanation.share.alone, explanation.share.last)
    return Text(
      fr: "Seule, elle éviterait \(tonnes(alone, .french)) ; sans elle, il manquerait "
        + "\(tonnes(last, .french)).",
      en: "Alone it would save \(tonnes(alone, .english)); without it, "
        + "\(tonnes(last, .english)) would be missing.")
  }

  // MARK: Lines

  private func table(_ group: MeasureExplanation.Group, number: Int) -> ReportTable {
    let label = title(group, number)
    var table = ReportTable(
      "lines-\(number)", label,
      columns: [
        .init(
          "without", Text(fr: "Sans", en: "Without"), decimals: 6, rounding: .trimmed, adds: false),
        .init("with", Text(fr: "Avec", en: "With"), decimals: 6, rounding: .trimmed, adds: false),
      ])
    for (place, row) in group.rows.enumerated() {
      let (key, words) = words(row.kind)
      let values = [row.without, row.with].map { $0.map(shown) ?? .missing }
      let role: ReportTable.Row.Role
      if case .result = row.kind { role = .total } else { role = .apart }
      table.rows.append(.init("\(place + 1)-\(key)", .words(words), values, role: role))
    }
    return table
  }

  /// Where an activity has several tables, they say where they are.
  private func title(_ group: MeasureExplanation.Group, _ number: Int) -> Text {
    let label = activity(group.activity)
    let twins = explanation.groups.filter { $0.activity == group.activity }
    if twins.count == 1 { return label }
    let names = group.sites.map { site in
      outlook.run.campus.sites.first { $0.identifier == site }?.name ?? site
    }
    let place = names.isEmpty ? String(number) : names.joined(separator: ", ")
    return Text(fr: "\(label.fr) · \(place)", en: "\(label.en) · \(place)")
  }

  /// Seven digits tell all there is to tell.
  private func shown(_ value: Double) -> ReportValue {
    var unit = 1.0
    while abs(value) * unit < 1e6, unit < 1e6 { unit *= 10 }
    return .real((value * unit).rounded() / unit)
  }

  private func activity(_ name: String) -> Text {
    outlook.run.catalog.activity(named: name)?.label ?? Text(same: name)
  }

  private func words(_ kind: MeasureExplanation.Row.Kind) -> (key: String, words: Text) {
    let base = explanation.base
    let year = explanation.year
    switch kind {
    case .base(let unit):
      return ("base", Text(fr: "\(base) (\(unit.symbol))", en: "\(base) (\(unit.symbol))"))
    case .times(let label):
      return ("times", Text(fr: "× \(label.fr)", en: "× \(label.en)"))
    case .cut(let unit):
      return (
        "cut", Text(fr: "− coupé (\(unit.symbol))", en: "− cut (\(unit.symbol))")
      )
    case .quantity(let unit):
      return ("quantity", Text(fr: "= \(year) (\(unit.symbol))", en: "= \(year) (\(unit.symbol))"))
    case .rest: return ("stays", Text(fr: "× part qui reste", en: "× part that stays"))
    case .baseFactor(let unit):
      return (
        "base-factor",
        Text(fr: "× kgCO2e/\(unit.symbol) en \(base)", en: "× kgCO2e/\(unit.symbol) in \(base)")
      )
    case .factor(let unit):
      return (
        "factor",
        Text(fr: "= kgCO2e/\(unit.symbol) en \(year)", en: "= kgCO2e/\(unit.symbol) in \(year)")
      )
    case .kept: return ("kept", Text(fr: "= ce qui reste (tCO2e)", en: "= what stays (tCO2e)"))
    case .movedShare(let label, let to):
      return (
        "moved-share",
        Text(
          fr: "\(label.fr) : part menée à « \(activity(to).fr) »",
          en: "\(label.en): part moved to “\(activity(to).en)”")
      )
    case .ratio:
      return ("ratio", Text(fr: "  × unités pour chacune", en: "  × units for each"))
    case .otherFactor:
      return (
        "other-factor",
        Text(fr: "  × kgCO2e par unité en \(year)", en: "  × kgCO2e a unit in \(year)")
      )
    case .moved: return ("moved", Text(fr: "  = (tCO2e)", en: "  = (tCO2e)"))
    case .promised:
      return (
        "promised", Text(fr: "− tonnes promises (tCO2e)", en: "− promised tonnes (tCO2e)")
      )
    case .result: return ("result", Text(same: "= tCO2e"))
    }
  }
}

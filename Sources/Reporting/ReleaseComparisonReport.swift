import Diagnostics
public import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// Two editions of a base of factors: what was added, removed and changed, and what that does to a
/// campus.
public struct ReleaseComparisonReport {
  /// The effect on the total of a year.
  public struct Effect {
    private let first: Recomputation
    private let second: Recomputation
    let byElement: [String: ExactAmount]

    /// The effect of going from one edition to the other.
    public init(from first: Recomputation, to second: Recomputation) {
      self.first = first
      self.second = second
      byElement = Recomputation.effects(from: first, to: second)
    }

    var footprint: Footprint { first.before }
    var totals: (before: ExactAmount, after: ExactAmount) {
      (first.after.total, second.after.total)
    }
    var difference: ExactAmount { totals.after - totals.before }
  }

  /// Longer lists are for CSV and JSON.
  private static let shownRows = 60

  private let comparison: ReleaseComparison
  private let names: (first: String, second: String)
  private let effect: Effect?
  private let only: Set<String>?

  /// A report on a comparison; with an effect when a campus has rows, and of some elements only.
  public init(
    _ comparison: ReleaseComparison, names: (first: String, second: String), effect: Effect?,
    only: Set<String>? = nil
  ) {
    self.comparison = comparison
    self.names = names
    self.effect = effect
    self.only = only
  }

  /// The report value.
  public func report() -> Report {
    var report = Report(
      "factors-diff",
      Text(same: "\(names.first) → \(names.second)"),
      campus: effect?.footprint.run.campus.name ?? "", year: effect?.footprint.year)
    report.tables = [counts()]
    let lists = [changed(), added(), removed()].filter { !$0.rows.isEmpty }
    for var list in lists {
      if list.rows.count > Self.shownRows {
        list.reach = .data
        report.notes.append(
          Text(
            fr: "« \(list.title.fr) » : liste entière avec -O csv ou -O json.",
            en: "“\(list.title.en)”: the whole list with -O csv or -O json."))
      }
      report.tables.append(list)
    }
    if let effect {
      report.headlines = headlines(effect)
      report.tables.append(effects(effect))
    }
    for place in report.tables.indices { report.tables[place].noteRounding() }
    return report
  }

  private func isMeant(_ entry: ReleaseComparison.Entry) -> Bool {
    only?.contains(entry.identifier) ?? true
  }

  private func headlines(_ effect: Effect) -> [Text] {
    func words(_ language: Language) -> String {
      let format = language.numbers
      let totals = (
        format.text(effect.totals.before, decimals: 0),
        format.text(effect.totals.after, decimals: 0), format.text(effect.difference, decimals: 0)
      )
      let year = effect.footprint.year
      return language == .french
        ? "Total \(year) : \(totals.0) kgCO2e avec \(names.first), \(totals.1) kgCO2e avec "
          + "\(names.second) (différence \(totals.2) kgCO2e)"
        : "Total of \(year): \(totals.0) kgCO2e with \(names.first), \(totals.1) kgCO2e with "
          + "\(names.second) (difference \(totals.2) kgCO2e)"
    }
    return [Text(fr: words(.french), en: words(.english))]
  }

  private func counts() -> ReportTable {
    var table = ReportTable(
      "counts", Text(fr: "Éléments", en: "Elements"),
      columns: [.init("elements", Text(fr: "Nombre", en: "Count"))])
    func row(_ key: String, _ label: Text, _ count: Int) {
      table.rows.append(.init(key, .words(label), [.count(count)], role: .apart))
    }
    row("added", Text(fr: "ajoutés", en: "added"), comparison.added.count { isMeant($0) })
    row("removed", Text(fr: "retirés", en: "removed"), comparison.removed.count { isMeant($0) })
    let changes = comparison.changed.filter { isMeant($0.before) }
    row("changed", Text(fr: "changés", en: "changed"), changes.count)
    for aspect in ReleaseComparison.Aspect.allCases {
      let count = changes.count { $0.aspects.contains(aspect) }
      let label = Text(fr: "  " + aspect.label.fr, en: "  " + aspect.label.en)
      if count > 0 { row("changed-" + aspect.rawValue, label, count) }
    }
    if only == nil { row("same", Text(fr: "les mêmes", en: "the same"), comparison.unchanged) }
    return table
  }

  private func changed() -> ReportTable {
    var table = ReportTable(
      "changed", Text(fr: "Changés", en: "Changed"),
      columns: [
        .init(
          "before", Text(fr: "Avant", en: "Before"), decimals: 6, rounding: .trimmed, adds: false),
        .init(
          "after", Text(fr: "Après", en: "After"), decimals: 6, rounding: .trimmed, adds: false),
        .init("unit", Text(fr: "Unité", en: "Unit")),
        .init("what", Text(fr: "Ce qui change", en: "What changes")),
      ] + effectColumns)
    for change in comparison.changed where isMeant(change.before) {
      let (before, after) = (change.before, change.after)
      let units = change.aspects.contains(.unit) ? [before, after] : [after]
      table.rows.append(
        .init(
          after.identifier, label(after),
          [
            .number(before.total), .number(after.total),
            .outside(units.map(\.unitText).joined(separator: " → ")), what(change),
          ] + effectValues(after)))
    }
    return table
  }

  private func what(_ change: ReleaseComparison.Change) -> ReportValue {
    func words(_ language: Language) -> String {
      change.aspects.map { aspect in
        let label = aspect.label[language]
        guard aspect == .status else { return label }
        let (before, after) = (change.before.status.label, change.after.status.label)
        return "\(label) (\(before[language]) → \(after[language]))"
      }.joined(separator: ", ")
    }
    return .words(Text(fr: words(.french), en: words(.english)))
  }

  private func added() -> ReportTable {
    list("added", Text(fr: "Ajoutés", en: "Added"), comparison.added)
  }

  private func removed() -> ReportTable {
    list("removed", Text(fr: "Retirés", en: "Removed"), comparison.removed)
  }

  private func list(
    _ identifier: String, _ title: Text, _ entries: [ReleaseComparison.Entry]
  ) -> ReportTable {
    var table = ReportTable(
      identifier, title,
      columns: [
        .init(
          "value", Text(fr: "Valeur", en: "Value"), decimals: 6, rounding: .trimmed, adds: false),
        .init("unit", Text(fr: "Unité", en: "Unit")),
        .init("status", Text(fr: "Statut", en: "Status")),
      ] + effectColumns)
    for entry in entries where isMeant(entry) {
      table.rows.append(
        .init(
          entry.identifier, label(entry),
          [.number(entry.total), .outside(entry.unitText), .words(entry.status.label)]
            + effectValues(entry)))
    }
    return table
  }

  /// Every element with an effect, which add up to the difference of the totals.
  private func effects(_ effect: Effect) -> ReportTable {
    var table = ReportTable(
      "effect",
      Text(
        fr: "Effet sur le total de \(effect.footprint.year)",
        en: "Effect on the total of \(effect.footprint.year)"),
      columns: effectColumns)
    let known = titles()
    let sorted = effect.byElement.filter { !$0.value.isZero }.sorted { left, right in
      let (a, b) = (left.value, right.value)
      return (b.magnitude, left.key) < (a.magnitude, right.key)
    }
    for (identifier, amount) in sorted {
      table.rows.append(
        .init(
          identifier, .outside(known[identifier] ?? identifier), [.amount(Figure(amount))]))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")), [.amount(Figure(effect.difference))], role: .total))
    return table
  }

  private func titles() -> [String: String] {
    var titles: [String: String] = [:]
    let entries = comparison.changed.map(\.after) + comparison.added + comparison.removed
    for entry in entries { titles[entry.identifier] = entry.identifier + " " + entry.title.fr }
    return titles
  }

  private func label(_ entry: ReleaseComparison.Entry) -> ReportValue {
    .outside(entry.identifier + " " + entry.title.fr)
  }

  private var effectColumns: [ReportTable.Column] {
    effect == nil ? [] : [.init("effect", Text(fr: "Effet", en: "Effect"), unit: "kgCO2e")]
  }

  private func effectValues(_ entry: ReleaseComparison.Entry) -> [ReportValue] {
    guard let effect else { return [] }
    guard let amount = effect.byElement[entry.identifier] else { return [.missing] }
    return [.amount(Figure(amount))]
  }
}

import Diagnostics
import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// A year computed with two editions of the factors, side by side.
public struct RecomputationReport {
  private let recomputation: Recomputation
  private let name: String

  /// A report on a year and another edition of its factors.
  public init(_ recomputation: Recomputation, edition name: String) {
    self.recomputation = recomputation
    self.name = name
  }

  /// The report value.
  public func report() -> Report {
    let footprint = recomputation.before
    let campus = footprint.run.campus.name
    var report = Report(
      "recomputation",
      Text(
        fr: "\(campus) · empreinte \(footprint.year) avec \(name)",
        en: "\(campus) · footprint \(footprint.year) with \(name)"),
      campus: campus, year: footprint.year)
    if !footprint.isComplete {
      report.warnings = QualitySection(footprint, FindingLog()).warnings()
    }
    report.headlines = headlines
    report.tables = [posts(), changes()]
    if !recomputation.kept.isEmpty { report.tables.append(kept()) }
    for place in report.tables.indices { report.tables[place].noteRounding() }
    return report
  }

  private var changed: [Recomputation.Change] { recomputation.changes.filter { !$0.isSame } }

  private var headlines: [Text] {
    func words(_ language: Language) -> [String] {
      let format = language.numbers
      let totals = (
        format.text(recomputation.before.total, decimals: 0),
        format.text(recomputation.after.total, decimals: 0),
        format.text(recomputation.difference, decimals: 0)
      )
      let (taken, other) = (recomputation.changes.count, changed.count)
      let archived = changed.count { $0.isArchived }
      let stay = recomputation.kept.count
      return language == .french
        ? [
          "Total calculé : \(totals.0) kgCO2e ; avec \(name) : \(totals.1) kgCO2e "
            + "(différence \(totals.2) kgCO2e)",
          "\(taken) facteur(s) repris de \(name), dont \(other) autre(s) et \(archived) archivé(s) "
            + "depuis ; \(stay) gardé(s)",
        ]
        : [
          "Total as computed: \(totals.0) kgCO2e; with \(name): \(totals.1) kgCO2e "
            + "(difference \(totals.2) kgCO2e)",
          "\(taken) factor(s) taken from \(name), of which \(other) differ and \(archived) were "
            + "archived since; \(stay) kept",
        ]
    }
    return zip(words(.french), words(.english)).map { Text(fr: $0, en: $1) }
  }

  private var amountColumns: [ReportTable.Column] {
    [
      .init("computed", Text(fr: "Calculé", en: "As computed"), unit: "kgCO2e"),
      .init("recomputed", Text(fr: "Avec \(name)", en: "With \(name)"), unit: "kgCO2e"),
      .init("difference", Text(fr: "Différence", en: "Difference"), unit: "kgCO2e"),
    ]
  }

  private func amounts(_ before: ExactAmount, _ after: ExactAmount) -> [ReportValue] {
    [.amount(Figure(before)), .amount(Figure(after)), .amount(Figure(after - before))]
  }

  private func posts() -> ReportTable {
    var table = ReportTable("post", Text(fr: "Par poste", en: "By post"), columns: amountColumns)
    let before = recomputation.before.breakdown(by: .post)
    let after = Dictionary(
      recomputation.after.breakdown(by: .post).map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    for row in before {
      table.rows.append(
        .init(
          row.key, .words(row.label), amounts(row.amount, after[row.key]?.amount ?? .zero),
          role: row.depth > 0 ? .detail : .part))
    }
    let known = Set(before.map(\.key))
    for row in recomputation.after.breakdown(by: .post) where !known.contains(row.key) {
      table.rows.append(
        .init(
          row.key, .words(row.label), amounts(.zero, row.amount),
          role: row.depth > 0 ? .detail : .part))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")),
        amounts(recomputation.before.total, recomputation.after.total), role: .total))
    return table
  }

  private func changes() -> ReportTable {
    var table = ReportTable(
      "factors", Text(fr: "Facteurs qui changent", en: "Factors that change"),
      columns: [
        .init(
          "before", Text(fr: "Avant", en: "Before"), decimals: 6, rounding: .trimmed, adds: false),
        .init(
          "after", Text(fr: "Après", en: "After"), decimals: 6, rounding: .trimmed, adds: false),
        .init("unit", Text(fr: "Unité", en: "Unit")),
        .init("status", Text(fr: "Statut", en: "Status")),
        .init("difference", Text(fr: "Différence", en: "Difference"), unit: "kgCO2e"),
      ])
    for change in changed {
      let (before, after) = (change.before, change.after)
      let units = before.unit == after.unit ? [after] : [before, after]
      let names =
        before.identifier == after.identifier
        ? [before.identifier]
        : [before.identifier, after.identifier]
      table.rows.append(
        .init(
          names.joined(separator: ">"), .outside(names.joined(separator: " → ")),
          [
            .number(before.total), .number(after.total),
            .outside(units.map { "kgCO2e/" + $0.unit.symbol }.joined(separator: " → ")),
            .words(after.status.label), .amount(Figure(change.difference)),
          ]))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")),
        [.missing, .missing, .missing, .missing, .amount(Figure(recomputation.difference))],
        role: .total))
    table.nameRowsApart()
    // Where nothing changes there is nothing to show, and the counts above say so.
    if table.rows.count == 1 { table.reach = .data }
    return table
  }

  private func kept() -> ReportTable {
    var table = ReportTable(
      "kept", Text(fr: "Facteurs gardés", en: "Factors kept"),
      columns: [
        .init("reason", Text(fr: "Raison", en: "Reason")),
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "kgCO2e"),
      ])
    for item in recomputation.kept {
      table.rows.append(
        .init(
          item.factor.identifier, .outside(item.factor.identifier),
          [.words(words(item.reason)), .amount(Figure(item.amount))]))
    }
    table.nameRowsApart()
    return table
  }

  private func words(_ reason: Recomputation.Reason) -> Text {
    switch reason {
    case .otherSource: Text(fr: "d'une autre source", en: "from another source")
    case .absent: Text(fr: "pas dans \(name)", en: "not in \(name)")
    case .unit(let unit):
      Text(fr: "donné par \(unit) dans \(name)", en: "given per \(unit) in \(name)")
    }
  }
}

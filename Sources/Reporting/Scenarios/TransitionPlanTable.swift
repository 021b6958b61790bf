import Diagnostics
import EmissionFactors
import Inventory
import Quantities
import Scenarios

/// The actions of a scenario with what each is expected to save, direct and indirect: the table that a
/// regulatory inventory has beside its figures.
struct TransitionPlanTable {
  private let outlook: Outlook
  private let year: Int

  /// The actions planned after an inventory year.
  init(_ outlook: Outlook, after year: Int) {
    self.outlook = outlook
    self.year = year
  }

  /// The milestone that comes next, or else the horizon.
  private var next: Int {
    outlook.scenario.milestones.sorted().first { $0 > year } ?? outlook.scenario.horizon
  }

  func table() -> ReportTable? {
    guard let plan = outlook.plan, !plan.measures.isEmpty else { return nil }
    let (next, horizon) = (next, outlook.scenario.horizon)
    let groups: [(key: String, title: Text, scopes: Set<Scope>)] = [
      ("direct", Text(fr: "Directes \(next)", en: "Direct \(next)"), [.one]),
      ("energy", Text(fr: "Énergie \(next)", en: "Energy \(next)"), [.two]),
      ("indirect", Text(fr: "Autres ind. \(next)", en: "Other ind. \(next)"), [.three, .notSplit]),
    ]
    var columns = [ReportTable.Column("start", Text(fr: "Début", en: "Start"), adds: false)]
    columns += groups.map { .init($0.key, $0.title, unit: "tCO2e", decimals: 1) }
    columns.append(
      .init("total", Text(fr: "En tout \(next)", en: "In all \(next)"), unit: "tCO2e", decimals: 1))
    if horizon != next {
      columns.append(
        .init(
          "horizon", Text(fr: "En tout \(horizon)", en: "In all \(horizon)"), unit: "tCO2e",
          decimals: 1))
    }
    let label = outlook.scenario.label
    var table = ReportTable(
      "transition-plan",
      Text(
        fr: "Plan de transition · \(label.fr) (tCO2e évitées par an)",
        en: "Transition plan · \(label.en) (tCO2e saved a year)"), columns: columns)
    table.statedUnit = "tCO2e"
    let parts = groups.map { plan.shares(in: next, scopes: $0.scopes) }
    let last = Dictionary(
      plan.shares(in: horizon).map { ($0.identifier, $0.share) }, uniquingKeysWith: { a, _ in a })
    let starts = Dictionary(
      outlook.scenario.measures.map { ($0.identifier, $0.uptake.start) },
      uniquingKeysWith: { a, _ in a })
    var sums = columns.dropFirst().map { _ in 0.0 }
    for share in plan.shares(in: next) {
      var values = parts.map { $0[share.identifier] ?? 0 } + [share.share]
      if horizon != next { values.append(last[share.identifier] ?? 0) }
      for (place, value) in values.enumerated() { sums[place] += value }
      let start: ReportValue = starts[share.identifier].map { .outside(String($0)) } ?? .missing
      table.rows.append(
        .init(share.identifier, .words(share.label), [start] + values.map { .real($0) }))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")), [.missing] + sums.map { .real($0) }, role: .total))
    table.notes = OutlookWarnings(outlook).texts
    table.notes.append(
      Text(
        fr:
          "Réductions attendues par rapport à \(plan.base) sans mesure ; directes : scope 1 ; énergie : "
          + "scope 2.",
        en:
          "Reductions expected against \(plan.base) without measures; direct: scope 1; energy: scope 2."
      ))
    let unlinked = plan.unlinked
    let names = outlook.scenario.measures.filter { unlinked.contains($0.identifier) }.map(\.label)
    if !names.isEmpty {
      table.notes.append(
        Text(
          fr: "Tonnes promises, liées à aucune activité : "
            + names.map(\.fr).joined(separator: ", ") + ".",
          en: "Promised tonnes, tied to no activity: "
            + names.map(\.en).joined(separator: ", ") + "."))
    }
    return table
  }
}

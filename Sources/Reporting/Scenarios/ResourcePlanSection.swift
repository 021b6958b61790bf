import Diagnostics
import Scenarios

/// The same plan in kWh, m³ and tonnes of waste.
struct ResourcePlanSection {
  private let resources: [PlanResource]
  private let gaps: [YearFigures.Gap]
  private let plan: Plan

  init(_ outlook: Outlook, _ plan: Plan) {
    (resources, gaps) = outlook.resources
    self.plan = plan
  }

  func tables(_ milestones: [Int]) -> [ReportTable] {
    resources.isEmpty ? [] : [paths(milestones), shares()].filter { !$0.rows.isEmpty }
  }

  private func paths(_ milestones: [Int]) -> ReportTable {
    var table = ReportTable(
      "resources", Text(fr: "Énergie, eau, déchets", en: "Energy, water, waste"),
      columns: milestones.map { .init(String($0), Text(same: String($0)), adds: false) })
    for resource in resources {
      let (name, unit) = (Self.name(resource.measure), resource.measure.unit)
      for (key, path, label) in [
        ("reference", resource.reference, Text(fr: "sans mesure", en: "without measures")),
        ("plan", resource.plan, Text(fr: "avec le plan", en: "with the plan")),
      ] {
        let text = Text(
          fr: "\(name.fr), \(label.fr) (\(unit))", en: "\(name.en), \(label.en) (\(unit))")
        table.rows.append(
          .init(
            "\(resource.measure.rawValue)-\(key)", .words(text),
            milestones.map { path[$0].map(ReportValue.real) ?? .missing }, role: .apart))
      }
    }
    table.notes = gaps.map { gap in
      let reason = GapWords.text(gap)
      return Text(
        fr: "Une ressource n'est pas montrée (\(reason.fr)).",
        en: "One resource is not shown (\(reason.en)).")
    }
    return table
  }

  /// One measure, several indicators.
  private func shares() -> ReportTable {
    let last = plan.scenario.horizon
    let changed = resources.filter { $0.shares.contains { abs($0) >= 0.5e-6 } }
    var table = ReportTable(
      "resource-shares",
      Text(
        fr: "Ce que chaque mesure épargne en \(last)", en: "What each measure spares in \(last)"),
      columns: changed.map {
        .init($0.measure.rawValue, Self.name($0.measure), unit: $0.measure.unit)
      })
    if changed.isEmpty { return table }
    for (place, name) in plan.measures.enumerated() {
      let values = changed.map { $0.shares[place] }
      if values.allSatisfy({ abs($0) < 0.5e-6 }) { continue }
      table.rows.append(.init(name, .words(plan.labels[place]), values.map(ReportValue.real)))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")),
        changed.map { resource in
          .real((resource.reference[last] ?? 0) - (resource.plan[last] ?? 0))
        }, role: .total))
    table.notes.append(
      Text(
        fr: "Parts de Shapley ; ce qu'une mesure consomme en plus est négatif.",
        en: "Shapley shares; what a measure uses more of is negative."))
    return table
  }

  private static func name(_ measure: Subject.Measure) -> Text {
    switch measure {
    case .emissions: Text(fr: "Émissions", en: "Emissions")
    case .energy: Text(fr: "Énergie", en: "Energy")
    case .water: Text(fr: "Eau", en: "Water")
    case .waste: Text(fr: "Déchets", en: "Waste")
    }
  }
}

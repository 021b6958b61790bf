import Diagnostics
import Quantities
import Scenarios

/// What the measures of a scenario do, and what each of them is due.
struct PlanSection {
  private let plan: Plan
  private let outlook: Outlook

  init(_ plan: Plan, _ outlook: Outlook) {
    self.plan = plan
    self.outlook = outlook
  }

  private var milestones: [Int] {
    outlook.scenario.milestones.filter { $0 >= plan.base && $0 <= plan.plan.end }
  }

  func headlines() -> [Text] {
    if plan.scenario.measures.isEmpty, !plan.scenario.paths.contains(where: \.isMeasure) {
      return []
    }
    let label = Text(fr: "Le plan", en: "The plan")
    let truth = TargetTruth(label, plan.plan, horizon: outlook.scenario.horizon)
    return TruthWords(truth, now: nil, milestones: milestones).lines()
  }

  func tables() -> [ReportTable] {
    var tables = [paths()] + resources()
    let shares = shares()
    if !shares.rows.isEmpty { tables.append(shares) }
    tables += ResourcePlanSection(outlook, plan).tables(milestones)
    if let curve = CostCurve(plan) { tables.append(CostSection(curve).table()) }
    return tables
  }

  // MARK: Year by year

  /// The reference, the plan, and how far the plan is from each target.
  func paths() -> ReportTable {
    let horizon = outlook.scenario.horizon
    var table = ReportTable(
      "plan", Text(fr: "Le plan (tCO2e)", en: "The plan (tCO2e)"),
      columns: milestones.map {
        .init(String($0), Text(same: String($0)), unit: "tCO2e", adds: false)
      } + [
        .init(
          "cumulative", Text(fr: "Cumul \(horizon)", en: "Sum to \(horizon)"), unit: "tCO2e",
          adds: false)
      ])
    table.statedUnit = "tCO2e"
    add(
      "reference", Text(fr: "Sans mesure", en: "Without measures"), plan.reference, to: &table)
    add("plan", Text(fr: "Avec le plan", en: "With the plan"), plan.plan, to: &table)
    for entry in outlook.entries where entry.target.subject.isTonnesOfEmissions {
      if let row = gap(entry) { table.rows.append(row) }
    }
    table.notes = notes
    return table
  }

  /// How far the plan is above a target.
  private func gap(_ entry: Outlook.Entry) -> ReportTable.Row? {
    guard let path = entry.plan, case .success(let truth) = entry.truth else { return nil }
    let gaps = milestones.map { year -> ReportValue in
      guard let target = truth.remaining(in: year), let value = path[year] else {
        return .missing
      }
      return .real(value - target)
    }
    var sum = ReportValue.missing
    if let ours = path.cumulative(through: outlook.scenario.horizon),
      let theirs = truth.cumulative
    {
      sum = .real(ours - theirs)
    }
    let label = Text(
      fr: "écart à « \(entry.target.label.fr) »", en: "above “\(entry.target.label.en)”")
    return .init("gap-\(entry.target.identifier)", .words(label), gaps + [sum], role: .detail)
  }

  /// The plan in kWh, m³ or tonnes of waste, beside the targets that are about them.
  private func resources() -> [ReportTable] {
    var tables: [ReportTable] = []
    for entry in outlook.entries where !entry.target.subject.isTonnesOfEmissions {
      guard let path = entry.plan, let row = gap(entry) else { continue }
      let unit = entry.target.subject.unitText
      let label = entry.target.label
      var table = ReportTable(
        "plan-\(entry.target.identifier)",
        Text(fr: "Le plan · \(label.fr) (\(unit))", en: "The plan · \(label.en) (\(unit))"),
        columns: milestones.map {
          .init(String($0), Text(same: String($0)), unit: unit, adds: false)
        }
          + [
            .init(
              "cumulative",
              Text(
                fr: "Cumul \(outlook.scenario.horizon)", en: "Sum to \(outlook.scenario.horizon)"),
              unit: unit, adds: false)
          ])
      table.statedUnit = unit
      add("plan", Text(fr: "Avec le plan", en: "With the plan"), path, to: &table)
      table.rows.append(row)
      tables.append(table)
    }
    return tables
  }

  private func add(_ key: String, _ label: Text, _ path: Trajectory, to table: inout ReportTable) {
    let values = milestones.map { year in path[year].map { ReportValue.real($0) } ?? .missing }
    let sum = path.cumulative(through: path.end).map { ReportValue.real($0) } ?? .missing
    table.rows.append(.init(key, .words(label), values + [sum], role: .apart))
  }

  private var notes: [Text] {
    var notes = [
      Text(
        fr:
          "Les facteurs sont ceux de \(plan.base) ; les immobilisations sont renouvelées à "
          + "l'annuité de \(plan.base).",
        en:
          "Factors are those of \(plan.base); fixed assets are renewed at the annuity of "
          + "\(plan.base).")
    ]
    if let note = unlinked { notes.append(note) }
    if plan.scenario.economy != nil, plan.scenario.measures.allSatisfy({ $0.cost == nil }) {
      notes.append(
        Text(
          fr: "Aucune mesure ne dit ce qu'elle coûte : rien n'est compté en argent.",
          en: "No measure says what it costs: nothing is counted in money."))
    }
    return notes
  }

  /// How much of the plan is somebody's word.
  private var unlinked: Text? {
    let names = plan.unlinked
    let last = outlook.scenario.horizon
    let shares = plan.shares(in: last)
    let promised = shares.filter { names.contains($0.identifier) }
    if promised.isEmpty { return nil }
    let saved = shares.reduce(0) { $0 + $1.share }
    func words(_ language: Language) -> String {
      let list = promised.map { $0.label[language] }.joined(separator: ", ")
      guard saved > 0 else { return list }
      let part = promised.reduce(0) { $0 + $1.share } / saved
      let percent = language.number(part * 100, decimals: 0)
      return language == .french
        ? "\(list) (\(percent)\u{A0}% de ce que le plan évite en \(last))"
        : "\(list) (\(percent)% of what the plan saves in \(last))"
    }
    return Text(
      fr: "Tonnes promises, liées à aucune activité : \(words(.french)).",
      en: "Promised tonnes, tied to no activity: \(words(.english)).")
  }

  // MARK: Shares

  private func shares() -> ReportTable {
    let last = outlook.scenario.horizon
    var table = ReportTable(
      "shares",
      Text(
        fr: "Ce que chaque mesure évite (tCO2e)", en: "What each measure saves (tCO2e)"),
      columns: milestones.map { .init(String($0), Text(same: String($0)), unit: "tCO2e") } + [
        .init(
          "alone", Text(fr: "seule \(last)", en: "alone \(last)"), unit: "tCO2e", adds: false),
        .init(
          "last", Text(fr: "en dernier", en: "if last"), unit: "tCO2e", adds: false),
      ])
    table.statedUnit = "tCO2e"
    let years = Dictionary(
      milestones.map { year in (year, shares(in: year)) }, uniquingKeysWith: { first, _ in first })
    let order = plan.shares(in: last)
    for share in order {
      let values = milestones.map { year in
        years[year]?[share.identifier].map { ReportValue.real($0) } ?? .missing
      }
      table.rows.append(
        .init(
          share.identifier, .words(share.label),
          values + [.real(share.alone), .real(share.last)]))
    }
    if order.isEmpty { return table }
    let totals = milestones.map { year in
      ReportValue.real((plan.reference[year] ?? 0) - (plan.plan[year] ?? 0))
    }
    let alone = order.reduce(0) { $0 + $1.alone }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")),
        totals + [.real(alone), .real(order.reduce(0) { $0 + $1.last })], role: .total))
    table.notes.append(
      Text(
        fr:
          "Parts de Shapley : la moyenne de ce qu'une mesure ajoute, dans tous les ordres. Les "
          + "mesures prises seules ne s'additionnent pas.",
        en:
          "Shapley shares: the mean of what a measure adds, over all orders. What measures save "
          + "alone does not add up."))
    table.notes += plan.publishedCuts.map(PublishedCutWords.text)
    if let error = order.map(\.error).max(), error > 0 {
      func words(_ language: Language) -> String {
        language.number(error, decimals: 1)
      }
      table.notes.append(
        Text(
          fr:
            "Parts tirées au sort pour plus de 14 mesures, à \(words(.french)) t près en \(last).",
          en: "Shares are sampled beyond 14 measures, to within \(words(.english)) t in \(last)."))
    }
    return table
  }

  private func shares(in year: Int) -> [String: Double] {
    Dictionary(
      plan.shares(in: year).map { ($0.identifier, $0.share) },
      uniquingKeysWith: { first, _ in first })
  }
}

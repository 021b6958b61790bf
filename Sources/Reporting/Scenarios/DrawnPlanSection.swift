import Diagnostics
import Quantities
import Scenarios

/// How sure a plan is: where its levels, its cut and what it saves may lie, and how likely its targets are.
struct DrawnPlanSection {
  private let draws: PlanDraws
  private let outlook: Outlook

  init(_ draws: PlanDraws, _ outlook: Outlook) {
    self.draws = draws
    self.outlook = outlook
  }

  private var plan: Plan { draws.plan }

  private var milestones: [Int] {
    outlook.scenario.milestones.filter { $0 > plan.base && $0 <= plan.plan.end }
  }

  func tables() -> [ReportTable] {
    [levels(), changes(), chances(), doubts()].filter { !$0.rows.isEmpty }
  }

  /// Where the plan leads, and the chance of what was pledged.
  func headlines() -> [Text] {
    let last = outlook.scenario.horizon
    guard let band = draws.level(in: last) else { return [] }
    let pledged = draws.chances.filter(\.target.isPledge)
    let chance = (pledged.isEmpty ? draws.chances : pledged).first
    func words(_ language: Language) -> String {
      let isFrench = language == .french
      let (low, high) = (
        language.number(band.low, decimals: 0), language.number(band.high, decimals: 0)
      )
      let level =
        isFrench
        ? "  \(last) : entre \(low) et \(high)\u{A0}t, 9 fois sur 10"
        : "  \(last): between \(low) and \(high)\u{A0}t, 9 times in 10"
      guard let chance else { return level }
      let part = Self.part(chance.share, language)
      let label = chance.target.label[language]
      return isFrench
        ? "\(level) ; « \(label) » \(chance.share == 0 ? "n'est" : "est") tenu dans \(part)"
        : "\(level); “\(label)” is met in \(part)"
    }
    return [Text(fr: words(.french), en: words(.english))]
  }

  /// Nothing is rounded to none of the draws, or to all of them.
  private static func part(_ share: Double, _ language: Language) -> String {
    let isFrench = language == .french
    if share == 0 { return isFrench ? "aucun tirage" : "none of the draws" }
    if share == 1 { return isFrench ? "tous les tirages" : "all of the draws" }
    let number =
      share < 0.01
      ? (isFrench ? "moins de 1" : "less than 1")
      : share > 0.99
        ? (isFrench ? "plus de 99" : "more than 99") : language.number(share * 100, decimals: 0)
    return number + (isFrench ? "\u{A0}% des tirages" : "% of the draws")
  }

  private static func columns(unit: String = "") -> [ReportTable.Column] {
    [("p5", "P5"), ("p50", "P50"), ("p95", "P95")].map {
      .init($0.0, Text(same: $0.1), unit: unit, adds: false)
    }
  }

  static func values(_ band: PlanDraws.Band) -> [ReportValue] {
    [.real(band.low), .real(band.middle), .real(band.high)]
  }

  private func levels() -> ReportTable {
    var table = ReportTable(
      "plan-draws", Text(fr: "Le plan, par tirages (tCO2e)", en: "The plan, by draws (tCO2e)"),
      columns: Self.columns(unit: "tCO2e"))
    table.statedUnit = "tCO2e"
    for year in milestones {
      guard let level = draws.level(in: year), let saved = draws.saved(in: year) else { continue }
      table.rows.append(
        .init(
          "level-\(year)", .words(Text(fr: "Niveau en \(year)", en: "Level in \(year)")),
          Self.values(level), role: .apart))
      table.rows.append(
        .init(
          "saved-\(year)",
          .words(Text(fr: "évité par les mesures", en: "saved by the measures")),
          Self.values(saved), role: .detail))
    }
    func words(_ language: Language) -> String { language.numbers.text(draws.count) }
    table.notes.append(
      Text(
        fr:
          "\(words(.french)) tirages, graine \(draws.seed) : 5 % sont sous P5, la moitié sous P50, 5 % "
          + "au-dessus de P95. Ce que le scénario ne dit pas n'y est pas.",
        en:
          "\(words(.english)) draws, seed \(draws.seed): 5% lie below P5, half below P50, 5% above "
          + "P95. What the scenario does not say is not in it."))
    if plan.scenario.measures.allSatisfy(\.doubt.isNone), !plan.scenario.measures.isEmpty {
      table.notes.append(
        Text(
          fr:
            "Aucune mesure ne dit si elle est sûre (`delivery`, `latest`, `reach`) : toutes sont "
            + "prises pour faites, ce qui flatte le plan.",
          en:
            "No measure says how sure it is (`delivery`, `latest`, `reach`): all are taken as done, "
            + "which flatters the plan."))
    }
    return table
  }

  private func changes() -> ReportTable {
    var table = ReportTable(
      "plan-cut",
      Text(fr: "Écart à \(plan.base), par tirages", en: "Change since \(plan.base), by draws"),
      columns: Self.columns())
    for year in milestones {
      guard let band = draws.change(in: year) else { continue }
      table.rows.append(
        .init(
          String(year), .words(Text(same: String(year))),
          [.realShare(band.low), .realShare(band.middle), .realShare(band.high)], role: .apart))
    }
    table.notes.append(
      Text(
        fr:
          "Ce qu'un facteur a de faux l'est toutes les années : la baisse est mieux connue que le "
          + "niveau.",
        en:
          "What is wrong with a factor is wrong in all years: the cut is better known than the "
          + "level."))
    return table
  }

  private func chances() -> ReportTable {
    var table = ReportTable(
      "plan-chances", Text(fr: "Chances d'être tenu", en: "Chances of being met"),
      columns: [
        .init("year", Text(fr: "Année", en: "Year"), adds: false),
        .init("chance", Text(fr: "Part des tirages", en: "Share of draws"), adds: false),
      ])
    for chance in draws.chances {
      let label = chance.target.label
      table.rows.append(
        .init(
          chance.target.identifier + (chance.isBudget ? "-budget" : ""),
          .words(
            chance.isBudget
              ? Text(fr: "\(label.fr), budget", en: "\(label.en), budget") : label),
          [.outside(String(chance.year)), .realShare(chance.share)], role: .apart))
    }
    return table
  }

  /// What measures say of how sure they are.
  private func doubts() -> ReportTable {
    var table = ReportTable(
      "plan-doubts", Text(fr: "Ce qui n'est pas sûr", en: "What is not certain"),
      columns: [
        .init("delivery", Text(fr: "Chance d'être faite", en: "Chance of being done"), adds: false),
        .init("start", Text(fr: "Début", en: "Start"), adds: false),
        .init("latest", Text(fr: "Au plus tard", en: "At the latest"), adds: false),
        .init("low", Text(fr: "Portée, de", en: "Reach, from"), adds: false),
        .init("high", Text(fr: "à", en: "to"), adds: false),
      ])
    for measure in plan.scenario.measures where !measure.doubt.isNone {
      let doubt = measure.doubt
      table.rows.append(
        .init(
          measure.identifier, .words(measure.label),
          [
            .realShare(doubt.delivery), .outside(String(measure.uptake.start)),
            doubt.latest.map { .outside(String($0)) } ?? .missing,
            doubt.mayMiss ? .realShare(doubt.low) : .missing,
            doubt.mayMiss ? .realShare(doubt.high) : .missing,
          ], role: .apart))
    }
    let spread =
      plan.scenario.drivers.map { ($0.identifier, $0.label, $0.halfWidth) }
      + plan.scenario.paths.map { ($0.identifier, $0.label, $0.halfWidth) }
    for (_, label, width) in spread where width > 0 {
      func words(_ language: Language) -> String {
        language.number(width * 100, decimals: 0)
      }
      table.notes.append(
        Text(
          fr: "\(label.fr) : à \(words(.french)) % près en \(outlook.scenario.horizon).",
          en: "\(label.en): to within \(words(.english))% in \(outlook.scenario.horizon)."))
    }
    return table
  }
}

import Diagnostics
import Footprint
import Inventory
import Quantities
public import Scenarios

/// What a scenario's targets lead to, as every format renders it.
public struct OutlookReport {
  private let outlook: Outlook
  private let draws: PlanDraws?

  /// A report on a scenario, with its plan drawn many times where that was asked for.
  public init(_ outlook: Outlook, draws: PlanDraws? = nil) {
    self.outlook = outlook
    self.draws = draws
  }

  /// The report value.
  public func report() -> Report {
    let name = outlook.run.campus.name
    let label = outlook.scenario.label
    var report = Report(
      "scenario", Text(fr: "\(name) · \(label.fr)", en: "\(name) · \(label.en)"), campus: name,
      year: nil)
    report.warnings = OutlookWarnings(outlook).texts
    report.headlines = headlines
    if let plan = outlook.plan {
      let section = PlanSection(plan, outlook)
      report.headlines += section.headlines() + (drawn?.headlines() ?? [])
      report.tables += section.tables() + (drawn?.tables() ?? [])
    }
    report.tables += FollowSection(outlook).tables()
    report.tables += LedgerSection(outlook).tables()
    for unit in units { report.tables.append(table(unit)) }
    report.tables.append(sources())
    let (outlook, draws) = (outlook, draws)
    report.pictures = ScenarioChart.allCases.map { chart in
      ReportPicture(under: chart.table) {
        ScenarioCharts(outlook, language: $0, draws: draws).svg(chart)
      }
    }
    report.notes = notes
    for place in report.tables.indices { report.tables[place].nameRowsApart() }
    return report
  }

  /// Where the campus stands and is to go, without what each measure does: for the report of a year.
  func trajectory() -> (words: [Text], tables: [ReportTable]) {
    let plan = outlook.plan.map { PlanSection($0, outlook) }
    let words =
      OutlookWarnings(outlook).texts + headlines + (plan?.headlines() ?? [])
      + (drawn?.headlines() ?? [])
    let tables =
      [plan?.paths()].compactMap(\.self) + (drawn?.tables() ?? []) + FollowSection(outlook).tables()
      + units.map(table)
    return (words, tables)
  }

  private var drawn: DrawnPlanSection? { draws.map { DrawnPlanSection($0, outlook) } }

  // MARK: Pledges

  private var headlines: [Text] {
    let pledges = outlook.entries.filter { $0.target.isPledge }
    let shown = pledges.isEmpty ? outlook.entries : pledges
    var lines: [Text] = []
    for entry in shown {
      switch entry.truth {
      case .failure(let gap): lines.append(gapLine(entry.target, gap))
      case .success(let truth):
        // What is not tonnes has no line to be held against.
        guard truth.trajectory != nil, entry.target.subject.isTonnesOfEmissions else { continue }
        lines += TruthWords(
          truth, now: entry.now, milestones: outlook.scenario.milestones
        ).lines()
      }
    }
    return lines
  }

  private func gapLine(_ target: Target, _ gap: YearFigures.Gap) -> Text {
    let reason = GapWords.text(gap)
    return Text(
      fr: "\(target.label.fr) : non calculable, \(reason.fr)",
      en: "\(target.label.en): not computable, \(reason.en)")
  }

  // MARK: Tables

  /// The units of the targets, in the order they come.
  private var units: [String] {
    var units: [String] = []
    for entry in outlook.entries where !units.contains(entry.target.subject.unitText) {
      units.append(entry.target.subject.unitText)
    }
    return units
  }

  private func table(_ unit: String) -> ReportTable {
    let horizon = outlook.scenario.horizon
    var table = ReportTable(
      "targets-\(unit)", Text(fr: "Où mènent les objectifs", en: "Where the targets lead"),
      columns: [.init("base", Text(fr: "Base", en: "Base"), unit: unit, adds: false)]
        + outlook.scenario.milestones.map {
          .init(String($0), Text(same: String($0)), unit: unit, adds: false)
        } + [
          .init(
            "cumulative", Text(fr: "Cumul \(horizon)", en: "Sum to \(horizon)"), unit: unit,
            adds: false)
        ])
    table.title = Text(fr: "\(table.title.fr) (\(unit))", en: "\(table.title.en) (\(unit))")
    table.statedUnit = unit
    for entry in outlook.entries where entry.target.subject.unitText == unit {
      switch entry.truth {
      case .failure(let gap):
        table.rows.append(
          .init(
            entry.target.identifier, .words(entry.target.label),
            table.columns.map { _ in .missing }, role: .apart))
        table.notes.append(gapLine(entry.target, gap))
      case .success(let truth): table.rows.append(row(truth, entry.target))
      }
    }
    return table
  }

  private func row(_ truth: TargetTruth, _ target: Target) -> ReportTable.Row {
    let years = outlook.scenario.milestones.map { year -> ReportValue in
      year < truth.base.year ? .missing : truth.remaining(in: year).map { .real($0) } ?? .missing
    }
    let sum: ReportValue =
      target.subject.divisor == nil
      ? truth.cumulative.map { .real($0) } ?? .missing : .missing
    return .init(
      target.identifier, .words(truth.label),
      [.real(truth.base.amount)] + years + [sum], role: .apart)
  }

  /// Where every goal comes from, and what no source states.
  private func sources() -> ReportTable {
    var table = ReportTable(
      "sources", Text(fr: "D'où cela vient", en: "Where this comes from"),
      columns: [
        .init("rule-date", Text(fr: "Règle du", en: "Rule of")),
        .init("source", Text(fr: "Source", en: "Source")),
      ])
    let scenario = outlook.scenario
    let all =
      scenario.targets.map { ($0.identifier, $0.label, $0.provenance) }
      + scenario.drivers.map { ($0.identifier, $0.label, $0.provenance) }
      + scenario.paths.map { ($0.identifier, $0.label, $0.provenance) }
      + scenario.measures.map { ($0.identifier, $0.label, $0.provenance) }
      + scenario.prices.map { ($0.identifier, $0.label, $0.provenance) }
      + scenario.ledgers.map { ($0.identifier, $0.label, $0.provenance) }
    for (identifier, label, provenance) in all {
      // What says no source is an assumption, whether or not it says so itself.
      let assumption = Text(fr: "hypothèse, sans source", en: "assumption, no source")
      let isAssumed = provenance.isAssumption || provenance.source.isEmpty
      table.rows.append(
        .init(
          identifier, .words(label),
          [
            provenance.ruleDate.map { .outside($0) } ?? .missing,
            isAssumed ? .words(assumption) : .outside(provenance.source),
          ], role: .apart))
      if let note = provenance.note {
        table.notes.append(
          Text(fr: "\(label.fr) : \(note.fr)", en: "\(label.en): \(note.en)"))
      }
      if let next = provenance.supersededBy {
        table.notes.append(
          Text(
            fr: "\(label.fr) : remplacé par \(next)", en: "\(label.en): superseded by \(next)"))
      }
    }
    return table
  }

  private var notes: [Text] {
    outlook.scenario.notes + [
      Text(
        fr:
          "Cumuls : somme des années, les deux bouts compris. Puits, émissions évitées et crédits "
          + "ne sont dans aucun de ces chiffres.",
        en:
          "Sums: of all years, both ends included. Sinks, avoided emissions and credits are in none "
          + "of these figures.")
    ]
  }
}

extension Subject {
  /// `tCO2e`, `kWh/m2`, `tCO2e/person`.
  var unitText: String {
    switch divisor {
    case nil: measure.unit
    case .people: measure.unit + "/person"
    case .floorArea: measure.unit + "/m2"
    }
  }

  /// True for what can be held against lines of tonnes.
  var isTonnesOfEmissions: Bool { measure == .emissions && divisor == nil }
}

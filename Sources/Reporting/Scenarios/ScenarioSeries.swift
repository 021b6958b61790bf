import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
public import Scenarios

/// A scenario as series of years, in the form of the Integrated Assessment Modeling Consortium:
/// model, scenario, region, variable, unit and a value a year.
///
/// Always in English, with `,` and a decimal point: programs read it. No index is ever blank.
public struct ScenarioSeries {
  /// One variable of one path.
  struct Series {
    let scenario: String
    let variable: String
    let unit: String
    let values: [(year: Int, value: Double)]
  }

  private let outlook: Outlook
  private let draws: PlanDraws?
  private let writer = CSVWriter(language: .english)
  private static let emissions = "Emissions|Kyoto Gases"

  /// The series of a scenario; with draws, the plan has its quantiles.
  public init(_ outlook: Outlook, draws: PlanDraws? = nil) {
    self.outlook = outlook
    self.draws = draws
  }

  /// A row for every value.
  public func long() -> String {
    var rows = [["model", "scenario", "region", "variable", "unit", "year", "value"].map(cell)]
    for series in all() {
      for (year, value) in series.values {
        rows.append(index(series) + [.exact(String(year)), .exact(digits(value))])
      }
    }
    return writer.text(rows)
  }

  /// A row for every series, a column for every year; a year without a value stays empty.
  public func wide() -> String {
    let all = all()
    let years = Set(all.flatMap { $0.values.map(\.year) }).sorted()
    var rows = [
      ["model", "scenario", "region", "variable", "unit"].map(cell)
        + years.map { .exact(String($0)) }
    ]
    for series in all {
      let values = Dictionary(
        series.values.map { ($0.year, $0.value) }, uniquingKeysWith: { first, _ in first })
      rows.append(
        index(series) + years.map { year in values[year].map { .exact(digits($0)) } ?? cell("") })
    }
    return writer.text(rows)
  }

  private func cell(_ text: String) -> CSVWriter.Cell { .text(text) }

  private func index(_ series: Series) -> [CSVWriter.Cell] {
    let region = outlook.run.campus.name
    return ["empreinte", series.scenario, region, series.variable, series.unit].map {
      cell($0.isEmpty ? "-" : $0)
    }
  }

  private func digits(_ value: Double) -> String {
    ExactAmount(rounding: value)?.exactText ?? ""
  }

  // MARK: What there is to tell

  func all() -> [Series] {
    let name = outlook.scenario.identifier
    var all: [Series] = []
    if let plan = outlook.plan {
      all.append(path("reference", Self.emissions, plan.reference))
      all.append(path(name, Self.emissions, plan.plan))
      all += quantiles(name)
      all += abatement(plan, name)
      for resource in outlook.resources.told {
        let subject = Subject(resource.measure)
        let (variable, unit) = (Self.variable(of: subject), Self.unit(of: subject))
        all.append(path("reference", variable, resource.reference, unit: unit))
        all.append(path(name, variable, resource.plan, unit: unit))
      }
    }
    all += ledgers(name)
    for entry in outlook.entries {
      // Two targets may be about one figure: its plan is told once.
      all += series(of: entry).filter { new in
        !all.contains { $0.scenario == new.scenario && $0.variable == new.variable }
      }
    }
    return all
  }

  private func path(
    _ scenario: String, _ variable: String, _ path: Trajectory, unit: String = "t CO2-equiv/yr"
  ) -> Series {
    let last = min(path.end, outlook.scenario.horizon)
    return Series(
      scenario: scenario, variable: variable, unit: unit,
      values: (path.start...max(path.start, last)).compactMap { year in
        path[year].map { (year, $0) }
      })
  }

  /// Where the plan may lie, in the names that pyam has for quantiles of a variable.
  private func quantiles(_ name: String) -> [Series] {
    guard let draws else { return [] }
    let years = draws.plan.base...max(draws.plan.base, draws.plan.scenario.horizon)
    let bands = years.compactMap { year in draws.level(in: year).map { (year: year, band: $0) } }
    let parts: [(name: String, value: KeyPath<PlanDraws.Band, Double>)] = [
      ("5.0th Percentile", \.low), ("50.0th Percentile", \.middle), ("95.0th Percentile", \.high),
    ]
    return parts.map { part in
      Series(
        scenario: name, variable: Self.emissions + "|" + part.name, unit: "t CO2-equiv/yr",
        values: bands.map { ($0.year, $0.band[keyPath: part.value]) })
    }
  }

  private func abatement(_ plan: Plan, _ name: String) -> [Series] {
    var values: [String: [(year: Int, value: Double)]] = [:]
    for year in plan.base...plan.plan.end {
      for share in plan.shares(in: year) {
        values[share.identifier, default: []].append((year, share.share))
      }
    }
    let measures = plan.scenario.measures
    let shares = values.sorted { $0.key < $1.key }.map { identifier, values in
      Series(
        scenario: name, variable: "Abatement|Shapley|\(identifier)", unit: "t CO2-equiv/yr",
        values: values)
    }
    let uptakes = measures.map { measure in
      Series(
        scenario: name, variable: "Uptake|\(measure.identifier)", unit: "1",
        values: (plan.base...plan.plan.end).map { ($0, measure.uptake.share(in: $0)) })
    }
    return shares + uptakes
  }

  /// What is kept apart has variables of its own: nothing adds them to emissions.
  private func ledgers(_ name: String) -> [Series] {
    guard let start = outlook.start else { return [] }
    return outlook.scenario.ledgers.map { entry in
      let variable =
        switch entry.ledger {
        case .sinks: "Carbon Removal"
        case .avoided: "Avoided Emissions"
        case .credits: "Carbon Credits"
        }
      return path(
        name, "\(variable)|\(entry.identifier)",
        entry.trajectory(from: start, through: outlook.scenario.horizon))
    }
  }

  private func series(of entry: Outlook.Entry) -> [Series] {
    guard case .success(let truth) = entry.truth else { return [] }
    let subject = entry.target.subject
    let unit = Self.unit(of: subject)
    let name = entry.target.identifier
    var series: [Series] = []
    let years = (truth.base.year...max(truth.base.year, outlook.scenario.horizon)).compactMap {
      year in truth.remaining(in: year).map { (year: year, value: $0) }
    }
    if !years.isEmpty {
      series.append(
        Series(
          scenario: "target \(name)", variable: Self.variable(of: subject), unit: unit,
          values: years))
    }
    let observed =
      [(year: truth.base.year, value: truth.base.amount)]
      + entry.observed.map { (year: $0.year, value: $0.amount) }
    series.append(
      Series(
        scenario: "observed \(name)", variable: Self.variable(of: subject), unit: unit,
        values: observed))
    if let plan = entry.plan, !(subject.isWhole && subject.measure == .emissions) {
      series.append(
        path(
          outlook.scenario.identifier, Self.variable(of: subject), plan, unit: unit))
    }
    if let follow = Follow(entry, horizon: outlook.scenario.horizon) {
      series.append(
        Series(
          scenario: "observed \(name)", variable: "Carbon Budget|Overshoot|\(name)",
          unit: subject.measure.unit, values: follow.years.map { ($0.year, $0.overshoot) }))
    }
    return series
  }

  private static func variable(of subject: Subject) -> String {
    var parts: [String]
    switch subject.measure {
    case .emissions: parts = [emissions]
    case .energy: parts = ["Final Energy"]
    case .water: parts = ["Water Consumption"]
    case .waste: parts = ["Waste"]
    }
    parts += subject.scopes.sorted().map { "Scope \($0.identifier)" }
    parts += subject.posts + subject.sites
    if let divisor = subject.divisor { parts.append("per \(divisor.rawValue)") }
    return parts.joined(separator: "|")
  }

  private static func unit(of subject: Subject) -> String {
    switch (subject.measure, subject.divisor) {
    case (.emissions, nil): "t CO2-equiv/yr"
    case (_, nil): subject.measure.unit + "/yr"
    default: subject.unitText + "/yr"
    }
  }
}

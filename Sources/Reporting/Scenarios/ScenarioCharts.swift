public import Diagnostics
import Footprint
import Inventory
import Quantities
public import Scenarios

/// Draws a scenario: every picture has a title, a description in words and its values in it.
public struct ScenarioCharts {
  private let outlook: Outlook
  private let language: Language
  private let draws: PlanDraws?

  /// The pictures of a scenario, in a language; with draws, a band shows where the plan may lie.
  public init(_ outlook: Outlook, language: Language, draws: PlanDraws? = nil) {
    self.outlook = outlook
    self.draws = draws
    self.language = language
  }

  /// A picture as an SVG document; nil when the scenario has nothing of the sort.
  public func svg(_ chart: ScenarioChart) -> String? {
    switch chart {
    case .trajectory: trajectory()
    case .wedges: outlook.plan.flatMap(wedges)
    case .waterfall: outlook.plan.flatMap(waterfall)
    case .budget: budget()
    case .costs: outlook.plan.flatMap { CostCurve($0) }.flatMap(costs)
    }
  }

  private var horizon: Int { outlook.scenario.horizon }

  private func words(_ french: String, _ english: String) -> String {
    language == .french ? french : english
  }

  private func frame(
    _ chart: ScenarioChart, _ title: String, unit: String, _ description: [String]
  ) -> ChartFrame {
    let doubts = OutlookWarnings(outlook).texts.map { $0[language] }
    return .inWords(
      "\(outlook.scenario.identifier)-\(chart.rawValue)",
      "\(outlook.run.campus.name) · \(title)", (doubts + description).joined(separator: " "),
      language, unit: unit)
  }

  private func tonnes(_ value: Double?) -> String {
    (value.map { ChartNumber.text($0, 0, language) } ?? "–") + "\u{A0}t"
  }

  private var unit: String { words("tCO2e par an", "tCO2e a year") }

  // MARK: Targets

  /// The targets that lines of tonnes can be held against.
  private var targets: [(label: String, truth: TargetTruth, entry: Outlook.Entry)] {
    outlook.entries.compactMap { entry in
      guard case .success(let truth) = entry.truth, entry.target.subject == Subject() else {
        return nil
      }
      return (entry.target.label[language], truth, entry)
    }
  }

  /// The years that were counted, the base year first.
  private var observed: [(year: Int, value: Double)] {
    guard let start = outlook.start, let base = base else { return [] }
    let later = outlook.entries.first { $0.target.subject == Subject() && $0.target.base == nil }
    return [(start, base)] + (later?.observed ?? []).map { ($0.year, $0.amount) }
  }

  private var base: Double? {
    if let plan = outlook.plan { return plan.reference[plan.base] }
    return targets.first { $0.truth.base.year == outlook.start }?.truth.base.amount
  }

  // MARK: Pictures

  private func trajectory() -> String? {
    var lines: [TrajectoryChart.Line] = []
    var told: [String] = []
    func add(
      _ label: String, _ kind: TrajectoryChart.Line.Kind, _ points: [(year: Int, value: Double)]
    ) {
      guard let first = points.first, let last = points.last else { return }
      lines.append(.init(label: label, kind: kind, points: points))
      told.append(
        first.year == last.year
          ? words(
            "\(label) : \(tonnes(first.value)) en \(first.year).",
            "\(label): \(tonnes(first.value)) in \(first.year).")
          : words(
            "\(label) : de \(tonnes(first.value)) en \(first.year) à \(tonnes(last.value)) en "
              + "\(last.year).",
            "\(label): from \(tonnes(first.value)) in \(first.year) to \(tonnes(last.value)) in "
              + "\(last.year)."))
    }
    add(words("Compté", "Counted"), .observed, observed)
    if let plan = outlook.plan {
      add(words("Sans mesure", "Without measures"), .reference, points(plan.reference))
      add(words("Le plan", "The plan"), .plan, points(plan.plan))
    }
    if let last = spread.last {
      told.append(
        words(
          "Le plan, 9 fois sur 10, en \(last.year) : de \(tonnes(last.band.low)) à "
            + "\(tonnes(last.band.high)) (bande pâle).",
          "The plan, 9 times in 10, in \(last.year): from \(tonnes(last.band.low)) to "
            + "\(tonnes(last.band.high)) (pale band)."))
    }
    for target in targets {
      let years = target.truth.base.year...max(target.truth.base.year, horizon)
      add(
        target.label, .target,
        years.compactMap { year in
          target.truth.remaining(in: year).map { (year, $0) }
        })
    }
    if lines.isEmpty { return nil }
    let frame = frame(
      .trajectory, outlook.scenario.label[language],
      unit: spread.isEmpty
        ? unit
        : unit + words(" ; bande : le plan, 9 fois sur 10", "; band: the plan, 9 times in 10"),
      told)
    var chart = TrajectoryChart(frame: frame, lines: lines)
    chart.residual = base.map {
      (words("10 % de la base", "10% of the base"), $0 * TargetTruth.residualShare)
    }
    chart.pastThrough = observed.last?.year
    chart.spread = spread.map { ($0.year, $0.band.low, $0.band.high) }
    return chart.svg()
  }

  private var spread: [(year: Int, band: PlanDraws.Band)] {
    guard let draws else { return [] }
    let years = draws.plan.base...max(draws.plan.base, horizon)
    return years.compactMap { year in draws.level(in: year).map { (year, $0) } }
  }

  private func points(_ path: Trajectory) -> [(year: Int, value: Double)] {
    path.values.enumerated().map { (path.start + $0.offset, $0.element) }
  }

  private func wedges(_ plan: Plan) -> String? {
    let years = Array(plan.base...max(plan.base, horizon))
    let names = plan.shares(in: horizon)
    if names.isEmpty { return nil }
    var values: [String: [Double]] = [:]
    for year in years {
      for share in plan.shares(in: year) {
        values[share.identifier, default: []].append(share.share)
      }
    }
    let unlinked = plan.unlinked
    let wedges = names.map { share in
      WedgeChart.Wedge(
        label: share.label[language], values: values[share.identifier] ?? [],
        isUnlinked: unlinked.contains(share.identifier))
    }
    let told = names.map { "\($0.label[language]) \(tonnes($0.share))" }
    let frame = frame(
      .wedges, words("ce que chaque mesure évite", "what each measure saves"), unit: unit,
      [
        words("En \(horizon) : ", "In \(horizon): ") + told.joined(separator: ", ") + ".",
        words(
          "Sans mesure \(tonnes(plan.reference[horizon])), avec le plan "
            + "\(tonnes(plan.plan[horizon])).",
          "Without measures \(tonnes(plan.reference[horizon])), with the plan "
            + "\(tonnes(plan.plan[horizon]))."),
      ])
    var chart = WedgeChart(
      frame: frame, years: years, plan: plan.plan.values, reference: plan.reference.values,
      wedges: wedges, planLabel: words("Le plan", "The plan"),
      referenceLabel: words("Sans mesure", "Without measures"))
    if let target = pledged, target.truth.base.year == plan.base {
      chart.missing = .init(
        label: words("Reste à trouver", "Still to be found"), targetLabel: target.label,
        target: years.map { target.truth.remaining(in: $0) })
    }
    return chart.svg()
  }

  /// The first pledge, or else the first target.
  private var pledged: (label: String, truth: TargetTruth, entry: Outlook.Entry)? {
    targets.first { $0.entry.target.isPledge } ?? targets.first
  }

  private func waterfall(_ plan: Plan) -> String? {
    guard let base = plan.reference[plan.base], let reference = plan.reference[horizon],
      let last = plan.plan[horizon]
    else { return nil }
    var steps: [WaterfallChart.Step] = [
      .init(label: String(plan.base), value: base, kind: .level)
    ]
    if abs(reference - base) > 1e-9 * max(1, base) {
      steps.append(
        .init(
          label: words("Ce qui va de soi", "What goes by itself"), value: reference - base,
          kind: .change))
    }
    let shares = plan.shares(in: horizon)
    steps += shares.map {
      .init(label: $0.label[language], value: -$0.share, kind: .change)
    }
    steps.append(
      .init(
        label: words("Le plan en \(horizon)", "The plan in \(horizon)"), value: last, kind: .level))
    if let target = pledged, let value = target.truth.remaining(in: horizon) {
      steps.append(.init(label: target.label, value: value, kind: .target))
    }
    let told = steps.map { "\($0.label) \(tonnes($0.value))" }.joined(separator: ", ") + "."
    return WaterfallChart(
      frame: frame(
        .waterfall, words("de \(plan.base) à \(horizon)", "from \(plan.base) to \(horizon)"),
        unit: unit, [told]),
      steps: steps
    ).svg()
  }

  /// What each target allows in all, beside what was counted and what is planned.
  private func budget() -> String? {
    var rows: [BudgetBar.Row] = []
    var told: [String] = []
    for target in targets {
      let through = target.entry.target.budget?.through ?? horizon
      // A pledge is not held against itself.
      guard target.entry.plan != nil || !target.entry.observed.isEmpty,
        let budget = target.entry.target.budget?.amount
          ?? target.truth.trajectory?.cumulative(through: through),
        let use = target.entry.use(of: budget, through: through)
      else { continue }
      let note = use.spent.map { words("dépensé en \($0)", "spent in \($0)") }
      rows.append(
        .init(
          label: target.label, budget: budget, used: use.counted, planned: use.planned, note: note))
      told.append(
        words(
          "\(target.label) : \(tonnes(budget)) jusqu'en \(through), \(tonnes(use.counted)) comptées, "
            + "\(tonnes(use.planned)) prévues" + (note.map { ", " + $0 } ?? "") + ".",
          "\(target.label): \(tonnes(budget)) to \(through), \(tonnes(use.counted)) counted, "
            + "\(tonnes(use.planned)) planned" + (note.map { ", " + $0 } ?? "") + "."))
    }
    if rows.isEmpty { return nil }
    return BudgetBar(
      frame: frame(
        .budget, words("ce que les objectifs permettent en tout", "what targets allow in all"),
        unit: "tCO2e", told),
      rows: rows, usedLabel: words("compté", "counted"), plannedLabel: words("prévu", "planned"),
      budgetLabel: words("budget", "budget"), overshootLabel: words("en trop", "too much")
    ).svg()
  }

  private func costs(_ curve: CostCurve) -> String? {
    let currency = curve.economy.currency.symbol
    let blocks = curve.blocks.map {
      CostCurveChart.Block(
        label: $0.label[language], width: $0.tonnes, cost: $0.perTonne, isSaving: $0.isSaving)
    }
    if blocks.isEmpty { return nil }
    let told = curve.blocks.map { block in
      let cost = block.perTonne.map { ChartNumber.text($0, 0, language) } ?? "–"
      return "\(block.label[language]) \(tonnes(block.tonnes)), \(cost) \(currency)/tCO2e"
    }
    return CostCurveChart(
      frame: frame(
        .costs,
        words(
          "ce que coûte une tonne évitée, \(curve.base)–\(horizon)",
          "what a tonne saved costs, \(curve.base)–\(horizon)"),
        unit: currency + "/tCO2e",
        [told.joined(separator: words(" ; ", "; ")) + "."]
          + CostSection(curve).gaps.map { $0[language] }),
      widthUnit: words("tCO2e évitées", "tCO2e saved"),
      blocks: blocks
    ).svg()
  }
}

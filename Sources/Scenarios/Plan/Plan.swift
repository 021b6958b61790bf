public import Diagnostics
public import EmissionFactors
import Footprint
import Inventory
import Quantities

/// A scenario's measures applied to the lines of the base year.
public struct Plan: Sendable {
  /// What a measure is due in a year, in tCO2e.
  public struct Share: Sendable {
    public let identifier: String
    public let label: Text
    /// Its fair share of what the plan saves; the shares add up to it.
    public let share: Double
    /// What it would save alone, and what would be missing without it.
    public let alone: Double
    public let last: Double
    /// How far the share may be off, where it was sampled.
    public let error: Double
  }

  public let scenario: Scenario
  public let base: Int
  let model: PlanModel
  /// tCO2e year by year, without measures and with all of them.
  public let reference: Trajectory
  public let plan: Trajectory

  /// What may be wrong with the base year.
  let errors: PlanErrors
  private let lines: [PlanLine]
  private let places: [String: PlanDestination]

  /// A plan that begins with the lines of a year; what is wrong goes to the log.
  public init?(_ scenario: Scenario, _ figures: YearFigures, log: inout FindingLog) {
    // The reader says so; a set of measures is a word of the machine.
    guard scenario.measures.count + scenario.paths.count < 64,
      scenario.measures.allSatisfy({ $0.uptake.start < 10_000 })
    else { return nil }
    let run = figures.run
    lines = figures.lines.map { PlanLine($0, run.catalog) }
    var places: [String: PlanDestination] = [:]
    for name in Self.destinations(scenario) {
      guard let place = run.catalog.activityIndex(named: name) else { continue }
      let activity = run.catalog.activities[place]
      guard let factors = run.emissions(ofUnitOf: activity, year: figures.year) else { continue }
      places[name] = Self.destination(activity, factors, run.catalog)
    }
    self.places = places
    let before = log.count(of: .error)
    PlanCheck(scenario, lines, places, year: figures.year).run(log: &log)
    guard log.count(of: .error) == before else { return nil }
    errors = PlanErrors(
      figures.lines, destinations: places.keys.sorted(), run.footprint(year: figures.year))
    self.scenario = scenario
    base = figures.year
    let total = run.footprint(year: figures.year).total
    model = PlanModel(
      scenario, base: base, lines: lines, destinations: places, total: total.toDouble())
    reference = model.trajectory(0, over: 1000)
    plan = model.trajectory(model.all, over: 1000)
  }

  private static func destination(
    _ activity: Activity, _ factors: [Scope: Coefficient], _ catalog: FactorCatalog
  ) -> PlanDestination {
    var place = PlanDestination(
      unit: activity.unit,
      factor: factors.mapValues { ExactAmount(Number(1), times: $0).toDouble() })
    place.posts = [activity.post, catalog.topPost(of: activity.post)]
    if let measure = Subject.Measure(rawValue: activity.resource), measure != .emissions,
      let ratio = measure.ratio(of: activity.unit)
    {
      place.resource = (measure, Double(ratio.numerator) / Double(ratio.denominator))
    }
    return place
  }

  /// What the plan leads to for a part of the emissions or for a resource, in the unit of the
  /// subject; nil for figures that are divided by something.
  public func trajectory(of subject: Subject) -> Trajectory? {
    if subject.divisor != nil { return nil }
    if subject.measure == .emissions, subject.isWhole { return plan }
    let model = model(of: subject)
    return model.trajectory(model.all, over: subject.measure == .emissions ? 1000 : 1)
  }

  /// What a line of the plan counts in a figure, and how much of it there is.
  func contribution(of place: Int, to subject: Subject) -> (amount: Double, quantity: Double) {
    (PlanView.of(subject).amount(of: lines[place]), lines[place].quantity)
  }

  /// The plan for one figure, with other measures where they are given.
  func model(of subject: Subject, _ other: Scenario? = nil) -> PlanModel {
    PlanModel(
      other ?? scenario, base: base, lines: lines, destinations: places, view: .of(subject))
  }

  /// The plan in money: what is paid for what is used.
  func money(_ economy: Economy) -> PlanModel {
    PlanModel(
      scenario, base: base, lines: lines, destinations: places,
      view: PlanView(figure: .money(prices(economy))))
  }

  private func prices(_ economy: Economy) -> [Price] {
    scenario.prices + [Price.ofMoney(economy.currency)]
  }

  /// Activities that measures with a cost change, or lead to, and that have no price: what is saved or
  /// paid there is in no figure; and the measures that move something between what has a price and what
  /// has none, of which nothing can be said.
  func withoutPrice(_ economy: Economy) -> (activities: [String], halfPriced: Set<String>) {
    let prices = prices(economy)
    func isPriced(_ line: PlanLine) -> Bool { prices.contains { $0.ratio(to: line) != nil } }
    var names: Set<String> = []
    var halfPriced: Set<String> = []
    for line in lines where line.quantity != 0 {
      for measure in scenario.measures where measure.cost != nil {
        for (effect, _) in measure.effects
        where effect.changesActivity(of: line, scenario.drivers) {
          if !isPriced(line) { names.insert(line.activity) }
          guard case .move(_, _, let to) = effect, let place = places[to.activity] else { continue }
          let other = place.line(of: to.activity, for: line)
          if !isPriced(other) { names.insert(to.activity) }
          if isPriced(other) != isPriced(line) { halfPriced.insert(measure.identifier) }
        }
      }
    }
    return (names.sorted(), halfPriced)
  }

  private static func destinations(_ scenario: Scenario) -> [String] {
    scenario.measures.flatMap(\.effects).compactMap { effect in
      if case .move(_, _, let to) = effect.effect { return to.activity }
      return nil
    }
  }

  /// The names of its measures, and of the paths that are told among them.
  public var measures: [String] { model.names }

  /// What they are called, in the same order.
  public var labels: [Text] {
    scenario.measures.map(\.label) + scenario.paths.filter(\.isMeasure).map(\.label)
  }

  /// The lines by activity and unit, where the same things happen to them.
  func linesByActivity()
    -> [(first: PlanLine, line: PlanModel.Line, sites: Set<String>, members: [Int])]
  {
    let paths = scenario.paths.indices.filter { scenario.paths[$0].isMeasure }
    var compiler = PlanCompiler(scenario, lines, places, .of(Subject()), paths)
    return compiler.compile { $0.activity + " " + $0.unit.symbol }
  }

  /// What each measure is due in a year, the largest first.
  public func shares(in year: Int) -> [Share] {
    let wedges = Wedges(model, year: year)
    return zip(zip(model.names, labels), wedges.wedges).map { name, wedge in
      Share(
        identifier: name.0, label: name.1, share: wedge.share / 1000, alone: wedge.alone / 1000,
        last: wedge.last / 1000, error: wedge.error / 1000)
    }.sorted { ($1.share, $0.identifier) < ($0.share, $1.identifier) }
  }

  /// The same in some scopes only, by the names of the measures; what is promised without a scope is in
  /// none.
  public func shares(in year: Int, scopes: Set<Scope>) -> [String: Double] {
    var subject = Subject()
    subject.scopes = scopes
    let model = model(of: subject)
    return Dictionary(
      zip(model.names, Wedges(model, year: year).wedges).map { ($0, $1.share / 1000) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The names of the measures whose tonnes are tied to no activity.
  public var unlinked: [String] {
    scenario.measures.filter { measure in
      measure.effects.contains { effect in
        if case .tonnes = effect.effect { return true }
        return false
      }
    }.map(\.identifier)
  }
}

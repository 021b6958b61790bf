import EmissionFactors
import Quantities

/// Finds out which lines each part of a plan is about, and makes one of those that are alike.
struct PlanCompiler {
  private let scenario: Scenario
  private let lines: [PlanLine]
  private let destinations: [String: PlanDestination]
  private let view: PlanView
  private let pathMeasures: [Int]
  /// Where each destination is among all of them.
  private let places: [String: Int]
  /// (measure, effect) → what the lines it is about add up to, in the unit of the effect or in kg.
  private var wholes: [[Double]] = []

  init(
    _ scenario: Scenario, _ lines: [PlanLine], _ destinations: [String: PlanDestination],
    _ view: PlanView, _ pathMeasures: [Int]
  ) {
    self.scenario = scenario
    self.lines = lines
    self.destinations = destinations
    self.view = view
    self.pathMeasures = pathMeasures
    places = Dictionary(
      destinations.keys.sorted().enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Lines that the same changes happen to in one, each with the places of those it was made of.
  mutating func compile() -> (lines: [PlanModel.Line], members: [[Int]]) {
    let compiled = compile { _ in "" }
    return (compiled.map(\.line), compiled.map(\.members))
  }

  /// The same with lines of different names kept apart, each with the first of those it was made of and
  /// the sites of all.
  mutating func compile(
    apart name: (PlanLine) -> String
  ) -> [(first: PlanLine, line: PlanModel.Line, sites: Set<String>, members: [Int])] {
    struct Key: Hashable {
      let name: String
      let changes: PlanModel.Changes
    }
    wholes = scenario.measures.map { measure in
      measure.effects.map { effect in whole(effect.effect) }
    }
    var places: [Key: Int] = [:]
    var result: [(first: PlanLine, line: PlanModel.Line, sites: Set<String>, members: [Int])] = []
    let leads = destinations.values.contains(where: view.mayCount)
    for (number, line) in lines.enumerated() {
      let amount = view.amount(of: line)
      // Water says nothing about lines of gas, unless something is moved to water.
      if amount == 0, !leads { continue }
      let key = Key(name: name(line), changes: changes(of: line))
      if let place = places[key] {
        result[place].line.add(quantity: line.quantity, amount: amount)
        result[place].sites.insert(line.site)
        result[place].members.append(number)
      } else {
        places[key] = result.count
        result.append(
          (
            line, PlanModel.Line(quantity: line.quantity, amount: amount, key.changes),
            [line.site], [number]
          ))
      }
    }
    return result
  }

  /// What the lines of an effect add up to.
  private func whole(_ effect: Measure.Effect) -> Double {
    switch effect {
    case .cut(let selector, let amount):
      lines.filter { selector.selects($0) }.reduce(0) { sum, line in
        sum + line.quantity * (Self.ratio(line.unit, amount.unit) ?? 0)
      }
    case .tonnes(let selector, _):
      lines.filter { selector.selects($0) }.reduce(0) { sum, line in
        sum + line.emissions.values.sorted().reduce(0, +)
      }
    case .driver, .less, .move, .factor: 0
    }
  }

  private static func ratio(_ from: Unit, _ to: Unit) -> Double? {
    from.conversion(to: to).map { Double($0.numerator) / Double($0.denominator) }
  }

  private func changes(of line: PlanLine) -> PlanModel.Changes {
    var changes = PlanModel.Changes()
    changes.drivers = scenario.drivers.indices.filter {
      scenario.drivers[$0].selector.selects(line)
    }
    let series = view.series(of: line, scenario)
    changes.paths = always(series)
    changes.pathMeasures = told(series)
    for (number, measure) in scenario.measures.enumerated() {
      let kept = 1 - measure.rebound
      func effect(_ share: Double) -> PlanModel.Effect { .init(measure: number, share: share) }
      for (place, item) in measure.effects.enumerated()
      where item.effect.concerns(line, scenario.drivers) {
        let whole = wholes[number][place]
        switch item.effect {
        case .driver(_, let share): changes.lessDriver.append(effect(share))
        case .less(_, let share): changes.less.append(effect(share * kept))
        case .cut(_, let amount):
          if whole > 0 { changes.cuts.append(effect(amount.value / whole * kept)) }
        case .move(_, let share, let destination):
          if let move = move(line, number, share, destination) { changes.moves.append(move) }
        case .factor(_, let share):
          if view.isEmissions { changes.factors.append(effect(share)) }
        case .tonnes(_, let amount):
          if whole > 0, view.isEmissions { changes.tonnes.append(effect(amount * 1000 / whole)) }
        }
      }
    }
    return changes
  }

  /// Those of some series that are always there.
  private func always(_ series: [Int]) -> [Int] {
    view.isEmissions ? series.filter { !scenario.paths[$0].isMeasure } : series
  }

  /// Those of some series that are told among the measures.
  private func told(_ series: [Int]) -> [PlanModel.PathEffect] {
    if !view.isEmissions { return [] }
    return pathMeasures.enumerated().filter { series.contains($0.element) }.map {
      .init(measure: scenario.measures.count + $0.offset, path: $0.element)
    }
  }

  private func move(
    _ line: PlanLine, _ measure: Int, _ share: Double, _ destination: Measure.Destination
  ) -> PlanModel.Move? {
    guard let known = destinations[destination.activity],
      let perLine = Self.ratio(line.unit, destination.per),
      let perOther = Self.ratio(destination.unit, known.unit),
      let place = places[destination.activity]
    else { return nil }
    let other = known.line(of: destination.activity, for: line)
    let series = view.series(of: other, scenario)
    var factors: [PlanModel.Effect] = []
    for (number, measure) in scenario.measures.enumerated() {
      for effect in measure.effects {
        if case .factor(let selector, let share) = effect.effect, selector.selects(other),
          view.isEmissions
        {
          factors.append(.init(measure: number, share: share))
        }
      }
    }
    return PlanModel.Move(
      measure: measure, to: destination.activity, place: place, share: share,
      ratio: perLine * destination.ratio * perOther,
      factor: view.amount(ofUnitOf: known, as: other),
      paths: always(series), factors: factors, pathMeasures: told(series))
  }
}

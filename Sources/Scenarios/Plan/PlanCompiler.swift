import EmissionFactors
import Quantities

/// Finds out which lines each part of a plan is about, and makes one of those that are alike.
struct PlanCompiler {
  private let scenario: Scenario
  private let lines: [PlanLine]
  private let destinations: [String: PlanDestination]
  private let view: PlanView
  private let pathMeasures: [Int]
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
  }

  mutating func compile() -> [PlanModel.Line] {
    wholes = scenario.measures.map { measure in
      measure.effects.map { effect in whole(effect.effect) }
    }
    var places: [PlanModel.Changes: Int] = [:]
    var result: [PlanModel.Line] = []
    for line in lines {
      let changes = changes(of: line)
      let amount = view.amount(of: line)
      if let place = places[changes] {
        result[place].quantity += line.quantity
        result[place].amount += amount
      } else {
        places[changes] = result.count
        result.append(PlanModel.Line(quantity: line.quantity, amount: amount, changes))
      }
    }
    return result
  }

  /// What is moved is a line of its destination, at the same place.
  private func moved(
    _ line: PlanLine, to activity: String, _ known: PlanDestination
  ) -> PlanLine {
    var other = line
    other.activity = activity
    other.posts = known.posts
    other.unit = known.unit
    return other
  }

  private func concerns(_ effect: Measure.Effect, _ line: PlanLine) -> Bool {
    switch effect {
    case .driver(let name, _):
      scenario.drivers.contains { $0.identifier == name && $0.selector.selects(line) }
    case .less(let selector, _), .factor(let selector, _), .tonnes(let selector, _),
      .move(let selector, _, to: _):
      selector.selects(line)
    case .cut(let selector, let amount):
      selector.selects(line) && line.unit.conversion(to: amount.unit) != nil
    }
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
    let paths = paths(of: line)
    changes.paths = paths.filter { !scenario.paths[$0].isMeasure }
    changes.pathMeasures = told(paths)
    for (number, measure) in scenario.measures.enumerated() {
      let kept = 1 - measure.rebound
      func effect(_ share: Double) -> PlanModel.Effect { .init(measure: number, share: share) }
      for (place, item) in measure.effects.enumerated() where concerns(item.effect, line) {
        let whole = wholes[number][place]
        switch item.effect {
        case .driver(_, let share): changes.lessDriver.append(effect(share))
        case .less(_, let share): changes.less.append(effect(share * kept))
        case .cut(_, let amount):
          if whole > 0 { changes.cuts.append(effect(amount.value / whole * kept)) }
        case .move(_, let share, let destination):
          if let move = move(line, number, share, destination) { changes.moves.append(move) }
        case .factor(_, let share):
          if !view.isResource { changes.factors.append(effect(share)) }
        case .tonnes(_, let amount):
          if whole > 0, !view.isResource { changes.tonnes.append(effect(amount * 1000 / whole)) }
        }
      }
    }
    return changes
  }

  /// The paths that change what a line emits.
  private func paths(of line: PlanLine) -> [Int] {
    view.isResource
      ? [] : scenario.paths.indices.filter { scenario.paths[$0].selector.selects(line) }
  }

  /// Those of some paths that are told among the measures.
  private func told(_ paths: [Int]) -> [PlanModel.PathEffect] {
    pathMeasures.enumerated().filter { paths.contains($0.element) }.map {
      .init(measure: scenario.measures.count + $0.offset, path: $0.element)
    }
  }

  private func move(
    _ line: PlanLine, _ measure: Int, _ share: Double, _ destination: Measure.Destination
  ) -> PlanModel.Move? {
    guard let known = destinations[destination.activity],
      let perLine = Self.ratio(line.unit, destination.per),
      let perOther = Self.ratio(destination.unit, known.unit)
    else { return nil }
    let other = moved(line, to: destination.activity, known)
    let paths = paths(of: other)
    var factors: [PlanModel.Effect] = []
    for (number, measure) in scenario.measures.enumerated() {
      for effect in measure.effects {
        if case .factor(let selector, let share) = effect.effect, selector.selects(other),
          !view.isResource
        {
          factors.append(.init(measure: number, share: share))
        }
      }
    }
    return PlanModel.Move(
      measure: measure, share: share, ratio: perLine * destination.ratio * perOther,
      factor: view.amount(ofUnitOf: known, for: line),
      paths: paths.filter { !scenario.paths[$0].isMeasure },
      factors: factors, pathMeasures: told(paths))
  }
}

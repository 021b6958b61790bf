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

  private struct Key: Hashable {
    var signature: [Int]
    /// Moves and cuts need quantities that can be added, and an activity has one factor.
    var unit: Unit?
    var activity = ""
    /// What is moved from here counts, or does not.
    var isInside = true
  }

  mutating func compile() -> [PlanModel.Line] {
    wholes = scenario.measures.map { measure in
      measure.effects.map { effect in whole(effect.effect) }
    }
    var places: [Key: Int] = [:]
    var result: [PlanModel.Line] = []
    for line in lines {
      let signature = signature(line)
      let isBound = signature.contains { $0 >= Self.boundary }
      let key =
        isBound
        ? Key(
          signature: signature, unit: line.unit, activity: line.activity,
          isInside: view.contains(site: line.site))
        : Key(signature: signature)
      let amount = view.amount(of: line)
      if let place = places[key] {
        result[place].quantity += line.quantity
        result[place].amount += amount
      } else {
        places[key] = result.count
        result.append(compiled(line, amount))
      }
    }
    return result
  }

  /// Marks of effects that depend on quantities are numbered from here on.
  private static let boundary = 1 << 40

  /// Everything that is about a line, as numbers.
  private func signature(_ line: PlanLine) -> [Int] {
    var signature: [Int] = []
    for (place, driver) in scenario.drivers.enumerated() where driver.selector.selects(line) {
      signature.append(place)
    }
    for (place, path) in scenario.paths.enumerated() where path.selector.selects(line) {
      signature.append(1_000_000 + place)
    }
    for (number, measure) in scenario.measures.enumerated() {
      for (place, effect) in measure.effects.enumerated() where concerns(effect.effect, line) {
        var mark = (number + 1) * 10_000_000 + place
        switch effect.effect {
        case .cut, .move: mark |= Self.boundary
        case .driver, .less, .factor, .tonnes: break
        }
        signature.append(mark)
        if case .move(_, _, let to) = effect.effect { signature += marks(of: to, line, mark) }
      }
    }
    return signature
  }

  /// What acts on the part of a line that is moved: it may be about one site and not another.
  private func marks(
    of destination: Measure.Destination, _ line: PlanLine, _ mark: Int
  ) -> [Int] {
    guard let known = destinations[destination.activity] else { return [] }
    let other = moved(line, to: destination.activity, known)
    var marks = scenario.paths.indices.filter { scenario.paths[$0].selector.selects(other) }
    for (number, measure) in scenario.measures.enumerated() {
      for (place, effect) in measure.effects.enumerated() {
        if case .factor(let selector, _) = effect.effect, selector.selects(other) {
          marks.append((number + 1) * 1000 + place)
        }
      }
    }
    // Each after the mark of its move, which tells them from those of others.
    return marks.flatMap { [mark, $0] }
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

  private func compiled(_ line: PlanLine, _ amount: Double) -> PlanModel.Line {
    var lessDriver: [(measure: Int, share: Double)] = []
    var less: [(measure: Int, share: Double)] = []
    var cuts: [(measure: Int, share: Double)] = []
    var moves: [PlanModel.Move] = []
    var factors: [(measure: Int, share: Double)] = []
    var tonnes: [(measure: Int, share: Double)] = []
    for (number, measure) in scenario.measures.enumerated() {
      let kept = 1 - measure.rebound
      for (place, effect) in measure.effects.enumerated() where concerns(effect.effect, line) {
        let whole = wholes[number][place]
        switch effect.effect {
        case .driver(_, let share): lessDriver.append((number, share))
        case .less(_, let share): less.append((number, share * kept))
        case .cut(_, let amount):
          if whole > 0 { cuts.append((number, amount.value / whole * kept)) }
        case .move(_, let share, let destination):
          if let move = move(line, number, share, destination) { moves.append(move) }
        case .factor(_, let share):
          if !view.isResource { factors.append((number, share)) }
        case .tonnes(_, let amount):
          if whole > 0, !view.isResource { tonnes.append((number, amount * 1000 / whole)) }
        }
      }
    }
    let paths = paths(of: line)
    let pathMeasures = told(paths)
    var touching: UInt64 = 0
    for effect in lessDriver + less + cuts + factors + tonnes { touching |= 1 << effect.measure }
    for effect in pathMeasures { touching |= 1 << effect.measure }
    for move in moves {
      touching |= 1 << move.measure
      for effect in move.factors { touching |= 1 << effect.measure }
      for effect in move.pathMeasures { touching |= 1 << effect.measure }
    }
    return PlanModel.Line(
      quantity: line.quantity, amount: amount,
      drivers: scenario.drivers.indices.filter { scenario.drivers[$0].selector.selects(line) },
      paths: paths.filter { !scenario.paths[$0].isMeasure }, lessDriver: lessDriver, less: less,
      cuts: cuts, moves: moves, factors: factors, pathMeasures: pathMeasures, tonnes: tonnes,
      touching: touching)
  }

  /// The paths that change what a line emits.
  private func paths(of line: PlanLine) -> [Int] {
    view.isResource
      ? [] : scenario.paths.indices.filter { scenario.paths[$0].selector.selects(line) }
  }

  /// Those of some paths that are told among the measures.
  private func told(_ paths: [Int]) -> [(measure: Int, path: Int)] {
    pathMeasures.enumerated().filter { paths.contains($0.element) }.map {
      (measure: scenario.measures.count + $0.offset, path: $0.element)
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
    var factors: [(measure: Int, share: Double)] = []
    for (number, measure) in scenario.measures.enumerated() {
      for effect in measure.effects {
        if case .factor(let selector, let share) = effect.effect, selector.selects(other),
          !view.isResource
        {
          factors.append((number, share))
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

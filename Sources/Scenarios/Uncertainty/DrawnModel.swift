import Diagnostics
import Quantities
import Uncertainty

/// A plan for one figure, with the numbers that were drawn for all that may be wrong in it.
struct DrawnModel {
  /// A part of a line that errs as one.
  private struct Term {
    let line: Int
    let amount: Double
    let quantity: Double
    /// Places among the drawn errors.
    let errors: [Int]
    let factor: Int?
  }

  private let model: PlanModel
  private let terms: [Term]
  /// Drawn error by drawn error, draw by draw.
  private let drawn: [[Double]]
  private let destinations: [(name: String, error: Int)]
  private let steps: DrawnSteps

  init(_ plan: Plan, _ subject: Subject, _ steps: DrawnSteps, count: Int, _ numbers: ErrorDraws) {
    let model = plan.model(of: subject)
    let isEmissions = subject.measure == .emissions
    var places: [UncertainSum.Error: Int] = [:]
    var errors: [UncertainSum.Error] = []
    func place(_ error: UncertainSum.Error) -> Int {
      if let place = places[error] { return place }
      places[error] = errors.count
      errors.append(error)
      return errors.count - 1
    }
    struct Key: Hashable {
      let line: Int
      let errors: [Int]
      let factor: Int?
    }
    var sums: [Key: (amount: Double, quantity: Double)] = [:]
    var order: [Key] = []
    for (line, members) in model.members.enumerated() {
      for member in members {
        let own = plan.contribution(of: member, to: subject)
        for share in plan.errors.lines[member] {
          let key = Key(
            line: line, errors: share.quantity.filter { $0.spread.sigma > 0 }.map(place),
            factor: isEmissions ? share.factor.map(place) : nil)
          if sums[key] == nil { order.append(key) }
          sums[key, default: (0, 0)].amount += own.amount * share.share
          sums[key, default: (0, 0)].quantity += own.quantity * share.share
        }
      }
    }
    self.model = model
    terms = order.map { key in
      let sum = sums[key] ?? (0, 0)
      return Term(
        line: key.line, amount: sum.amount, quantity: sum.quantity, errors: key.errors,
        factor: key.factor)
    }
    let used = Set(model.lines.flatMap { $0.changes.moves.map(\.to) })
    destinations =
      isEmissions
      ? used.sorted().compactMap { name in
        plan.errors.destinations[name].map { (name, place($0)) }
      } : []
    drawn = errors.map { numbers.factors(of: $0, 0..<count) }
    self.steps = steps
  }

  /// What the figure is in a draw, year by year from the base year on: with no measure, and with all.
  func values(in draw: Int, over divisor: Double) -> (reference: [Double], plan: [Double]) {
    var model = model
    for place in model.lines.indices {
      model.lines[place].amount = 0
      model.lines[place].quantity = 0
    }
    for term in terms {
      var error = 1.0
      for place in term.errors { error *= drawn[place][draw] }
      let factor = term.factor.map { drawn[$0][draw] } ?? 1
      model.lines[term.line].amount += term.amount * error * factor
      model.lines[term.line].quantity += term.quantity * error
    }
    for (name, error) in destinations { model.destinations[name] = drawn[error][draw] }
    steps.apply(draw, to: &model)
    let years = model.base...max(model.base, model.horizon)
    return (
      years.map { model.amount(in: $0, 0) / divisor },
      years.map { model.amount(in: $0, model.all) / divisor }
    )
  }
}

/// What was drawn for measures, drivers and paths: the same for every figure of a plan.
struct DrawnSteps: Sendable {
  private let uptakes: [(byDelay: [[Double]], delays: [Int], reach: [Double], isDone: [Bool])]
  private let drivers: [[[Double]]]
  private let paths: [[[Double]]]

  init(_ scenario: Scenario, base: Int, count: Int, _ numbers: ErrorDraws) {
    let years = Array(base...max(base, scenario.horizon))
    let delivered = Self.delivered(scenario.measures, count, numbers)
    uptakes = scenario.measures.enumerated().map { place, measure in
      let doubt = measure.doubt
      let latest = max(doubt.latest ?? measure.uptake.start, measure.uptake.start)
      let span = measure.uptake.start == .max ? 0 : latest - measure.uptake.start
      func shares(_ kind: ErrorSource.Kind) -> [Double] {
        numbers.shares(of: Self.key(kind, measure.identifier), 0..<count)
      }
      return (
        byDelay: (0...span).map { delay in
          var uptake = measure.uptake
          if delay > 0 { uptake.start += delay }
          return years.map { uptake.share(in: $0) }
        },
        delays: span == 0 ? [] : shares(.start).map { min(span, Int($0 * Double(span + 1))) },
        reach: doubt.mayMiss ? shares(.reach).map { doubt.reach(at: $0) } : [],
        isDone: delivered[place]
      )
    }
    /// What the factors of a year are multiplied by: nothing in the base year, all of it at the horizon.
    func grown(_ kind: ErrorSource.Kind, _ name: String, _ halfWidth: Double) -> [[Double]] {
      if halfWidth == 0 { return [] }
      let sigma = Spread(halfWidth: halfWidth).sigma
      return years.map { year in
        let part = Double(year - base) / Double(max(1, scenario.horizon - base))
        return numbers.factors(
          of: .init(source: Self.key(kind, name), Spread(sigma: sigma * part)), 0..<count)
      }
    }
    drivers = scenario.drivers.map { grown(.driver, $0.identifier, $0.halfWidth) }
    paths = scenario.paths.map { grown(.path, $0.identifier, $0.halfWidth) }
  }

  private static func key(_ kind: ErrorSource.Kind, _ name: String) -> UInt64 {
    ErrorSource(kind, name, Text(same: name)).key
  }

  /// Whether each measure is done, draw by draw: not without those that it requires.
  private static func delivered(
    _ measures: [Measure], _ count: Int, _ numbers: ErrorDraws
  ) -> [[Bool]] {
    var isDone = measures.map { measure -> [Bool] in
      let chance = measure.doubt.delivery
      if chance >= 1 { return [Bool](repeating: true, count: count) }
      return numbers.shares(of: key(.delivery, measure.identifier), 0..<count).map { $0 < chance }
    }
    let places = Dictionary(
      measures.indices.map { (measures[$0].identifier, $0) },
      uniquingKeysWith: { first, _ in first })
    // A chain of requirements is as long as there are measures, at most.
    for _ in measures {
      for (place, measure) in measures.enumerated() {
        for other in measure.requires.compactMap({ places[$0] }) {
          for draw in 0..<count where !isDone[other][draw] { isDone[place][draw] = false }
        }
      }
    }
    return isDone
  }

  /// Puts what was drawn into a plan.
  func apply(_ draw: Int, to model: inout PlanModel) {
    for (place, drawn) in uptakes.enumerated() {
      if !drawn.isDone[draw] {
        for year in model.uptakes[place].indices { model.uptakes[place][year] = 0 }
        continue
      }
      if !drawn.delays.isEmpty { model.uptakes[place] = drawn.byDelay[drawn.delays[draw]] }
      if drawn.reach.isEmpty { continue }
      let reach = drawn.reach[draw]
      for year in model.uptakes[place].indices { model.uptakes[place][year] *= reach }
    }
    for (place, years) in drivers.enumerated() {
      for (year, drawn) in years.enumerated() { model.driverFactors[place][year] *= drawn[draw] }
    }
    for (place, years) in paths.enumerated() {
      for (year, drawn) in years.enumerated() { model.pathFactors[place][year] *= drawn[draw] }
    }
  }
}

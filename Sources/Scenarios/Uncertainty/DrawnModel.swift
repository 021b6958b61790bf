import Diagnostics
import Quantities
import Uncertainty

/// A plan for one figure, with the numbers that were drawn for all that may be wrong in it.
struct DrawnModel: Sendable {
  /// A part of a line that errs as one.
  private struct Term: Sendable {
    let line: Int
    let amount: Double
    let quantity: Double
    /// Places among the drawn errors.
    let errors: [Int]
    let factor: Int?
  }

  private var model: PlanModel
  private let terms: [Term]
  private let errors: [UncertainSum.Error]
  /// Places among the activities that something is moved to, and among the drawn errors.
  private let destinations: [(place: Int, error: Int)]
  private let steps: DrawnSteps
  private let numbers: ErrorDraws

  init(_ plan: Plan, _ subject: Subject, _ steps: DrawnSteps, _ numbers: ErrorDraws) {
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
    destinations =
      isEmissions
      ? model.destinationNames.enumerated().compactMap { number, name in
        plan.errors.destinations[name].map { (number, place($0)) }
      } : []
    self.errors = errors
    self.steps = steps
    self.numbers = numbers
  }

  /// The same with lines of its own, for one thread.
  var apart: DrawnModel {
    var own = self
    own.model.lines = model.lines.map(\.apart)
    return own
  }

  /// What the figure is in some draws, year by year from the base year on, first with no measure, then
  /// with all: for each of these the draws one after the other.
  func values(in draws: Range<Int>, over divisor: Double) -> [Double] {
    let drawn = errors.map { numbers.factors(of: $0, draws) }
    let years = max(model.base, model.horizon) - model.base + 1
    var values = [Double](repeating: 0, count: 2 * years * draws.count)
    for (place, draw) in draws.enumerated() {
      var model = model
      for place in model.lines.indices {
        model.lines[place].amount = 0
        model.lines[place].quantity = 0
      }
      for term in terms {
        var error = 1.0
        for number in term.errors { error *= drawn[number][place] }
        let factor = term.factor.map { drawn[$0][place] } ?? 1
        model.lines[term.line].amount += term.amount * error * factor
        model.lines[term.line].quantity += term.quantity * error
      }
      for (number, error) in destinations { model.destinations[number] = drawn[error][place] }
      steps.apply(draw, to: &model)
      for year in 0..<years {
        let (none, all) = (
          model.amount(in: model.base + year, 0), model.amount(in: model.base + year, model.all)
        )
        values[year * draws.count + place] = none / divisor
        values[(years + year) * draws.count + place] = all / divisor
      }
    }
    return values
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
    func grown(
      _ kind: ErrorSource.Kind, _ name: String, _ halfWidth: Double, elasticity: Double = 1
    ) -> [[Double]] {
      // What follows by half is off by half.
      let sigma = Spread(halfWidth: halfWidth).sigma * elasticity
      if sigma == 0 { return [] }
      return years.map { year in
        let part = Double(year - base) / Double(max(1, scenario.horizon - base))
        return numbers.factors(
          of: .init(source: Self.key(kind, name), Spread(sigma: sigma * part)), 0..<count)
      }
    }
    drivers = scenario.drivers.map {
      grown(.driver, $0.identifier, $0.halfWidth, elasticity: $0.elasticity)
    }
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

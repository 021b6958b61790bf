import Uncertainty

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
      func shares(_ kind: Kind) -> [Double] {
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
      _ kind: Kind, _ name: String, _ halfWidth: Double, elasticity: Double = 1
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

  /// What may turn out otherwise than the file of a scenario has it.
  private enum Kind: String {
    case reach, start, delivery, driver, path
  }

  private static func key(_ kind: Kind, _ name: String) -> UInt64 {
    ErrorSource.key(kind.rawValue + " " + name)
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

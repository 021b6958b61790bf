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

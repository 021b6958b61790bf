/// How the amount of a line is worked out, stage by stage: `PlanModel.amount`, with what lies between.
struct PlanWorking {
  /// Something that multiplies, and by what.
  struct Step {
    /// What does it: a driver, a path or a measure, by its place.
    enum Cause: Hashable {
      case driver(Int)
      case path(Int)
      case measure(Int)
    }

    let cause: Cause
    let factor: Double
  }

  /// A part that is moved elsewhere.
  struct Move {
    /// Its place among the moves of the line.
    let place: Int
    /// The part of the line that is moved.
    let share: Double
    /// Units of the destination for each unit of the line.
    let ratio: Double
    /// What a unit of the destination counts in the year.
    let factor: Double
    /// What the part counts there.
    let amount: Double
  }

  /// What the quantity of the base year is multiplied by.
  var activity: [Step] = []
  /// The part of the activity that is cut, after that.
  var cut = 0.0
  /// How many units there are in the year.
  var quantity = 0.0
  var moves: [Move] = []
  /// The part that stays.
  var rest = 1.0
  /// What the factor of the base year is multiplied by.
  var factors: [Step] = []
  /// What a unit counts in the year.
  var factor = 0.0
  /// What somebody promised, tied to nothing.
  var promised = 0.0
  /// What the line counts in the year.
  var amount = 0.0
}

extension PlanModel {
  /// How the amount of a line comes about in a year, when these measures are taken.
  func working(of line: Line, in year: Int, _ taken: UInt64) -> PlanWorking {
    let offset = min(max(0, year - base), max(0, horizon - base))
    func uptake(_ measure: Int) -> Double {
      taken & (1 << UInt64(measure)) == 0 ? 0 : uptakes[measure][offset]
    }
    func step(_ effect: Effect) -> PlanWorking.Step? {
      let part = uptake(effect.measure) * effect.share
      return part == 0 ? nil : .init(cause: .measure(effect.measure), factor: 1 - part)
    }
    let changes = line.changes
    var working = PlanWorking()
    working.activity =
      changes.drivers.map { .init(cause: .driver($0), factor: driverFactors[$0][offset]) }
      + (changes.lessDriver + changes.less).compactMap(step)
    let before = working.activity.reduce(1) { $0 * $1.factor }
    let cut = changes.cuts.reduce(0) { $0 + uptake($1.measure) * $1.share }
    working.cut = min(cut, before)
    let activity = max(0, before - cut)
    working.quantity = line.quantity * activity
    func told(_ effects: [PathEffect]) -> [PlanWorking.Step] {
      effects.filter { uptake($0.measure) > 0 }.map {
        .init(cause: .measure($0.measure), factor: pathFactors[$0.path][offset])
      }
    }
    func paths(_ paths: [Int]) -> [PlanWorking.Step] {
      paths.map { .init(cause: .path($0), factor: pathFactors[$0][offset]) }
    }
    working.factors =
      paths(changes.paths) + told(changes.pathMeasures) + changes.factors.compactMap(step)
    let factor = working.factors.reduce(1) { $0 * $1.factor }
    working.factor = line.quantity == 0 ? 0 : line.amount / line.quantity * factor
    let shares = changes.moves.map { uptake($0.measure) * $0.share }
    let whole = shares.reduce(0, +)
    for (place, move) in changes.moves.enumerated() where shares[place] > 0 {
      let steps = paths(move.paths) + told(move.pathMeasures) + move.factors.compactMap(step)
      let unit = steps.reduce(move.factor) { $0 * $1.factor }
      let share = whole > 1 ? shares[place] / whole : shares[place]
      working.moves.append(
        .init(
          place: place, share: share, ratio: move.ratio, factor: unit,
          amount: working.quantity * share * move.ratio * unit))
    }
    working.rest = max(0, 1 - whole)
    let kept = line.amount * activity * working.rest * factor
    let elsewhere = working.moves.reduce(0) { $0 + $1.amount }
    let promised = changes.tonnes.reduce(0) { $0 + uptake($1.measure) * $1.share } * line.amount
    working.promised = min(promised, kept + elsewhere)
    working.amount = max(0, kept + elsewhere - promised)
    return working
  }
}

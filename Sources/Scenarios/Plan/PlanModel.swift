import EmissionFactors
import Quantities

/// A plan made ready to be computed for any year and any set of its measures.
///
/// Lines that no driver, path or measure tells apart are one. Within a stage everything commutes, and
/// the stages come in a fixed order: what comes out depends on which measures are taken, and never on
/// the order of lines, measures or files.
struct PlanModel: Sendable {
  /// What a measure does once it is done in full.
  struct Effect: Hashable, Sendable {
    let measure: Int
    let share: Double
  }

  /// A path that is told among the measures.
  struct PathEffect: Hashable, Sendable {
    let measure: Int
    let path: Int
  }

  /// What a share of a line becomes.
  struct Move: Hashable, Sendable {
    let measure: Int
    /// The activity it becomes, and its place among those that something may be moved to.
    let to: String
    let place: Int
    let share: Double
    /// Units of the destination for each unit of the line.
    let ratio: Double
    /// What a unit of the destination counts in the base year.
    let factor: Double
    /// Paths of the destination that are always there.
    let paths: [Int]
    /// Measures that change what a unit of the destination emits.
    let factors: [Effect]
    /// Paths of the destination that are measures.
    let pathMeasures: [PathEffect]
  }

  /// Everything that changes a line.
  struct Changes: Hashable, Sendable {
    var drivers: [Int] = []
    var paths: [Int] = []
    var lessDriver: [Effect] = []
    var less: [Effect] = []
    /// For each unit of quantity: a cut is shared in proportion.
    var cuts: [Effect] = []
    var moves: [Move] = []
    var factors: [Effect] = []
    var pathMeasures: [PathEffect] = []
    /// For each kg of the base year.
    var tonnes: [Effect] = []

    /// The measures that change anything here, as bits.
    var touching: UInt64 {
      let effects = lessDriver + less + cuts + factors + tonnes + moves.flatMap(\.factors)
      let told = pathMeasures + moves.flatMap(\.pathMeasures)
      return (effects.map(\.measure) + told.map(\.measure) + moves.map(\.measure))
        .reduce(0) { $0 | 1 << UInt64($1) }
    }
  }

  /// Everything that changes a line, in one place: lines are copied for every draw, and it is not.
  final class Fate: Sendable {
    let changes: Changes
    let touching: UInt64

    init(_ changes: Changes) {
      self.changes = changes
      touching = changes.touching
    }
  }

  /// Lines that the same changes happen to, in one.
  struct Line: Sendable {
    var quantity: Double
    /// What it counts in the base year: kgCO2e, or units of a resource.
    var amount: Double
    /// What was written, where either was drawn: amounts that a measure takes off are parts of these.
    private(set) var written: (quantity: Double, amount: Double)
    let fate: Fate

    init(quantity: Double, amount: Double, _ changes: Changes) {
      self.quantity = quantity
      self.amount = amount
      written = (quantity, amount)
      fate = Fate(changes)
    }

    /// Takes in another line that the same happens to.
    mutating func add(quantity: Double, amount: Double) {
      self.quantity += quantity
      self.amount += amount
      written = (self.quantity, self.amount)
    }

    /// The same, sharing nothing: not even the buffers of what changes it.
    var apart: Line {
      var own = Changes()
      own.drivers = fate.changes.drivers.map(\.self)
      own.paths = fate.changes.paths.map(\.self)
      own.lessDriver = fate.changes.lessDriver.map(\.self)
      own.less = fate.changes.less.map(\.self)
      own.cuts = fate.changes.cuts.map(\.self)
      own.moves = fate.changes.moves.map(\.self)
      own.factors = fate.changes.factors.map(\.self)
      own.pathMeasures = fate.changes.pathMeasures.map(\.self)
      own.tonnes = fate.changes.tonnes.map(\.self)
      var line = Line(quantity: quantity, amount: amount, own)
      line.written = written
      return line
    }

    var changes: Changes { fate.changes }
    var touching: UInt64 { fate.touching }
  }

  let base: Int
  let horizon: Int
  /// What the lines of the plan are that each line was made of.
  private(set) var members: [[Int]]
  /// The measures, and after them the paths that are told among them.
  let names: [String]
  var lines: [Line]
  /// Uptake of each measure, by year since the base year.
  var uptakes: [[Double]]
  var driverFactors: [[Double]]
  var pathFactors: [[Double]]
  /// The activities that something may be moved to.
  let destinationNames: [String]
  /// What their factors are multiplied by, where they were drawn.
  var destinations: [Double]

  /// A plan that begins with these lines.
  ///
  /// `destinations` says what a unit of an activity emits in the base year, and in which unit;
  /// `total` is what the lines add up to exactly.
  init(
    _ scenario: Scenario, base: Int, lines: [PlanLine],
    destinations: [String: PlanDestination], view: PlanView = .of(Subject()),
    total: Double? = nil
  ) {
    let measures = scenario.measures
    let pathMeasures = scenario.paths.indices.filter { scenario.paths[$0].isMeasure }
    self.base = base
    horizon = scenario.horizon
    names = measures.map(\.identifier) + pathMeasures.map { scenario.paths[$0].identifier }
    let years = base...max(base, scenario.horizon)
    uptakes =
      measures.map { measure in years.map { measure.uptake.share(in: $0) } }
      + pathMeasures.map { _ in years.map { $0 > base ? 1 : 0 } }
    driverFactors = scenario.drivers.map { driver in
      years.map { driver.factor(in: $0, since: base) }
    }
    pathFactors = view.factors(scenario, years)
    destinationNames = destinations.keys.sorted()
    self.destinations = destinationNames.map { _ in 1 }
    var compiler = PlanCompiler(scenario, lines, destinations, view, pathMeasures)
    (self.lines, members) = compiler.compile()
    if let total { giveRest(of: total) }
  }

  /// Binary sums are off in a last digit: the largest line takes it, so that the base year is the
  /// inventory.
  private mutating func giveRest(of total: Double) {
    guard let largest = lines.indices.max(by: { lines[$0].amount < lines[$1].amount })
    else { return }
    for _ in 0..<3 {
      let sum = lines.reduce(0.0) { $0 + $1.amount }
      lines[largest].add(quantity: 0, amount: total - sum)
    }
  }

  /// What a line counts in a year, when these measures are taken.
  func amount(of line: Line, in year: Int, _ taken: UInt64) -> Double {
    // A plan says nothing about years before it begins or after it ends: they are like the nearest.
    let place = min(max(0, year - base), max(0, horizon - base))
    let own = taken & line.fate.touching
    // A line that nothing changes is what it was, to the last digit.
    if own == 0, line.fate.changes.drivers.isEmpty, line.fate.changes.paths.isEmpty {
      return line.amount
    }
    func uptake(_ measure: Int) -> Double {
      own & (1 << UInt64(measure)) == 0 ? 0 : uptakes[measure][place]
    }
    var activity = 1.0
    for driver in line.fate.changes.drivers { activity *= driverFactors[driver][place] }
    for effect in line.fate.changes.lessDriver {
      activity *= max(0, 1 - uptake(effect.measure) * effect.share)
    }
    for effect in line.fate.changes.less {
      activity *= max(0, 1 - uptake(effect.measure) * effect.share)
    }
    if !line.fate.changes.cuts.isEmpty {
      var cut = 0.0
      for effect in line.fate.changes.cuts { cut += uptake(effect.measure) * effect.share }
      // What is cut is an amount: it is the same, whatever there really was.
      if line.quantity != line.written.quantity { cut *= line.written.quantity / line.quantity }
      activity = max(0, activity - cut)
    }
    var factor = 1.0
    for path in line.fate.changes.paths { factor *= pathFactors[path][place] }
    for effect in line.fate.changes.pathMeasures where uptake(effect.measure) > 0 {
      factor *= pathFactors[effect.path][place]
    }
    for effect in line.fate.changes.factors {
      factor *= max(0, 1 - uptake(effect.measure) * effect.share)
    }
    var moved = 0.0
    var elsewhere = 0.0
    for move in line.fate.changes.moves {
      let share = uptake(move.measure) * move.share
      if share == 0 { continue }
      moved += share
      var other = move.factor * destinations[move.place]
      for path in move.paths { other *= pathFactors[path][place] }
      // A measure acts on what is moved to it too, whether or not it acts on the line itself.
      for effect in move.pathMeasures where uptake(effect.measure) > 0 {
        other *= pathFactors[effect.path][place]
      }
      for effect in move.factors { other *= max(0, 1 - uptake(effect.measure) * effect.share) }
      elsewhere += share * move.ratio * other
    }
    // More than all of it cannot be moved.
    let scale = moved > 1 ? 1 / moved : 1
    let rest = max(0, 1 - moved)
    var amount =
      line.amount * activity * rest * factor
      + line.quantity * activity * elsewhere * scale
    if !line.fate.changes.tonnes.isEmpty {
      var promised = 0.0
      for effect in line.fate.changes.tonnes { promised += uptake(effect.measure) * effect.share }
      amount = max(0, amount - promised * line.written.amount)
    }
    return amount
  }

  /// Every measure.
  var all: UInt64 { names.isEmpty ? 0 : ~0 >> UInt64(64 - min(64, names.count)) }

  /// What all lines count in a year.
  func amount(in year: Int, _ taken: UInt64) -> Double {
    lines.reduce(0) { $0 + amount(of: $1, in: year, taken) }
  }

  /// From the base year to the horizon; `divisor` is 1000 for tonnes.
  func trajectory(_ taken: UInt64, over divisor: Double) -> Trajectory {
    Trajectory(
      start: base,
      values: (base...max(base, horizon)).map { amount(in: $0, taken) / divisor })
  }
}

/// How much of what a plan saves is due to each of its measures, in one year.
///
/// Measures act on one another: insulation leaves less for a heat pump to move. The Shapley value is
/// the mean of what a measure adds over every order in which they could be taken, and so owes nothing
/// to any of them. What a line emits depends on the few measures that touch it, so that the values
/// are exact as long as no line is touched by more than fourteen.
struct Wedges {
  /// One measure.
  struct Wedge: Sendable {
    /// Its fair share, in kgCO2e.
    var share = 0.0
    /// What it would save alone.
    var alone = 0.0
    /// What would be missing without it.
    var last = 0.0
    /// How far the share may be off where it was sampled; 0 where it is exact.
    var error = 0.0
  }

  /// In the order of the model's names; their shares add up to what the plan saves.
  private(set) var wedges: [Wedge]
  /// kgCO2e without any measure, and with all of them.
  let reference: Double
  let plan: Double

  /// More measures on one line are sampled.
  static let exactLimit = 14
  private static let samples = 2000

  init(_ model: PlanModel, year: Int) {
    wedges = model.names.map { _ in Wedge() }
    var variances = model.names.map { _ in 0.0 }
    var (reference, plan) = (0.0, 0.0)
    for (number, line) in model.lines.enumerated() {
      let none = model.amount(of: line, in: year, 0)
      let all = model.amount(of: line, in: year, model.all)
      reference += none
      plan += all
      let measures = Self.measures(line.touching)
      for measure in measures {
        let bit: UInt64 = 1 << UInt64(measure)
        wedges[measure].alone += none - model.amount(of: line, in: year, bit)
        wedges[measure].last += model.amount(of: line, in: year, model.all & ~bit) - all
      }
      if measures.count <= Self.exactLimit {
        let shares = Self.exact(measures.count) { local in
          model.amount(of: line, in: year, Self.taken(local, measures))
        }
        for (place, measure) in measures.enumerated() { wedges[measure].share += shares[place] }
      } else {
        // Every line draws orders of its own: their errors then add up as variances do.
        let found = Self.sampled(measures.count, seed: number) { order in
          model.amount(of: line, in: year, Self.taken(order, measures))
        }
        for (place, measure) in measures.enumerated() {
          wedges[measure].share += found[place].mean
          variances[measure] += found[place].variance
        }
      }
    }
    self.reference = reference
    self.plan = plan
    for place in wedges.indices { wedges[place].error = 1.96 * variances[place].squareRoot() }
    giveRest()
  }

  /// Rounding leaves a last digit: the largest takes it, so that the shares add up.
  private mutating func giveRest() {
    guard let largest = wedges.indices.max(by: { abs(wedges[$0].share) < abs(wedges[$1].share) })
    else { return }
    // One step may round again.
    for _ in 0..<3 {
      let sum = wedges.reduce(0) { $0 + $1.share }
      wedges[largest].share += (reference - plan) - sum
    }
  }

  private static func measures(_ touching: UInt64) -> [Int] {
    (0..<64).filter { touching & (1 << UInt64($0)) != 0 }
  }

  /// The measures of a line that are taken, as those of the model.
  private static func taken(_ local: Int, _ measures: [Int]) -> UInt64 {
    var taken: UInt64 = 0
    for (place, measure) in measures.enumerated() where local & (1 << place) != 0 {
      taken |= 1 << UInt64(measure)
    }
    return taken
  }

  /// The mean of what each adds, over all orders: 2^n values of what remains.
  private static func exact(_ count: Int, _ remains: (Int) -> Double) -> [Double] {
    if count == 0 { return [] }
    let sets = 1 << count
    let values = (0..<sets).map(remains)
    // In how large a part of all orders so many come before.
    var weights = [Double](repeating: 1 / Double(count), count: count)
    for size in 1..<max(1, count) {
      weights[size] = weights[size - 1] * Double(size) / Double(count - size)
    }
    var shares = [Double](repeating: 0, count: count)
    for set in 0..<sets {
      let size = set.nonzeroBitCount
      if size == count { continue }
      let (weight, value) = (weights[size], values[set])
      for place in 0..<count where set & (1 << place) == 0 {
        shares[place] += weight * (value - values[set | 1 << place])
      }
    }
    return shares
  }

  /// The same from some orders, the same in every run, each beside its reverse.
  private static func sampled(
    _ count: Int, seed: Int, _ remains: (Int) -> Double
  ) -> [(mean: Double, variance: Double)] {
    var generator = SplitMix(seed: 0x656D_7072_6569_6E74 &+ UInt64(seed))
    var sums = [Double](repeating: 0, count: count)
    var squares = [Double](repeating: 0, count: count)
    let pairs = samples / 2
    for _ in 0..<pairs {
      var order = Array(0..<count)
      for place in stride(from: count - 1, to: 0, by: -1) {
        order.swapAt(place, Int(generator.next() % UInt64(place + 1)))
      }
      var added = [Double](repeating: 0, count: count)
      for order in [order, order.reversed()] {
        var (set, value) = (0, remains(0))
        for place in order {
          set |= 1 << place
          let next = remains(set)
          added[place] += (value - next) / 2
          value = next
        }
      }
      for place in 0..<count {
        sums[place] += added[place]
        squares[place] += added[place] * added[place]
      }
    }
    return (0..<count).map { place in
      let mean = sums[place] / Double(pairs)
      let variance = max(0, squares[place] / Double(pairs) - mean * mean)
      return (mean, variance / Double(pairs))
    }
  }
}

/// Draws what may be wrong, many times: where sums lie, whatever their law.
///
/// A number is drawn for every source and draw from the seed alone, so that threads and the order of parts
/// change no digit: the same source errs alike in every sum.
public struct Simulation: Sendable {
  /// What the draws of one sum say.
  public struct Outcome: Sendable {
    public let mean: Double
    /// Below these lie 2.5 %, half and 97.5 % of the draws.
    public let low: Double
    public let middle: Double
    public let high: Double
    /// How far the mean may be off for having been drawn: its standard error.
    public let error: Double
  }

  /// The sums in their order.
  public let outcomes: [Outcome]
  /// As many as were asked for.
  public let draws: Int
  /// A multiple of four.
  private static let block = 500

  /// Draws several sums at once; on all processors, unless a number of threads is given.
  public init(_ sums: [UncertainSum], draws: Int, seed: UInt64, threads: Int? = nil) {
    var places: [UncertainSum.Error: Int] = [:]
    // What one source does to some parts, in its own width.
    var terms: [UncertainSum.Error] = []
    // Parts that several sums have are drawn once.
    var lines: [[UncertainSum.Error]: (terms: [Int], amounts: [(sum: Int, amount: Double)])] = [:]
    var order: [[UncertainSum.Error]] = []
    for (number, sum) in sums.enumerated() {
      for part in sum.parts {
        if lines[part.errors] == nil {
          let found = part.errors.map { error -> Int in
            if let place = places[error] { return place }
            places[error] = terms.count
            terms.append(error)
            return terms.count - 1
          }
          lines[part.errors] = (found, [])
          order.append(part.errors)
        }
        lines[part.errors]?.amounts.append((number, part.amount))
      }
    }
    let parts = order.compactMap { lines[$0] }
    let (known, numbers, count) = (terms, ErrorDraws(seed: seed), max(1, draws))
    let grid = DrawGrid(rows: sums.count, draws: count, block: Self.block, threads: threads) {
      var errors = [Double](repeating: 0, count: known.count * Self.block)
      var product = [Double](repeating: 0, count: Self.block)
      return { range in
        errors.withUnsafeMutableBufferPointer { errors in
          for (number, term) in known.enumerated() {
            let start = number * Self.block
            numbers.fill(
              UnsafeMutableBufferPointer(rebasing: errors[start..<(start + Self.block)]), term,
              from: range.lowerBound)
          }
        }
        let size = range.count
        var values = [Double](repeating: 0, count: sums.count * size)
        values.withUnsafeMutableBufferPointer { values in
          for part in parts {
            Self.multiply(part.terms, errors, size, &product)
            for (sum, amount) in part.amounts {
              let start = sum * size
              for place in 0..<size { values[start + place] += amount * product[place] }
            }
          }
        }
        return values
      }
    }
    self.draws = count
    outcomes = sums.indices.map { Self.outcome(grid[$0]) }
  }

  private static func multiply(
    _ terms: [Int], _ errors: [Double], _ size: Int, _ product: inout [Double]
  ) {
    product.withUnsafeMutableBufferPointer { product in
      errors.withUnsafeBufferPointer { errors in
        for place in 0..<size { product[place] = 1 }
        for term in terms {
          let start = term * block
          for place in 0..<size { product[place] *= errors[start + place] }
        }
      }
    }
  }

  private static func outcome(_ draws: ArraySlice<Double>) -> Outcome {
    let sorted = Quantiles(draws)
    return Outcome(
      mean: sorted.mean, low: sorted[0.025], middle: sorted[0.5], high: sorted[0.975],
      error: (sorted.variance / Double(sorted.count)).squareRoot())
  }
}

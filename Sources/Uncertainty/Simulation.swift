import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

  /// A distinct error of a source, and the parts are amounts times some of them.
  private struct Term {
    let source: UInt64
    let sigma: Double
  }

  /// Draws several sums at once.
  public init(_ sums: [UncertainSum], draws: Int, seed: UInt64) {
    var places: [UncertainSum.Error: Int] = [:]
    var terms: [Term] = []
    // Parts that several sums have are drawn once.
    var lines: [[UncertainSum.Error]: (terms: [Int], amounts: [(sum: Int, amount: Double)])] = [:]
    var order: [[UncertainSum.Error]] = []
    for (number, sum) in sums.enumerated() {
      for part in sum.parts {
        if lines[part.errors] == nil {
          let found = part.errors.map { error -> Int in
            if let place = places[error] { return place }
            places[error] = terms.count
            terms.append(Term(source: UInt64(error.source), sigma: error.sigma))
            return terms.count - 1
          }
          lines[part.errors] = (found, [])
          order.append(part.errors)
        }
        lines[part.errors]?.amounts.append((number, part.amount))
      }
    }
    let parts = order.compactMap { lines[$0] }
    let (count, blocks) = (max(1, draws), (max(1, draws) + Self.block - 1) / Self.block)
    var values = [Double](repeating: 0, count: count * max(1, sums.count))
    values.withUnsafeMutableBufferPointer { buffer in
      let shared = SharedBuffer(base: buffer.baseAddress)
      let threads = min(Threads.available, blocks)
      let known = terms
      Threads.run(threads) { thread in
        var errors = [Double](repeating: 0, count: known.count * Self.block)
        var product = [Double](repeating: 0, count: Self.block)
        for block in stride(from: thread, to: blocks, by: threads) {
          let first = block * Self.block
          let size = min(Self.block, count - first)
          Self.draw(known, first, seed, &errors)
          for part in parts {
            Self.multiply(part.terms, errors, size, &product)
            for (sum, amount) in part.amounts {
              guard let base = shared.base else { continue }
              let start = base + sum * count + first
              for place in 0..<size { start[place] += amount * product[place] }
            }
          }
        }
      }
    }
    self.draws = count
    outcomes = sums.indices.map { Self.outcome(values[($0 * count)..<(($0 + 1) * count)]) }
  }

  /// Every block of draws has its own place: threads never meet.
  private struct SharedBuffer: @unchecked Sendable {
    let base: UnsafeMutablePointer<Double>?
  }

  /// The errors of all terms in a block of draws, as factors whose mean is one.
  private static func draw(
    _ terms: [Term], _ first: Int, _ seed: UInt64, _ errors: inout [Double]
  ) {
    errors.withUnsafeMutableBufferPointer { errors in
      for (number, term) in terms.enumerated() {
        let start = number * block
        let key = mix(seed &+ mix(term.source &+ 0x9E37_79B9_7F4A_7C15))
        let shift = -term.sigma * term.sigma / 2
        let (sigma, shifts) = (
          NormalLaw.Four(repeating: term.sigma), NormalLaw.Four(repeating: shift)
        )
        for four in stride(from: 0, to: block, by: 4) {
          var shares = NormalLaw.Four()
          for lane in 0..<4 {
            let bits = mix(key &+ UInt64(first + four + lane) &* 0x9E37_79B9_7F4A_7C15)
            // The middle of one of 2^52 equal steps: never 0, never 1.
            shares[lane] = (Double(Int64(bits >> 12)) + 0.5) * 0x1p-52
          }
          let found = Exponential.four(sigma * NormalLaw.quantiles(shares) + shifts)
          for lane in 0..<4 { errors[start + four + lane] = found[lane] }
        }
      }
    }
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

  /// Vigna's SplitMix64, of a number in place of a state.
  @inline(__always)
  private static func mix(_ number: UInt64) -> UInt64 {
    var value = number
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  private static func outcome(_ draws: ArraySlice<Double>) -> Outcome {
    let sorted = draws.sorted()
    // In the order of size, so that the sum owes nothing to threads.
    let count = Double(sorted.count)
    let mean = sorted.reduce(0, +) / count
    let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, count - 1)
    func quantile(_ share: Double) -> Double {
      let place = share * (count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
    return Outcome(
      mean: mean, low: quantile(0.025), middle: quantile(0.5), high: quantile(0.975),
      error: (variance / count).squareRoot())
  }
}

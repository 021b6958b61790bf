import Quantities

/// The numbers that are drawn for sources of error: each from the seed, the source and the number of the draw
/// alone.
///
/// So the same source errs alike in every sum, year and scenario, and neither threads nor the order of
/// anything change a digit.
public struct ErrorDraws: Sendable {
  public let seed: UInt64
  typealias Four = NormalLaw.Four

  /// Draws from a seed.
  public init(seed: UInt64) { self.seed = seed }

  /// Shares of the way through the law of a source, between 0 and 1, both excluded.
  public func shares(of source: UInt64, _ draws: Range<Int>) -> [Double] {
    let key = key(of: source)
    return draws.map { Self.share(key, $0) }
  }

  /// What a source multiplies its parts by in these draws: of mean one.
  public func factors(of error: UncertainSum.Error, _ draws: Range<Int>) -> [Double] {
    // Four at a time: what is beyond is thrown away.
    let size = (draws.count + 3) / 4 * 4
    var factors = [Double](repeating: 1, count: size)
    factors.withUnsafeMutableBufferPointer { fill($0, error, from: draws.lowerBound) }
    factors.removeLast(size - draws.count)
    return factors
  }

  /// Fills a buffer whose length is a multiple of four.
  @inline(__always)
  func fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ error: UncertainSum.Error, from first: Int
  ) {
    let key = key(of: error.source)
    let sigma = error.spread.sigma
    let (scale, shift) = (Four(repeating: sigma), Four(repeating: -sigma * sigma / 2))
    switch error.spread.law {
    case .lognormal:
      each(buffer, key, first) { Exponential.four(scale * NormalLaw.quantiles($0) + shift) }
    case .normal:
      each(buffer, key, first) { Four(repeating: 1) + scale * NormalLaw.quantiles($0) }
    case .uniform:
      let width = Four(repeating: error.spread.halfWidth)
      each(buffer, key, first) { Four(repeating: 1) + width * ($0 + $0 - Four(repeating: 1)) }
    case .triangular:
      let width = error.spread.halfWidth
      each(buffer, key, first) { shares in
        var found = Four()
        for lane in 0..<4 { found[lane] = 1 + width * Self.triangle(shares[lane]) }
        return found
      }
    }
  }

  /// The value of a triangle from −1 to 1 below which a share of it lies.
  static func triangle(_ share: Double) -> Double {
    share < 0.5 ? (2 * share).squareRoot() - 1 : 1 - (2 * (1 - share)).squareRoot()
  }

  @inline(__always)
  private func each(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ key: UInt64, _ first: Int,
    _ value: (Four) -> Four
  ) {
    for place in stride(from: 0, to: buffer.count, by: 4) {
      var shares = Four()
      for lane in 0..<4 { shares[lane] = Self.share(key, first + place + lane) }
      let found = value(shares)
      for lane in 0..<4 { buffer[place + lane] = found[lane] }
    }
  }

  private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

  private func key(of source: UInt64) -> UInt64 {
    Self.mix(seed &+ Self.mix(source &+ Self.golden))
  }

  @inline(__always)
  private static func share(_ key: UInt64, _ draw: Int) -> Double {
    let bits = mix(key &+ UInt64(draw) &* golden)
    // The middle of one of 2^52 equal steps: never 0, never 1.
    return (Double(Int64(bits >> 12)) + 0.5) * 0x1p-52
  }

  /// Vigna's SplitMix64, of a number in place of a state.
  @inline(__always)
  private static func mix(_ number: UInt64) -> UInt64 {
    var value = number
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

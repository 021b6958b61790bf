import Foundation
import Testing
import Uncertainty

/// Sums of what is known only so far: what is shared, what is split, and what goes away in a difference.
struct UncertainSumTests {
  private typealias Part = UncertainSum.Part

  private func part(_ amount: Double, _ errors: (Int, Double)...) -> UncertainSum.Part {
    Part(amount: amount, errors: errors.map { .init(source: UInt64($0.0), Spread(sigma: $0.1)) })
  }

  private func same(_ left: Double, _ right: Double, _ digits: Double = 1e-12) -> Bool {
    abs(left - right) <= digits * max(1, abs(right))
  }

  @Test func `one part has the moments of a lognormal value`() {
    // Mean 100 by what is written; variance 100² (e^σ² − 1).
    let sum = UncertainSum([part(100, (0, 0.3))])
    #expect(sum.amount == 100)
    #expect(same(sum.variance, 10_000 * (exp(0.09) - 1)))
    let interval = sum.interval
    // e^(−σ²/2 ± 1.96 σ).
    #expect(same(interval.low, 100 * exp(-0.045 - 1.959963984540054 * 0.3)))
    #expect(same(interval.high, 100 * exp(-0.045 + 1.959963984540054 * 0.3)))
  }

  @Test func `a percentage is half of the interval around its middle`() {
    let spread = Spread(halfWidth: 0.1)
    #expect(same(spread.halfWidth, 0.1))
    let interval = UncertainSum([part(1000, (0, spread.sigma))]).interval
    #expect(same((interval.high / interval.low).squareRoot(), 1.1))
    // GSD² is two standard deviations of the logarithm.
    #expect(same(Spread(OfficialDeviation(squared: 1.44)).sigma, log(1.2)))
  }

  @Test func `what shares a source errs together, what does not errs apart`() {
    let apart = UncertainSum([part(100, (0, 0.2)), part(300, (1, 0.2))])
    let shared = UncertainSum([part(100, (0, 0.2), (7, 0)), part(300, (0, 0.2))])
    let unit = exp(0.04) - 1
    #expect(same(apart.variance, (10_000 + 90_000) * unit))
    #expect(same(shared.variance, 160_000 * unit))
    #expect(same(apart.variance, apart.independentVariance))
    #expect(same(shared.variance, shared.correlatedVariance))
  }

  @Test func `both bounds hold what is between them`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let parts = (0..<12).map { _ in
        part(
          Double.random(in: 1...100, using: &random),
          (Int.random(in: 0...5, using: &random), Double.random(in: 0...0.5, using: &random)),
          (Int.random(in: 6...9, using: &random), Double.random(in: 0...0.5, using: &random)))
      }
      let sum = UncertainSum(parts)
      #expect(sum.independentVariance <= sum.variance * (1 + 1e-12))
      #expect(sum.variance <= sum.correlatedVariance * (1 + 1e-12))
    }
  }

  @Test(arguments: [2, 3, 12])
  func `a part cut in pieces is as well known as before`(pieces: Int) {
    let rest = part(50, (1, 0.1), (9, 0.4))
    let whole = UncertainSum([part(120, (0, 0.2), (9, 0.3)), rest])
    let cut = UncertainSum(
      (0..<pieces).map { _ in part(120 / Double(pieces), (0, 0.2), (9, 0.3)) } + [rest])
    #expect(same(whole.variance, cut.variance))
    #expect(same(whole.independentVariance, cut.independentVariance))
    #expect(same(whole.correlatedVariance, cut.correlatedVariance))
    #expect(same(whole.interval.high, cut.interval.high))
  }

  /// Set by set of sources, parts give what pairs of parts give.
  @Test func `the variance is that of all pairs of parts`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let parts = (0..<15).map { number -> Part in
        var errors: [(Int, Double)] = [
          (Int.random(in: 0...3, using: &random), Double.random(in: 0.01...0.5, using: &random)),
          (10 + Int.random(in: 0...1, using: &random), 0.3),
        ]
        if Bool.random(using: &random) { errors.append((100 + number, 0.2)) }
        return Part(
          amount: Double.random(in: -20...100, using: &random),
          errors: errors.map { .init(source: UInt64($0.0), Spread(sigma: $0.1)) })
      }
      let sum = UncertainSum(parts)
      var pairs = 0.0
      for left in parts {
        for right in parts {
          var common = 0.0
          for error in left.errors {
            for other in right.errors where other.source == error.source {
              common += error.spread.sigma * other.spread.sigma
            }
          }
          pairs += left.amount * right.amount * (exp(common) - 1)
        }
      }
      #expect(abs(sum.variance - pairs) <= 1e-9 * max(1, abs(pairs)))
    }
  }

  @Test func `thousands of meters with one factor in common take no time`() {
    let parts = (0..<20_000).map { number in
      Part(
        amount: 1 + Double(number % 7),
        errors: [
          .init(source: 1, Spread(sigma: 0.2)),
          .init(source: UInt64(10 + number), Spread(sigma: 0.05)),
        ])
    }
    let sum = UncertainSum(parts)
    // Σ a = a, Σ a² = q: a² (e^0.04 − 1) + q e^0.04 (e^0.0025 − 1).
    let (whole, squares) = (
      parts.reduce(0) { $0 + $1.amount }, parts.reduce(0) { $0 + $1.amount * $1.amount }
    )
    let expected =
      whole * whole * (exp(0.04) - 1) + squares * exp(0.04) * (exp(0.0025) - 1)
    #expect(same(sum.variance / expected, 1, 1e-9))
    #expect(sum.varianceLost(source: 1, scaledBy: 0) > 0.99 * sum.variance)
  }

  /// Nor do thousands of groups that two activities share, each with a factor of its own.
  @Test func `thousands of groups that are met twice take no time`() {
    let (gas, power, group) = (0.1, 0.2, 0.05)
    let amounts = (0..<20_000).map { (1 + Double($0 % 7), 2 + Double($0 % 5)) }
    let sum = UncertainSum(
      amounts.enumerated().flatMap { number, each in
        [
          part(each.0, (1, gas), (10 + number, group)),
          part(each.1, (2, power), (10 + number, group)),
        ]
      })
    // With v = e^σ² − 1: A² v₁ + B² v₂ + Σ ((a + b)² v + a² v v₁ + b² v v₂).
    let (v1, v2, v) = (expm1(gas * gas), expm1(power * power), expm1(group * group))
    let (a, b) = (amounts.reduce(0) { $0 + $1.0 }, amounts.reduce(0) { $0 + $1.1 })
    var expected = a * a * v1 + b * b * v2
    for (a, b) in amounts { expected += v * ((a + b) * (a + b) + a * a * v1 + b * b * v2) }
    #expect(same(sum.variance / expected, 1, 1e-9))
  }

  @Test func `the order of parts and of their errors changes nothing`() {
    let parts = [part(10, (0, 0.1), (5, 0.2)), part(20, (5, 0.2), (1, 0.3)), part(30, (0, 0.1))]
    let sum = UncertainSum(parts)
    for order in [[2, 0, 1], [1, 2, 0], [2, 1, 0]] {
      #expect(same(UncertainSum(order.map { parts[$0] }).variance, sum.variance))
    }
  }

  /// A level known to ±20 %, of which half is cut: the factor is drawn once, so half it is, exactly.
  @Test func `what both sides share is in no difference`() {
    let sigma = Spread(halfWidth: 0.2).sigma
    let before = UncertainSum([part(100, (0, sigma))])
    let after = UncertainSum([part(50, (0, sigma))])
    let half = UncertainSum([part(50, (0, sigma))])
    #expect((after - half).variance == 0)
    #expect((after - half).interval.low == (after - half).amount)
    // The cut is as well known as the level, no better and no worse.
    let cut = before - after
    #expect(same(cut.variance.squareRoot() / cut.amount, before.variance.squareRoot() / 100))
    // Drawn twice, it would seem to be known far less well.
    let apart = before - UncertainSum([part(50, (1, sigma))])
    #expect(apart.variance > 4 * cut.variance)
  }

  @Test(arguments: [0, 0.5, 2])
  func `a source made smaller or larger changes the variance by what it had`(factor: Double) {
    func sum(_ scale: Double) -> UncertainSum {
      UncertainSum([
        part(100, (0, 0.2 * scale), (1, 0.1)), part(50, (0, 0.3 * scale)), part(70, (1, 0.1)),
      ])
    }
    let lost = sum(1).varianceLost(source: 0, scaledBy: factor)
    #expect(same(sum(1).variance - lost, sum(factor).variance, 1e-9))
    #expect(sum(1).varianceLost(source: 9, scaledBy: 0) == 0)
  }

  @Test func `what is known exactly has no interval, and what may be negative a normal one`() {
    let exact = UncertainSum([part(100)])
    #expect(exact.variance == 0 && exact.interval.low == 100 && exact.interval.high == 100)
    let mixed = UncertainSum([part(100, (0, 0.1)), part(-100, (1, 0.1))])
    #expect(same(mixed.interval.low, -mixed.interval.high))
    #expect(UncertainSum([]).parts.isEmpty)
  }

  @Test(arguments: [1, 2, 3, 4])
  func `equal ratings are in the band of their name`(rating: Int) {
    let deviation = OfficialRatings(
      reliability: rating, technical: rating, geographic: rating, temporal: rating,
      completeness: rating
    ).deviation
    #expect(OfficialBand(deviation).rawValue == rating)
    #expect(
      OfficialBand(OfficialDeviation(squared: deviation.squared - 1e-9)).rawValue == rating + 1)
    #expect(OfficialBand(OfficialDeviation(squared: 1)) == .veryGood)
  }
}

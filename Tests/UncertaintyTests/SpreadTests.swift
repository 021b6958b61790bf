import Diagnostics
import Foundation
import Quantities
import Testing

@testable import Uncertainty

/// Laws: their widths, their ends, what they share, and the draws that follow them.
struct SpreadTests {
  private func same(_ left: Double, _ right: Double, _ digits: Double = 1e-12) -> Bool {
    abs(left - right) <= digits * max(1, abs(right))
  }

  @Test(arguments: Quality.Law.allCases)
  func `a half-width is the one that was written`(law: Quality.Law) {
    #expect(same(Spread(halfWidth: 0.2, law).halfWidth, 0.2))
    #expect(Spread(halfWidth: 0, law).sigma == 0)
  }

  /// A uniform value from −w to w has the variance w²/3, a triangle w²/6, a normal one (w/1.96)².
  @Test func `widths become standard deviations`() {
    #expect(same(Spread(halfWidth: 0.3, .uniform).deviation, 0.3 / 3.0.squareRoot()))
    #expect(same(Spread(halfWidth: 0.3, .triangular).deviation, 0.3 / 6.0.squareRoot()))
    #expect(same(Spread(halfWidth: 0.3, .normal).deviation, 0.3 / 1.959963984540054))
    let sigma = log(1.3) / 1.959963984540054
    #expect(same(Spread(halfWidth: 0.3).deviation, (exp(sigma * sigma) - 1).squareRoot()))
  }

  @Test(arguments: Quality.Law.allCases)
  func `draws have the mean, the width and the ends of their law`(law: Quality.Law) {
    let spread = Spread(halfWidth: 0.4, law)
    let draws = ErrorDraws(seed: 9).factors(of: .init(source: 5, spread), 0..<200_000).sorted()
    let mean = draws.reduce(0, +) / 200_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199_999
    // Four standard errors of a mean of 200 000 draws.
    #expect(abs(mean - 1) < 4 * spread.deviation / 200_000.0.squareRoot())
    #expect(abs(variance.squareRoot() / spread.deviation - 1) < 0.01)
    #expect(abs(draws[5_000] - spread.ends.low) < 0.005)
    #expect(abs(draws[195_000] - spread.ends.high) < 0.005)
    if law == .uniform || law == .triangular {
      #expect(draws[0] >= 0.6 && draws[199_999] <= 1.4)
    }
  }

  @Test(arguments: Quality.Law.allCases)
  func `the formula and draws agree on a sum of shared and split parts`(law: Quality.Law) throws {
    let sum = UncertainSum(
      (0..<12).map { number in
        .init(
          amount: Double(10 + number),
          errors: [
            .init(source: UInt64(number % 4), Spread(halfWidth: 0.3, law)),
            .init(source: 100, Spread(halfWidth: 0.2)),
          ])
      })
    let outcome = try #require(Simulation([sum], draws: 100_000, seed: 2).outcomes.first)
    #expect(abs(outcome.mean - sum.amount) < 4 * outcome.error)
    let deviation = outcome.error * 100_000.0.squareRoot()
    #expect(abs(deviation / sum.variance.squareRoot() - 1) < 0.02)
    #expect(abs(outcome.low / sum.interval.low - 1) < 0.02)
    #expect(abs(outcome.high / sum.interval.high - 1) < 0.02)
  }

  @Test func `parts of one law keep it together, parts of several become lognormal`() {
    let uniform = Spread(halfWidth: 0.2, .uniform)
    let half = Spread(ofTogether: [(0.5, uniform), (0.5, Spread(halfWidth: 0.4, .uniform))])
    #expect(half.law == .uniform && same(half.halfWidth, 0.3))
    let mixed = Spread(ofTogether: [(0.5, uniform), (0.5, Spread(halfWidth: 0.2, .normal))])
    #expect(mixed.law == .lognormal)
    #expect(
      same(
        mixed.deviation,
        0.5 * uniform.deviation + 0.5 * Spread(halfWidth: 0.2, .normal).deviation))
  }

  @Test func `what errs together by one law shares all of its variance`() {
    for law in Quality.Law.allCases {
      let spread = Spread(halfWidth: 0.5, law)
      #expect(same(exp(spread.shared(with: spread)) - 1, spread.deviation * spread.deviation))
    }
  }

  /// The key of a source is the FNV-1a hash of its kind, year and name: no run has another one.
  @Test func `a source has the same key wherever it is met`() {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in "factor  bc-1".utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    #expect(ErrorSource(.factor, "bc-1", .init(same: "")).key == hash)
    #expect(
      ErrorSource(.activity, "gas", .init(same: ""), counted: "2022").key
        != ErrorSource(.activity, "gas", .init(same: ""), counted: "2023").key)
  }
}

import Foundation
import TestSupport
import Testing

@testable import Uncertainty

/// Draws: the law they follow, what they agree with, and that nothing but the seed changes them.
struct SimulationTests {
  private func part(_ amount: Double, _ errors: (Int, Double)...) -> UncertainSum.Part {
    .init(amount: amount, errors: errors.map { .init(source: UInt64($0.0), Spread(sigma: $0.1)) })
  }

  @Test(arguments: [
    // Python's statistics.NormalDist().inv_cdf.
    (0.5, 0.0), (0.975, 1.9599639845400536), (0.025, -1.9599639845400536),
    (0.9999, 3.7190164854557088), (1e-12, -7.034483825301131), (0.3, -0.5244005127080409),
  ])
  func `quantiles of the normal law`(share: Double, value: Double) {
    #expect(abs(NormalLaw.quantile(share) - value) < 1e-12 * max(1, abs(value)))
  }

  @Test func `four quantiles at once are those of each`() {
    for start in stride(from: 0.0005, to: 0.999, by: 0.0013) {
      let shares = NormalLaw.Four(start, start / 3, 1 - start / 7, start * 0.999)
      let found = NormalLaw.quantiles(shares)
      for lane in 0..<4 { #expect(found[lane] == NormalLaw.quantile(shares[lane])) }
      // As much lies below as above.
      #expect(abs(found[0] + NormalLaw.quantile(1 - start)) < 1e-12 * max(1, abs(found[0])))
    }
  }

  @Test func `exponentials are those of the library, to fifteen digits`() {
    for x in stride(from: -30.0, through: 30, by: 0.37) {
      let found = Exponential.four(.init(x, -x / 2, x / 1000, 0))
      #expect(abs(found[0] / exp(x) - 1) < 1e-14 && abs(found[1] / exp(-x / 2) - 1) < 1e-14)
      #expect(abs(found[2] - exp(x / 1000)) < 1e-15 && found[3] == 1)
    }
  }

  /// Forty lines of ten activities and five factors.
  private var sum: UncertainSum {
    var random = SplitMix64(seed: 3)
    return UncertainSum(
      (0..<40).map { _ in
        part(
          Double.random(in: 1...50, using: &random),
          (Int.random(in: 0..<10, using: &random), Double.random(in: 0.01...0.3, using: &random)),
          (10 + Int.random(in: 0..<5, using: &random), 0.25))
      })
  }

  @Test func `draws agree with the formula within their own error`() throws {
    let sum = sum
    let outcome = try #require(Simulation([sum], draws: 200_000, seed: 11).outcomes.first)
    #expect(abs(outcome.mean - sum.amount) < 4 * outcome.error)
    // The error of a mean is the standard deviation over the root of the draws.
    let deviation = outcome.error * 200_000.0.squareRoot()
    #expect(abs(deviation / sum.variance.squareRoot() - 1) < 0.02)
    // The sum of lognormal values is nearly one: the ends lie within half a percent.
    #expect(abs(outcome.low / sum.interval.low - 1) < 0.005)
    #expect(abs(outcome.high / sum.interval.high - 1) < 0.005)
    #expect(outcome.low < outcome.middle && outcome.middle < outcome.high)
  }

  @Test func `one lognormal value has its own quantiles`() throws {
    let one = UncertainSum([part(100, (0, 0.5))])
    let outcome = try #require(Simulation([one], draws: 400_000, seed: 5).outcomes.first)
    #expect(abs(outcome.middle / (100 * exp(-0.125)) - 1) < 0.01)
    #expect(abs(outcome.low / one.interval.low - 1) < 0.02)
    #expect(abs(outcome.high / one.interval.high - 1) < 0.02)
  }

  @Test func `the same seed gives the same digits, another one others`() {
    let first = Simulation([sum], draws: 1501, seed: 7).outcomes[0]
    let again = Simulation([sum], draws: 1501, seed: 7).outcomes[0]
    #expect(first.mean == again.mean && first.low == again.low && first.high == again.high)
    #expect(Simulation([sum], draws: 1501, seed: 8).outcomes[0].mean != first.mean)
    // A sum drawn beside others is drawn alike: what errs, errs everywhere.
    let other = UncertainSum([part(10, (3, 0.2))])
    #expect(Simulation([other, sum], draws: 1501, seed: 7).outcomes[1].mean == first.mean)
  }

  @Test(arguments: [1, 2, 3, 7])
  func `the number of threads changes no digit`(threads: Int) {
    let one = Simulation([sum], draws: 2503, seed: 7, threads: 1).outcomes[0]
    let several = Simulation([sum], draws: 2503, seed: 7, threads: threads).outcomes[0]
    #expect(
      [one.mean, one.low, one.middle, one.high, one.error]
        == [several.mean, several.low, several.middle, several.high, several.error])
    let numbers = ErrorDraws(seed: 3)
    func grid(_ threads: Int) -> [[Double]] {
      let grid = DrawGrid(rows: 2, draws: 333, threads: threads) {
        { draws in
          numbers.factors(of: .init(source: 1, Spread(sigma: 0.3)), draws)
            + numbers.shares(of: 2, draws)
        }
      }
      return [Array(grid[0]), Array(grid[1])]
    }
    #expect(grid(threads) == grid(1))
    // Block by block, the numbers are those of one long row.
    #expect(grid(threads)[1] == numbers.shares(of: 2, 0..<333))
  }

  @Test func `what both sums share is in no difference`() {
    let (before, half) = (
      UncertainSum([part(100, (0, 0.2))]), UncertainSum([part(-100, (0, 0.2)), part(50)])
    )
    let nothing = before - UncertainSum([part(100, (0, 0.2))])
    let outcome = Simulation(
      [nothing, UncertainSum(before.parts + half.parts)], draws: 1000, seed: 1
    )
    .outcomes
    #expect(outcome[0].low == 0 && outcome[0].high == 0)
    #expect(outcome[1].low == 50 && outcome[1].high == 50)
  }

  @Test func `nothing to draw is nothing`() {
    #expect(Simulation([], draws: 100, seed: 1).outcomes.isEmpty)
    let exact = Simulation([UncertainSum([part(5)]), UncertainSum([])], draws: 100, seed: 1)
      .outcomes
    #expect(exact[0].low == 5 && exact[0].high == 5 && exact[0].error == 0)
    #expect(exact[1].mean == 0)
  }
}

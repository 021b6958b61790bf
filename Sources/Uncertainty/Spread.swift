public import Inventory
import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How widely one value may be spread around what is written, as the standard deviation of its logarithm.
///
/// The written value is the mean of what it may be: sums of means are means, so that a total stays what it
/// is.
public struct Spread: Hashable, Sendable {
  /// 97.5 % of a normal law lie below so many standard deviations.
  public static let quantile = 1.959963984540054

  /// 0 for what is known exactly.
  public let sigma: Double

  /// A spread from the standard deviation of the logarithm.
  public init(sigma: Double) { self.sigma = max(0, sigma) }

  /// `10 %`: 95 % of the values lie between a middle / 1.1 and the same × 1.1.
  public init(halfWidth: Double) { sigma = log(1 + max(0, halfWidth)) / Self.quantile }

  /// The official arithmetic gives GSD², and calls it 95 %: two standard deviations.
  public init(_ deviation: OfficialDeviation) { sigma = deviation.logarithm / 2 }

  /// What a row says of itself: ratings come before a number, as in the published arithmetic.
  public init(_ quality: Vocabulary.Quality) {
    let isRated = quality.ratings.contains { $0 > 0 }
    if isRated || quality.deviation != nil {
      self.init(OfficialDeviation(quality))
    } else {
      self.init(halfWidth: (quality.halfWidth ?? .zero).toDouble())
    }
  }

  /// The half-width that it is: 0.1 for `10 %`.
  public var halfWidth: Double { exp(Self.quantile * sigma) - 1 }

  /// What the value is multiplied by at either end of its interval.
  var ends: (low: Double, high: Double) {
    let median = exp(-sigma * sigma / 2)
    return (median / exp(Self.quantile * sigma), median * exp(Self.quantile * sigma))
  }
}

public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How widely one value may be spread around what is written.
///
/// The written value is the mean of what it may be: sums of means are means, so that a total stays what it
/// is.
public struct Spread: Hashable, Sendable {
  /// 97.5 % of a normal law lie below so many standard deviations.
  public static let quantile = 1.959963984540054

  public let law: Quality.Law
  /// 0 for what is known exactly; the standard deviation of the logarithm of a lognormal value, that of any
  /// other value in shares of its mean.
  public let sigma: Double

  /// A spread from its standard deviation.
  public init(sigma: Double, _ law: Quality.Law = .lognormal) {
    self.sigma = max(0, sigma)
    self.law = law
  }

  /// `10 %`: 95 % of the values lie between a middle / 1.1 and the same × 1.1, or between 90 % and 110 %
  /// of a normal one; all of them do where the law has ends.
  public init(halfWidth: Double, _ law: Quality.Law = .lognormal) {
    let width = max(0, halfWidth)
    let sigma =
      switch law {
      case .lognormal: log(1 + width) / Self.quantile
      case .normal: width / Self.quantile
      case .triangular: width / 6.0.squareRoot()
      case .uniform: width / 3.0.squareRoot()
      }
    self.init(sigma: sigma, law)
  }

  /// A lognormal value whose standard deviation is this share of its mean.
  public init(deviation: Double) { self.init(sigma: log(1 + deviation * deviation).squareRoot()) }

  /// The official arithmetic gives GSD², and calls it 95 %: two standard deviations.
  public init(_ deviation: OfficialDeviation) { self.init(sigma: deviation.logarithm / 2) }

  /// What a row or a factor says of itself: ratings come before a number, as in the published arithmetic.
  public init(_ quality: Quality) {
    if quality.isRated || quality.deviation != nil {
      self.init(OfficialDeviation(quality))
    } else {
      self.init(halfWidth: (quality.halfWidth ?? .zero).toDouble(), quality.law)
    }
  }

  /// What several parts that err together are spread like, weighed by their amounts.
  ///
  /// Parts of one law keep it; where laws differ, none of them holds for the whole.
  init(ofTogether parts: [(weight: Double, spread: Spread)]) {
    let first = parts.first?.spread.law ?? .lognormal
    if parts.allSatisfy({ $0.spread.law == first }) {
      self.init(sigma: parts.reduce(0) { $0 + $1.weight * $1.spread.sigma }, first)
    } else {
      self.init(deviation: parts.reduce(0) { $0 + $1.weight * $1.spread.deviation })
    }
  }

  /// The standard deviation in shares of the mean.
  public var deviation: Double {
    law == .lognormal ? (exp(sigma * sigma) - 1).squareRoot() : sigma
  }

  /// The half-width that it is: 0.1 for `10 %`.
  public var halfWidth: Double {
    switch law {
    case .lognormal: exp(Self.quantile * sigma) - 1
    case .normal: Self.quantile * sigma
    case .triangular: 6.0.squareRoot() * sigma
    case .uniform: 3.0.squareRoot() * sigma
    }
  }

  /// What the value is multiplied by at either end of its 95 % interval.
  var ends: (low: Double, high: Double) {
    switch law {
    case .lognormal:
      let median = exp(-sigma * sigma / 2)
      return (median / exp(Self.quantile * sigma), median * exp(Self.quantile * sigma))
    case .normal: return (1 - halfWidth, 1 + halfWidth)
    // 2.5 % of a triangle lie in the first √0.05 of its half.
    case .triangular:
      let reach = halfWidth * (1 - 0.05.squareRoot())
      return (1 - reach, 1 + reach)
    case .uniform: return (1 - 0.95 * halfWidth, 1 + 0.95 * halfWidth)
    }
  }

  /// ln E[X Y] of two values of mean one that err together: what they share of their variance.
  func shared(with other: Spread) -> Double {
    if law == .lognormal, other.law == .lognormal { return sigma * other.sigma }
    // Values of different laws move together as far as they can.
    return log(1 + deviation * other.deviation)
  }

  /// The same law, so many times as wide.
  func scaled(by factor: Double) -> Spread { Spread(sigma: sigma * factor, law) }
}

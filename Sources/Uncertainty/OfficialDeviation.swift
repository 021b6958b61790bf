#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How widely a figure may be spread, by the published arithmetic of the Bilan Carbone® method:
/// the 95 % interval of E is [E / GSD², E × GSD²].
public struct OfficialDeviation: Hashable, Sendable {
  /// GSD², at least 1.
  public let squared: Double

  /// A deviation from its square.
  public init(squared: Double) { self.squared = squared }

  /// A quantity times a factor: √(ln² + ln²), each known apart from the other.
  public static func product(
    _ quantity: OfficialDeviation, _ factor: OfficialDeviation
  ) -> OfficialDeviation {
    let sum = logSquared(quantity.squared) + logSquared(factor.squared)
    return OfficialDeviation(squared: exponential(sum.squareRoot()))
  }

  /// A sum of amounts, each with its weight; nil where there is nothing: nothing has no band.
  public static func sum(
    _ parts: [(amount: Double, deviation: OfficialDeviation)]
  ) -> OfficialDeviation? {
    let total = parts.reduce(0) { $0 + $1.amount }
    // Weights of both signs have no meaning here: near zero they would make anything of nothing.
    let isOneSign = parts.allSatisfy { $0.amount >= 0 } || parts.allSatisfy { $0.amount <= 0 }
    guard total != 0, isOneSign else { return nil }
    let sum = parts.reduce(0.0) { sum, part in
      let weight = part.amount / total
      return sum + weight * weight * logSquared(part.deviation.squared)
    }
    return OfficialDeviation(squared: exponential(sum.squareRoot()))
  }

  /// What independent parts give together, each as its weight times the logarithm of its GSD².
  public init(ofIndependent terms: [Double]) {
    squared = exponential(terms.reduce(0.0) { $0 + $1 * $1 }.squareRoot())
  }

  /// ln GSD².
  public var logarithm: Double { log(squared) }

  /// `+x %`: GSD² − 1.
  public var excess: Double { squared - 1 }
}

func logSquared(_ value: Double) -> Double {
  let logarithm = log(value)
  return logarithm * logarithm
}

func exponential(_ value: Double) -> Double { exp(value) }

/// A product of powers of base dimensions: what must agree before two quantities are added.
public struct Dimension: Hashable, Sendable {
  /// One base dimension with its exponent.
  public struct Factor: Hashable, Sendable {
    /// The base dimension.
    public let base: BaseDimension
    /// The exponent, never zero.
    public let exponent: Int
  }

  /// The factors, sorted, each base once.
  public let factors: [Factor]

  /// A base dimension itself.
  public init(_ base: BaseDimension) { factors = [Factor(base: base, exponent: 1)] }

  private init(exponents: [BaseDimension: Int]) {
    factors = exponents.filter { $0.value != 0 }
      .map { Factor(base: $0.key, exponent: $0.value) }
      .sorted { $0.base < $1.base }
  }

  /// Pure numbers and percentages.
  public static let dimensionless = Dimension(exponents: [:])

  /// True for pure numbers and percentages.
  public var isDimensionless: Bool { factors.isEmpty }

  private func combined(with other: Dimension, sign: Int) -> Dimension {
    var exponents: [BaseDimension: Int] = [:]
    for factor in factors { exponents[factor.base] = factor.exponent }
    for factor in other.factors { exponents[factor.base, default: 0] += sign * factor.exponent }
    return Dimension(exponents: exponents)
  }

  /// The dimension of a product.
  public static func * (left: Dimension, right: Dimension) -> Dimension {
    left.combined(with: right, sign: 1)
  }

  /// The dimension of a quotient.
  public static func / (left: Dimension, right: Dimension) -> Dimension {
    left.combined(with: right, sign: -1)
  }
}

extension Dimension: CustomStringConvertible {
  /// `emission/energy PCS`, `length·passenger`, `1` for pure numbers.
  public var description: String {
    func product(_ sign: Int) -> String {
      factors.filter { $0.exponent * sign > 0 }.map { factor in
        let power = factor.exponent * sign
        return power == 1 ? "\(factor.base)" : "\(factor.base)^\(power)"
      }.joined(separator: "·")
    }
    let (above, below) = (product(1), product(-1))
    let numerator = above.isEmpty ? "1" : above
    return below.isEmpty ? numerator : "\(numerator)/\(below)"
  }
}

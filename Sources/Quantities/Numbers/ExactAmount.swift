/// An emission or any other product of a number and a coefficient, and sums of them: 30 decimals.
///
/// Nothing is ever rounded while adding, so a total depends neither on the order of the rows nor
/// on how many parts it was gathered in.
public struct ExactAmount: Hashable, Comparable, AdditiveArithmetic, Sendable {
  /// The decimals every amount carries: those of a number and of a coefficient.
  public static let scale = Number.scale + Coefficient.scale
  /// 10^18: from a number to an amount.
  private static let coefficientUnit: Int128 = 1_000_000_000_000_000_000

  /// The value x 10^30.
  public var mantissa: Int256

  /// The amount `mantissa` / 10^30.
  public init(mantissa: Int256) { self.mantissa = mantissa }

  /// The exact product.
  public init(_ quantity: Number, times coefficient: Coefficient) {
    mantissa = Int256.product(quantity.mantissa, coefficient.mantissa)
  }

  /// The exact product of a sum of quantities, given x 10^12.
  public init(quantitySum: Int128, times coefficient: Coefficient) {
    mantissa = Int256.product(quantitySum, coefficient.mantissa)
  }

  /// The same value, wider.
  public init(_ number: Number) {
    mantissa = Int256.product(number.mantissa, Self.coefficientUnit)
  }

  /// Zero.
  public static let zero = ExactAmount(mantissa: .zero)

  /// True for zero.
  public var isZero: Bool { mantissa.isZero }
  /// True below zero.
  public var isNegative: Bool { mantissa.isNegative }

  /// Orders by value.
  public static func < (left: ExactAmount, right: ExactAmount) -> Bool {
    left.mantissa < right.mantissa
  }
  /// The exact sum.
  public static func + (left: ExactAmount, right: ExactAmount) -> ExactAmount {
    ExactAmount(mantissa: left.mantissa + right.mantissa)
  }
  /// The exact difference.
  public static func - (left: ExactAmount, right: ExactAmount) -> ExactAmount {
    ExactAmount(mantissa: left.mantissa - right.mantissa)
  }
  /// The opposite.
  public static prefix func - (value: ExactAmount) -> ExactAmount {
    ExactAmount(mantissa: -value.mantissa)
  }

  /// How far from zero.
  public var magnitude: ExactAmount { isNegative ? -self : self }

  /// The value in full, zeros at the end of the decimals cut: `3294519`, `0.0344`.
  public var exactText: String {
    DecimalLayout.plain.text(
      mantissa.magnitude, scale: Self.scale, isNegative: isNegative, trimmed: true)
  }

  /// The value x 10^`decimals`, rounded half away from zero; `decimals` in `-8...45`.
  public func rounded(decimals: Int) -> Int256 {
    precondition((-8...45).contains(decimals), "decimals out of range")
    if decimals <= Self.scale {
      return mantissa.dividedRounded(by: PowerOfTen.signed(Self.scale - decimals))
    }
    return widened(to: decimals)
  }

  /// The value x 10^`decimals`, cut towards zero; `decimals` in `-8...45`.
  public func truncated(decimals: Int) -> Int256 {
    precondition((-8...45).contains(decimals), "decimals out of range")
    if decimals <= Self.scale {
      let divisor = PowerOfTen.signed(Self.scale - decimals)
      return mantissa.quotientAndRemainder(dividingBy: divisor).quotient
    }
    return widened(to: decimals)
  }

  private func widened(to decimals: Int) -> Int256 {
    guard let wider = mantissa.multiplied(by: PowerOfTen.signed(decimals - Self.scale)) else {
      preconditionFailure("more decimals than 256 bits hold")
    }
    return wider
  }

  /// The nearest number, rounded half away from zero to twelve decimals; nil when too large.
  public func roundedNumber() -> Number? {
    rounded(decimals: Number.scale).asInt128.map(Number.init(mantissa:))
  }

  /// The amount for each of `n`, rounded half away from zero at 30 decimals; nil for none.
  public func divided(by n: Number) -> ExactAmount? {
    guard !n.isZero else { return nil }
    return multiplied(by: Number.unitMantissa, over: n.mantissa)
  }

  /// The product, rounded half away from zero at 30 decimals; nil on overflow.
  public func multiplied(by ratio: Ratio) -> ExactAmount? {
    multiplied(by: ratio.numerator, over: ratio.denominator)
  }

  /// Multiplies then divides with one rounding, although the product may need 384 bits.
  private func multiplied(by numerator: Int128, over denominator: Int128) -> ExactAmount? {
    // x n/d = q n + r n/d with x = q d + r: only the second part is ever rounded.
    let parts = mantissa.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    let (high, low) = parts.remainder.multipliedFullWidth(by: numerator.magnitude)
    let rest = UInt256(high: high, low: low).dividedRounded(by: denominator.magnitude)
    guard
      let whole = parts.quotient.multiplied(by: numerator.magnitude),
      let sum = whole.adding(rest),
      let result = Int256(
        magnitude: sum, isNegative: isNegative != ((numerator < 0) != (denominator < 0)))
    else { return nil }
    return ExactAmount(mantissa: result)
  }

  /// The nearest `Double`, for drawing and for statistics only.
  public func toDouble() -> Double {
    let distance = mantissa.magnitude.toDouble(dividedBy: PowerOfTen.unsigned(Self.scale))
    return isNegative ? -distance : distance
  }

  /// What part of `whole` an amount is, or nil when there is no whole.
  public static func share(_ part: ExactAmount, of whole: ExactAmount) -> Double? {
    whole.isZero ? nil : part.mantissa.toDouble() / whole.mantissa.toDouble()
  }
}

extension ExactAmount: CustomStringConvertible {
  /// The value in full, as `exactText`.
  public var description: String { exactText }
}

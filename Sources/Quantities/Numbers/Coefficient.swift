/// What one unit of activity weighs: conversion ratio x factor value, rounded once to 18 decimals.
///
/// Rounding happens here and nowhere later: quantity x coefficient is exact, so summing first or
/// multiplying first gives the same total.
public struct Coefficient: Hashable, Comparable, Sendable {
  /// The decimals every coefficient carries.
  public static let scale = 18
  /// 10^6: from the decimals of a number to those of a coefficient.
  private static let extraScale: Int128 = 1_000_000

  /// The value x 10^18.
  public var mantissa: Int128

  /// The coefficient `mantissa` / 10^18.
  public init(mantissa: Int128) { self.mantissa = mantissa }

  /// Zero.
  public static let zero = Coefficient(mantissa: 0)

  /// The product rounded half away from zero; nil when it does not fit.
  public init?(value: Number, ratio: Ratio) {
    guard
      let scaled = Int256.product(value.mantissa, ratio.numerator)
        .multiplied(by: Self.extraScale),
      let mantissa = scaled.dividedRounded(by: ratio.denominator).asInt128
    else { return nil }
    self.mantissa = mantissa
  }

  /// True for zero.
  public var isZero: Bool { mantissa == 0 }
  /// True below zero.
  public var isNegative: Bool { mantissa < 0 }

  /// Orders by value.
  public static func < (left: Coefficient, right: Coefficient) -> Bool {
    left.mantissa < right.mantissa
  }
}

extension Coefficient: CustomStringConvertible {
  /// The shortest plain decimal: point, no group, no exponent.
  public var description: String {
    DecimalLayout.plain.text(
      UInt256(high: 0, low: mantissa.magnitude), scale: Self.scale, isNegative: isNegative,
      trimmed: true)
  }
}

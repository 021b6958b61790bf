/// An exact fraction in lowest terms: conversions, shares and factors that no decimal holds.
public struct Ratio: Hashable, Sendable {
  /// The signed numerator.
  public let numerator: Int128
  /// The denominator, always above zero.
  public let denominator: Int128

  /// The fraction in lowest terms, or nil when the denominator is zero or the sign does not fit.
  public init?(exactly numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    guard
      let top = Int128(exactly: numerator.magnitude / divisor),
      let bottom = Int128(exactly: denominator.magnitude / divisor)
    else { return nil }
    self.numerator = (numerator < 0) != (denominator < 0) ? -top : top
    self.denominator = bottom
  }

  /// The fraction in lowest terms; the denominator must not be zero.
  public init(_ numerator: Int128, _ denominator: Int128) {
    guard let ratio = Ratio(exactly: numerator, over: denominator) else {
      preconditionFailure("a ratio needs a denominator other than zero")
    }
    self = ratio
  }

  /// The fraction in lowest terms; the denominator must not be zero.
  public init(_ numerator: Int, _ denominator: Int) {
    self.init(Int128(numerator), Int128(denominator))
  }

  /// The exact value of a number.
  public init(_ number: Number) { self.init(number.mantissa, Number.unitMantissa) }

  /// A whole number.
  public init(_ integer: Int) { self.init(Int128(integer), 1) }

  /// Reads a strict plain literal, `0.45359237` or `4.00E-03`; nil for any other form.
  public init?(_ text: String) {
    var text = text
    guard let literal = text.withUTF8({ DecimalLiteral($0) }) else { return nil }
    let decimals = max(0, -literal.exponent)
    guard
      decimals <= PowerOfTen.largestExponent,
      let mantissa = literal.mantissa(scale: decimals),
      let ratio = Ratio(exactly: mantissa, over: PowerOfTen.signed(decimals))
    else { return nil }
    self = ratio
  }

  /// Zero.
  public static let zero = Ratio(Int128(0), Int128(1))
  /// One.
  public static let one = Ratio(Int128(1), Int128(1))

  /// True for zero.
  public var isZero: Bool { numerator == 0 }
  /// True below zero.
  public var isNegative: Bool { numerator < 0 }

  /// One over the ratio, or nil for zero.
  public var inverse: Ratio? { Ratio(exactly: denominator, over: numerator) }

  /// The product, or nil on overflow.
  public static func * (left: Ratio, right: Ratio) -> Ratio? {
    // Reducing across first keeps the intermediates as small as the result.
    let first = greatestCommonDivisor(left.numerator.magnitude, right.denominator.magnitude)
    let second = greatestCommonDivisor(right.numerator.magnitude, left.denominator.magnitude)
    let (top, topOverflow) = (left.numerator / Int128(first))
      .multipliedReportingOverflow(by: right.numerator / Int128(second))
    let (bottom, bottomOverflow) = (left.denominator / Int128(second))
      .multipliedReportingOverflow(by: right.denominator / Int128(first))
    guard !topOverflow, !bottomOverflow else { return nil }
    return Ratio(exactly: top, over: bottom)
  }

  /// The quotient, or nil on overflow and for a division by zero.
  public static func / (left: Ratio, right: Ratio) -> Ratio? {
    guard let inverse = right.inverse else { return nil }
    return left * inverse
  }

  /// The sum, or nil on overflow.
  public static func + (left: Ratio, right: Ratio) -> Ratio? {
    let divisor = Int128(
      greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let (a, aOverflow) = left.numerator
      .multipliedReportingOverflow(by: right.denominator / divisor)
    let (b, bOverflow) = right.numerator
      .multipliedReportingOverflow(by: left.denominator / divisor)
    let (top, topOverflow) = a.addingReportingOverflow(b)
    let (bottom, bottomOverflow) = left.denominator
      .multipliedReportingOverflow(by: right.denominator / divisor)
    guard !aOverflow, !bOverflow, !topOverflow, !bottomOverflow else { return nil }
    return Ratio(exactly: top, over: bottom)
  }

  /// The difference, or nil on overflow.
  public static func - (left: Ratio, right: Ratio) -> Ratio? { left + (-right) }

  /// The opposite.
  public static prefix func - (value: Ratio) -> Ratio {
    Ratio(-value.numerator, value.denominator)
  }

  /// The nearest `Double`, for drawing and for statistics only.
  public func toDouble() -> Double {
    let distance = UInt256(high: 0, low: numerator.magnitude)
      .toDouble(dividedBy: denominator.magnitude)
    return isNegative ? -distance : distance
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

extension Ratio: Comparable {
  /// Orders by value.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    Int256.product(left.numerator, right.denominator)
      < Int256.product(right.numerator, left.denominator)
  }
}

extension Ratio: CustomStringConvertible {
  /// `3600`, or `18/5` when it is not whole.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

/// A signed 256-bit integer: exact products of two 128-bit mantissas, and sums of them.
///
/// Exactness is what makes a total independent of the order of its rows. Arithmetic traps on
/// overflow, which values limited to 10^18 at the door cannot reach.
public struct Int256: Hashable, Comparable, AdditiveArithmetic, Sendable {
  /// The upper 128 bits, with the sign.
  public var high: Int128
  /// The lower 128 bits.
  public var low: UInt128

  /// The integer `high` x 2^128 + `low`.
  public init(high: Int128, low: UInt128) {
    self.high = high
    self.low = low
  }

  /// The same value, wider.
  public init(_ value: Int128) {
    high = value < 0 ? -1 : 0
    low = UInt128(truncatingIfNeeded: value)
  }

  /// The signed integer of a magnitude, or nil when it does not fit.
  init?(magnitude: UInt256, isNegative: Bool) {
    if magnitude.high >> 127 != 0 {
      guard isNegative, magnitude.high == 1 << 127, magnitude.low == 0 else { return nil }
      self.init(high: .min, low: 0)
      return
    }
    let positive = Int256(high: Int128(magnitude.high), low: magnitude.low)
    self = isNegative ? -positive : positive
  }

  /// Zero.
  public static let zero = Int256(high: 0, low: 0)

  /// True below zero.
  public var isNegative: Bool { high < 0 }

  /// True for zero.
  public var isZero: Bool { high == 0 && low == 0 }

  /// The distance from zero.
  var magnitude: UInt256 {
    if high >= 0 { return UInt256(high: UInt128(high), low: low) }
    let (newLow, carry) = (~low).addingReportingOverflow(1)
    return UInt256(high: UInt128(truncatingIfNeeded: ~high) &+ (carry ? 1 : 0), low: newLow)
  }

  /// The same value in 128 bits, or nil when it does not fit.
  public var asInt128: Int128? {
    let narrow = Int128(truncatingIfNeeded: low)
    return high == (narrow < 0 ? -1 : 0) ? narrow : nil
  }

  /// Orders by value.
  public static func < (left: Int256, right: Int256) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  /// The sum; traps on overflow.
  public static func + (left: Int256, right: Int256) -> Int256 {
    let (low, carry) = left.low.addingReportingOverflow(right.low)
    let (partial, overflow) = left.high.addingReportingOverflow(right.high)
    guard carry else {
      precondition(!overflow, "256-bit sum overflows")
      return Int256(high: partial, low: low)
    }
    // The carry can bring a sum that went one below the range back into it.
    let (high, carryOverflow) = partial.addingReportingOverflow(1)
    precondition(overflow == carryOverflow, "256-bit sum overflows")
    return Int256(high: high, low: low)
  }

  /// The difference; traps on overflow.
  public static func - (left: Int256, right: Int256) -> Int256 {
    let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
    let (partial, overflow) = left.high.subtractingReportingOverflow(right.high)
    guard borrow else {
      precondition(!overflow, "256-bit difference overflows")
      return Int256(high: partial, low: low)
    }
    let (high, borrowOverflow) = partial.subtractingReportingOverflow(1)
    precondition(overflow == borrowOverflow, "256-bit difference overflows")
    return Int256(high: high, low: low)
  }

  /// The opposite; traps for the smallest value, which has none.
  public static prefix func - (value: Int256) -> Int256 { zero - value }

  /// The exact product of two 128-bit integers.
  public static func product(_ left: Int128, _ right: Int128) -> Int256 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return Int256(high: high, low: low)
  }

  /// The product, or nil on overflow.
  public func multiplied(by factor: Int128) -> Int256? {
    guard let product = magnitude.multiplied(by: factor.magnitude) else { return nil }
    return Int256(magnitude: product, isNegative: isNegative != (factor < 0))
  }

  /// The quotient rounded half away from zero; `divisor` must be above zero.
  public func dividedRounded(by divisor: Int128) -> Int256 {
    precondition(divisor > 0, "the divisor must be above zero")
    let rounded = magnitude.dividedRounded(by: UInt128(divisor))
    guard let result = Int256(magnitude: rounded, isNegative: isNegative) else {
      preconditionFailure("a rounded quotient is never larger than its dividend")
    }
    return result
  }

  /// Quotient and remainder rounded towards zero; `divisor` must be above zero.
  public func quotientAndRemainder(
    dividingBy divisor: Int128
  ) -> (quotient: Int256, remainder: Int128) {
    precondition(divisor > 0, "the divisor must be above zero")
    let parts = magnitude.quotientAndRemainder(dividingBy: UInt128(divisor))
    guard let quotient = Int256(magnitude: parts.quotient, isNegative: isNegative) else {
      preconditionFailure("a quotient is never larger than its dividend")
    }
    let remainder = Int128(parts.remainder)
    return (quotient, isNegative ? -remainder : remainder)
  }

  /// The nearest `Double`.
  public func toDouble() -> Double {
    let distance = magnitude.toDouble()
    return isNegative ? -distance : distance
  }
}

extension Int256: CustomStringConvertible {
  /// The integer in decimal digits.
  public var description: String {
    DecimalLayout.plain.text(magnitude, scale: 0, isNegative: isNegative)
  }
}

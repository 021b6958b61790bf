/// An exact decimal with twelve decimals: what is read from files and shown to people.
///
/// Values are limited to |x| < 10^18 where they enter; adding well over a hundred million of the
/// largest still fits, and an addition that would not fit stops instead of wrapping round.
public struct Number: Hashable, Comparable, AdditiveArithmetic, Sendable {
  /// The decimals every value carries.
  public static let scale = 12
  /// The limit at the door, 10^18, as a mantissa.
  static let mantissaLimit: UInt128 = 1_000_000_000_000_000_000 * 1_000_000_000_000
  /// One, as a mantissa.
  static let unitMantissa: Int128 = 1_000_000_000_000

  /// The value x 10^12.
  public var mantissa: Int128

  /// The number `mantissa` / 10^12.
  public init(mantissa: Int128) { self.mantissa = mantissa }

  /// A whole number.
  public init(_ integer: Int) { mantissa = Int128(integer) * Self.unitMantissa }

  /// The ratio rounded half away from zero to twelve decimals, or nil when it is too large.
  public init?(rounding ratio: Ratio) {
    guard let rounded = Number.one.multiplied(by: ratio) else { return nil }
    self = rounded
  }

  /// The ratio when twelve decimals hold it exactly, else nil.
  public init?(exactly ratio: Ratio) {
    guard Self.unitMantissa % ratio.denominator == 0 else { return nil }
    let factor = Self.unitMantissa / ratio.denominator
    let (mantissa, overflow) = ratio.numerator.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    self.mantissa = mantissa
  }

  /// Zero.
  public static let zero = Number(mantissa: 0)
  /// One.
  public static let one = Number(mantissa: unitMantissa)

  /// True below zero.
  public var isNegative: Bool { mantissa < 0 }
  /// True for zero.
  public var isZero: Bool { mantissa == 0 }

  /// Orders by value.
  public static func < (left: Number, right: Number) -> Bool { left.mantissa < right.mantissa }
  /// The sum; traps on overflow.
  public static func + (left: Number, right: Number) -> Number {
    Number(mantissa: left.mantissa + right.mantissa)
  }
  /// The difference; traps on overflow.
  public static func - (left: Number, right: Number) -> Number {
    Number(mantissa: left.mantissa - right.mantissa)
  }
  /// The opposite.
  public static prefix func - (value: Number) -> Number { Number(mantissa: -value.mantissa) }

  /// The product rounded once, half away from zero; nil when it does not fit.
  public func multiplied(by ratio: Ratio) -> Number? {
    Int256.product(mantissa, ratio.numerator).dividedRounded(by: ratio.denominator).asInt128
      .map(Number.init(mantissa:))
  }

  /// The part that falls between the marks `a` and `b` of a length cut in `n` equal steps.
  ///
  /// Rounding is cumulative, round(x b/n) - round(x a/n), so the parts of any cut of `0...n` add
  /// up to the whole exactly. `n` must be above zero.
  public func share(from a: Int, to b: Int, of n: Int) -> Number {
    precondition(n > 0, "a share needs at least one step")
    let upper = Int256.product(mantissa, Int128(b)).dividedRounded(by: Int128(n))
    let lower = Int256.product(mantissa, Int128(a)).dividedRounded(by: Int128(n))
    guard let part = (upper - lower).asInt128 else {
      preconditionFailure("a share is not larger than what is shared")
    }
    return Number(mantissa: part)
  }

  /// The nearest `Double`, for drawing and for statistics only.
  public func toDouble() -> Double {
    let distance = UInt256(high: 0, low: mantissa.magnitude)
      .toDouble(dividedBy: UInt128(Self.unitMantissa))
    return isNegative ? -distance : distance
  }
}

extension Number {
  /// Reads a strict plain literal, `1234.56`, `-0.5` or `4.00E-03`; nil unless it is exact.
  public init?(_ text: String) {
    var text = text
    guard let number = text.withUTF8({ Number(literal: $0) }) else { return nil }
    self = number
  }

  /// Reads a strict plain literal from bytes; nil unless twelve decimals hold it exactly.
  public init?(literal bytes: UnsafeBufferPointer<UInt8>) {
    guard
      let mantissa = DecimalLiteral(bytes)?.mantissa(scale: Self.scale),
      mantissa.magnitude < Self.mantissaLimit
    else { return nil }
    self.mantissa = mantissa
  }
}

extension Number: CustomStringConvertible {
  /// The shortest plain decimal: point, no group, no exponent.
  public var description: String {
    DecimalLayout.plain.text(
      UInt256(high: 0, low: mantissa.magnitude), scale: Self.scale, isNegative: isNegative,
      trimmed: true)
  }
}

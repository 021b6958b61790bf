/// Decimal digits gathered one by one: up to 38 significant ones exactly, the rest counted.
///
/// The first nineteen stay in one machine word, which is all that nearly every number needs.
struct DigitAccumulator {
  private(set) var word: UInt64 = 0
  private(set) var wide: UInt128 = 0
  /// How many significant digits are held, at most 38.
  private(set) var significant = 0
  /// How many digits came after the 38th and were not kept.
  private(set) var ignored = 0
  /// True when one of the digits not kept was other than 0.
  private(set) var ignoredValue = false

  /// The digits held, as an integer.
  var magnitude: UInt128 { significant <= 19 ? UInt128(word) : wide }

  /// Takes one more digit, 0...9.
  @inline(__always)
  mutating func append(_ digit: UInt8) {
    if significant < 19 {
      word = word &* 10 &+ UInt64(digit)
      if word != 0 { significant += 1 }
    } else {
      appendWide(digit)
    }
  }

  private mutating func appendWide(_ digit: UInt8) {
    guard significant < PowerOfTen.largestExponent else {
      ignored += 1
      if digit != 0 { ignoredValue = true }
      return
    }
    if significant == 19 { wide = UInt128(word) }
    wide = wide * 10 + UInt128(digit)
    significant += 1
  }
}

/// A strict decimal literal of shipped data: `1234.56`, `-0.5`, `4.00E-03`; value digits x 10^exponent.
struct DecimalLiteral {
  var isNegative: Bool
  var magnitude: UInt128
  var exponent: Int

  /// Reads the whole of `bytes`; nil for any other form, and beyond 38 significant digits.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var digits = DigitAccumulator()
    func run() -> Int {
      let start = index
      while index < bytes.count, bytes[index] &- 0x30 < 10 {
        digits.append(bytes[index] &- 0x30)
        index += 1
      }
      return index - start
    }
    guard run() > 0 else { return nil }
    var decimals = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      decimals = run()
      guard decimals > 0 else { return nil }
    }
    guard digits.ignored == 0 else { return nil }
    magnitude = digits.magnitude
    exponent = -decimals
    if index < bytes.count {
      guard let power = Self.exponent(bytes, from: index) else { return nil }
      exponent += power
    }
  }

  /// The power of ten written as `e5`, `E-03`, up to the end; nil for any other form.
  private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var index = start + 1
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count, bytes.count - index <= 4 else { return nil }
    var power = 0
    while index < bytes.count {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      power = power * 10 + Int(digit)
      index += 1
    }
    return isNegative ? -power : power
  }

  /// The integer digits x 10^(exponent + scale), or nil when it is not one or does not fit.
  func mantissa(scale: Int) -> Int128? {
    guard magnitude != 0 else { return 0 }
    let shift = exponent + scale
    guard abs(shift) <= PowerOfTen.largestExponent else { return nil }
    let power = PowerOfTen.unsigned(abs(shift))
    let scaled: UInt128
    if shift >= 0 {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: power)
      guard !overflow else { return nil }
      scaled = product
    } else {
      let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: power)
      guard remainder == 0 else { return nil }
      scaled = quotient
    }
    guard let value = Int128(exactly: scaled) else { return nil }
    return isNegative ? -value : value
  }
}

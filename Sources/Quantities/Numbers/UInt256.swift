/// An unsigned 256-bit magnitude: what products are made of before they are rounded.
struct UInt256: Hashable, Comparable, Sendable {
  /// The upper 128 bits.
  var high: UInt128
  /// The lower 128 bits.
  var low: UInt128

  /// Zero.
  static let zero = UInt256(high: 0, low: 0)

  /// True for zero.
  var isZero: Bool { high == 0 && low == 0 }

  /// Orders by value.
  static func < (left: UInt256, right: UInt256) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  /// The number of zero bits above the highest one.
  var leadingZeroBitCount: Int {
    high != 0 ? high.leadingZeroBitCount : 128 + low.leadingZeroBitCount
  }

  /// The sum, or nil when it needs more than 256 bits.
  func adding(_ other: UInt256) -> UInt256? {
    let (newLow, carry) = low.addingReportingOverflow(other.low)
    let (partial, firstOverflow) = high.addingReportingOverflow(other.high)
    let (newHigh, secondOverflow) = partial.addingReportingOverflow(carry ? 1 : 0)
    return firstOverflow || secondOverflow ? nil : UInt256(high: newHigh, low: newLow)
  }

  /// The product, or nil when it needs more than 256 bits.
  func multiplied(by factor: UInt128) -> UInt256? {
    let lower = low.multipliedFullWidth(by: factor)
    let (upper, overflow) = high.multipliedReportingOverflow(by: factor)
    let (newHigh, carry) = upper.addingReportingOverflow(lower.high)
    return overflow || carry ? nil : UInt256(high: newHigh, low: lower.low)
  }

  /// The bits moved up by `count`, which must be in `0..<256`; bits that leave the top are lost.
  func shiftedLeft(by count: Int) -> UInt256 {
    if count == 0 { return self }
    if count >= 128 { return UInt256(high: low << UInt128(count - 128), low: 0) }
    let shift = UInt128(count)
    return UInt256(high: high << shift | low >> (128 - shift), low: low << shift)
  }

  /// Quotient and remainder of the division by a `divisor` above zero.
  func quotientAndRemainder(
    dividingBy divisor: UInt128
  ) -> (quotient: UInt256, remainder: UInt128) {
    if high == 0 {
      let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
      return (UInt256(high: 0, low: quotient), remainder)
    }
    let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
    let (lower, remainder) = divisor.dividingFullWidth((rest, low))
    return (UInt256(high: upper, low: lower), remainder)
  }

  /// The quotient rounded to the nearest integer, halves up; `divisor` must be above zero.
  func dividedRounded(by divisor: UInt128) -> UInt256 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    // remainder >= divisor - remainder says 2 x remainder >= divisor and cannot overflow.
    guard remainder != 0, remainder >= divisor - remainder else { return quotient }
    let (low, carry) = quotient.low.addingReportingOverflow(1)
    return UInt256(high: quotient.high + (carry ? 1 : 0), low: low)
  }

  /// Divides in place by one machine word and returns the remainder.
  mutating func divide(byWord divisor: UInt64) -> UInt64 {
    if high == 0 && low <= UInt128(UInt64.max) {
      let word = UInt64(truncatingIfNeeded: low)
      low = UInt128(word / divisor)
      return word % divisor
    }
    var remainder: UInt64 = 0
    func next(_ word: UInt128) -> UInt128 {
      let step = divisor.dividingFullWidth((remainder, UInt64(truncatingIfNeeded: word)))
      remainder = step.remainder
      return UInt128(step.quotient)
    }
    let upper = next(high >> 64) << 64
    high = upper | next(high)
    let lower = next(low >> 64) << 64
    low = lower | next(low)
    return remainder
  }

  /// The nearest `Double` to `self / divisor`, correctly rounded; `divisor` must be above zero.
  func toDouble(dividedBy divisor: UInt128 = 1) -> Double {
    if isZero { return 0 }
    // Filling all 256 bits first leaves at least 129 bits of quotient, 65 more than are kept.
    let shift = leadingZeroBitCount
    let (quotient, remainder) = shiftedLeft(by: shift).quotientAndRemainder(dividingBy: divisor)
    let zeros = quotient.leadingZeroBitCount
    let filled = quotient.shiftedLeft(by: zeros)
    let top = UInt64(truncatingIfNeeded: filled.high >> 64)
    let rest = UInt64(truncatingIfNeeded: filled.high) != 0 || filled.low != 0 || remainder != 0
    // The last of 64 bits stands for everything below: 53 are kept, so it only breaks ties.
    let significand = Double(rest ? top | 1 : top)
    return Double(sign: .plus, exponent: 192 - zeros - shift, significand: significand)
  }
}

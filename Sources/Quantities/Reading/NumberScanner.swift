/// One pass over the bytes of a number whose decimal mark is known.
struct NumberScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// The decimal mark, 0 when there is none.
  private let decimalMark: UInt8
  /// The mark allowed between groups besides spaces, 0 when there is none.
  private let groupMark: UInt8
  private let allowsExponent: Bool

  private var index: Int
  private var digits = DigitAccumulator()
  /// Digits since the last mark or since the start.
  private var run = 0
  private var lastGroupOffset = -1
  /// 0x20 for any space, else the mark itself.
  private var groupKind: UInt8 = 0
  private var markOffset = -1
  private var exponent = 0

  /// A scanner of `range`, which holds no blanks at its ends.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, decimalMark: UInt8, groupMark: UInt8,
    allowsExponent: Bool
  ) {
    self.bytes = bytes
    self.end = range.upperBound
    self.index = range.lowerBound
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.allowsExponent = allowsExponent
  }

  /// Reads the whole range.
  mutating func scan() -> Result<NumberReading, NumberProblem> {
    let isNegative = takeSign()
    let first = index
    if let problem = checkStart() { return .failure(problem) }
    while index < end {
      let byte = bytes[index]
      let digit = byte &- 0x30
      if digit < 10 {
        digits.append(digit)
        run += 1
        index += 1
      } else if byte == decimalMark && markOffset < 0 {
        if let problem = closeGroup() { return .failure(problem) }
        markOffset = index
        run = 0
        index += 1
      } else if let problem = takeOther(byte, first: first) {
        return .failure(problem)
      }
    }
    if let problem = checkEnd() { return .failure(problem) }
    return scaled(isNegative: isNegative)
  }

  private mutating func takeSign() -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "-"):
      index += 1
      return true
    case UInt8(ascii: "+"):
      index += 1
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92:
      index += 3  // U+2212, the minus sign of typeset tables
      return true
    default: break
    }
    return false
  }

  /// A number begins with a digit, or with its decimal mark and a digit.
  private func checkStart() -> NumberProblem? {
    guard index < end else { return .notANumber(offset: index - 1) }
    let byte = bytes[index]
    if byte &- 0x30 < 10 { return nil }
    let hasDigitNext = index + 1 < end && bytes[index + 1] &- 0x30 < 10
    if byte == 0x2E || byte == 0x2C, hasDigitNext {
      return byte == decimalMark ? nil : .wrongDecimalMark(offset: index)
    }
    return .notANumber(offset: index)
  }

  /// A group that ends must have had three digits.
  private func closeGroup() -> NumberProblem? {
    lastGroupOffset >= 0 && markOffset < 0 && run != 3
      ? .misplacedGroup(offset: lastGroupOffset) : nil
  }

  private mutating func takeOther(_ byte: UInt8, first: Int) -> NumberProblem? {
    let spaceWidth = Blanks.width(bytes, at: index, end: end)
    if spaceWidth > 0 { return takeGroup(kind: 0x20, width: spaceWidth, first: first) }
    if byte == decimalMark { return .unexpected(offset: index) }
    if byte == groupMark { return takeGroup(kind: byte, width: 1, first: first) }
    if byte == 0x2E || byte == 0x2C { return .wrongDecimalMark(offset: index) }
    if byte | 0x20 == UInt8(ascii: "e") { return takeExponent() }
    return .unexpected(offset: index)
  }

  private mutating func takeGroup(kind: UInt8, width: Int, first: Int) -> NumberProblem? {
    let next = index + width
    guard next < end, bytes[next] &- 0x30 < 10 else {
      // "5 kWh" holds no group: the unit is what should not be there.
      let isDoubtfulGroup =
        kind != 0x20 || next >= end || Blanks.width(bytes, at: next, end: end) > 0
      return isDoubtfulGroup ? .misplacedGroup(offset: index) : .unexpected(offset: next)
    }
    if markOffset >= 0 { return .misplacedGroup(offset: index) }
    if lastGroupOffset < 0 {
      guard (1...3).contains(run), bytes[first] != UInt8(ascii: "0") else {
        return .misplacedGroup(offset: index)
      }
    } else {
      guard run == 3 else { return .misplacedGroup(offset: lastGroupOffset) }
      guard kind == groupKind else { return .misplacedGroup(offset: index) }
    }
    groupKind = kind
    lastGroupOffset = index
    run = 0
    index = next
    return nil
  }

  private mutating func takeExponent() -> NumberProblem? {
    let offset = index
    var position = index + 1
    var isNegative = false
    if position < end,
      bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
    {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    guard position < end, bytes[position] &- 0x30 < 10 else { return .unexpected(offset: offset) }
    guard allowsExponent else { return .exponentNotAllowed(offset: offset) }
    var power = 0
    while position < end {
      let digit = bytes[position] &- 0x30
      guard digit < 10 else { return .unexpected(offset: position) }
      power = min(power * 10 + Int(digit), 1_000_000)  // beyond any number there is
      position += 1
    }
    exponent = isNegative ? -power : power
    index = end
    return nil
  }

  private func checkEnd() -> NumberProblem? {
    if let problem = closeGroup() { return problem }
    return markOffset >= 0 && run == 0 ? .unexpected(offset: markOffset) : nil
  }

  /// Brings the digits to twelve decimals.
  private func scaled(isNegative: Bool) -> Result<NumberReading, NumberProblem> {
    let decimals = markOffset >= 0 ? run : 0
    if digits.significant <= 18, decimals <= Number.scale, exponent == 0 {
      let power = PowerOfTen.word(Number.scale - decimals)
      let (high, low) = digits.word.multipliedFullWidth(by: power)
      let magnitude = UInt128(high) << 64 | UInt128(low)
      return result(magnitude, isNegative: isNegative, isRounded: false)
    }
    let magnitude = digits.magnitude
    if magnitude == 0 { return result(0, isNegative: false, isRounded: false) }
    let shift = Number.scale - decimals + exponent + digits.ignored
    if shift >= 0 {
      guard shift <= 30 else { return .failure(.tooLarge) }
      let (product, overflow) =
        magnitude
        .multipliedReportingOverflow(by: PowerOfTen.unsigned(shift))
      guard !overflow else { return .failure(.tooLarge) }
      // Digits are only ever ignored after 38 others, too many for a shift upwards.
      return result(product, isNegative: isNegative, isRounded: false)
    }
    guard -shift <= PowerOfTen.largestExponent else {
      return result(0, isNegative: false, isRounded: true)
    }
    let divisor = PowerOfTen.unsigned(-shift)
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor)
    let roundsUp = remainder >= divisor - remainder
    return result(
      quotient + (roundsUp ? 1 : 0), isNegative: isNegative,
      isRounded: remainder != 0 || digits.ignoredValue)
  }

  private func result(
    _ magnitude: UInt128, isNegative: Bool, isRounded: Bool
  ) -> Result<NumberReading, NumberProblem> {
    guard magnitude < Number.mantissaLimit else { return .failure(.tooLarge) }
    let mantissa = Int128(truncatingIfNeeded: magnitude)
    let number = Number(mantissa: isNegative ? -mantissa : mantissa)
    return .success(NumberReading(number: number, roundedDigits: isRounded))
  }
}

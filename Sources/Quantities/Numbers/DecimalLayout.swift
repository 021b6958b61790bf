/// How the digits of a scaled integer are set as text: the one place where digits become bytes.
struct DecimalLayout: Sendable {
  /// The UTF-8 bytes between groups of three digits; none when empty.
  var group: [UInt8]
  /// The byte between the integer part and the decimals.
  var mark: UInt8

  /// No group, a point: the form read back by `Number(_:)`.
  static let plain = DecimalLayout(group: [], mark: UInt8(ascii: "."))

  /// The digits of the largest 256-bit integer, with room to spare.
  private static let mostDigits = 80

  /// The text of `magnitude` / 10^`scale`; `trimmed` cuts the zeros at the end of the decimals.
  func text(
    _ magnitude: UInt256, scale: Int, isNegative: Bool, trimmed: Bool = false
  ) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.mostDigits) { digits in
      let count = Self.write(magnitude, reversedInto: digits)
      return text(
        reversedDigits: UnsafeBufferPointer(rebasing: digits[..<count]), scale: scale,
        isNegative: isNegative, trimmed: trimmed)
    }
  }

  /// The text of digits given from the last to the first, values 0...9, without zeros at the head.
  func text(
    reversedDigits digits: UnsafeBufferPointer<UInt8>, scale: Int, isNegative: Bool,
    trimmed: Bool = false
  ) -> String {
    var firstShown = 0
    if trimmed {
      while firstShown < scale, firstShown >= digits.count || digits[firstShown] == 0 {
        firstShown += 1
      }
    }
    let capacity = digits.count + scale + digits.count / 3 * group.count + 3
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      // Written from the end: no width has to be known beforehand.
      var start = capacity
      func put(_ byte: UInt8) {
        start -= 1
        buffer[start] = byte
      }
      for position in firstShown..<max(firstShown, scale) {
        put(0x30 + (position < digits.count ? digits[position] : 0))
      }
      if firstShown < scale { put(mark) }
      if digits.count <= scale { put(0x30) }
      var untilGroup = 3
      for position in min(scale, digits.count)..<digits.count {
        if untilGroup == 0 {
          for byte in group.reversed() { put(byte) }
          untilGroup = 3
        }
        put(0x30 + digits[position])
        untilGroup -= 1
      }
      if isNegative && !digits.allSatisfy({ $0 == 0 }) { put(UInt8(ascii: "-")) }
      return String(decoding: buffer[start...], as: UTF8.self)
    }
  }

  /// Writes the decimal digits, last one first, and returns how many there are; none for zero.
  private static func write(
    _ magnitude: UInt256, reversedInto digits: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var rest = magnitude
    let chunkLength = 19
    while !rest.isZero {
      var chunk = rest.divide(byWord: PowerOfTen.word(chunkLength))
      for _ in 0..<chunkLength {
        if chunk == 0 && rest.isZero { break }
        digits[count] = UInt8(truncatingIfNeeded: chunk % 10)
        count += 1
        chunk /= 10
      }
    }
    return count
  }
}

/// Reads the numbers of foreign files: strictly, from bytes, without allocating on success.
public enum NumberText {
  /// Reads the whole of `bytes`, blanks at both ends apart, as one number.
  ///
  /// With a declared mark, only that mark separates decimals. Without one, a number is taken when
  /// it can be read in one way only: `1,5` and `1.234,56` are clear, `1,234` is not.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: NumberDialect
  ) -> Result<NumberReading, NumberProblem> {
    if let mantissa = plainMantissa(bytes, declared: dialect.decimalMark) {
      return .success(NumberReading(number: Number(mantissa: mantissa)))
    }
    let range = Blanks.trimmed(bytes)
    if range.isEmpty { return .failure(.empty) }
    guard let mark = dialect.decimalMark ?? dialect.groupMark?.other else {
      return readUndeclared(bytes, range: range, allowsExponent: dialect.allowsExponent)
    }
    var scanner = NumberScanner(
      bytes, range: range, decimalMark: mark.rawValue, groupMark: dialect.groupMark?.rawValue ?? 0,
      allowsExponent: dialect.allowsExponent)
    return scanner.scan()
  }

  /// Reads a text; see `read(_:dialect:)` for bytes.
  public static func read(
    _ text: String, dialect: NumberDialect
  ) -> Result<NumberReading, NumberProblem> {
    var text = text
    return text.withUTF8 { read($0, dialect: dialect) }
  }

  /// The mantissa of nearly every number there is: a minus perhaps, digits, a mark, digits.
  ///
  /// Nil leaves the text to the scanner, which knows every form and every problem.
  @inline(__always)
  private static func plainMantissa(
    _ bytes: UnsafeBufferPointer<UInt8>, declared: DecimalMark?
  ) -> Int128? {
    guard bytes.count <= 19, let firstByte = bytes.first else { return nil }
    let isNegative = firstByte == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    var word: UInt64 = 0
    var markOffset = -1
    var index = first
    while index < bytes.count {
      let byte = bytes[index]
      let digit = byte &- 0x30
      if digit < 10 {
        word = word &* 10 &+ UInt64(digit)
      } else {
        guard markOffset < 0, let mark = DecimalMark(byte: byte), mark == declared ?? mark
        else { return nil }
        markOffset = index
      }
      index += 1
    }
    let end = markOffset < 0 ? bytes.count : markOffset
    let decimals = markOffset < 0 ? 0 : bytes.count - markOffset - 1
    // Undeclared, 1,234 could be a group; 0,234 and 1234,567 could not.
    let isSettled =
      declared != nil || decimals != 3 || end - first > 3 || bytes[first] == UInt8(ascii: "0")
    guard end > first, bytes.count - first <= (markOffset < 0 ? 18 : 19), isSettled,
      markOffset < 0 || decimals > 0, decimals <= Number.scale
    else { return nil }
    let (high, low) = word.multipliedFullWidth(by: PowerOfTen.word(Number.scale - decimals))
    let mantissa = Int128(truncatingIfNeeded: UInt128(high) << 64 | UInt128(low))
    return isNegative ? -mantissa : mantissa
  }

  private static func readUndeclared(
    _ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, allowsExponent: Bool
  ) -> Result<NumberReading, NumberProblem> {
    let marks = MarkCensus(bytes, range: range)
    var scanner = NumberScanner(
      bytes, range: range, decimalMark: marks.decimalMark.rawValue,
      groupMark: marks.groupMark?.rawValue ?? 0, allowsExponent: allowsExponent)
    let reading = scanner.scan()
    guard case .success = reading, marks.isAmbiguous(bytes, range: range) else { return reading }
    return .failure(
      .ambiguous(
        asDecimal: plainText(bytes, range: range, markAs: "."),
        asGroup: plainText(bytes, range: range, markAs: "")))
  }

  /// The text with its only mark replaced: one of the two readings shown to the user.
  private static func plainText(
    _ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, markAs mark: String
  ) -> String {
    var text = ""
    for byte in bytes[range] {
      switch byte {
      case DecimalMark.point.rawValue, DecimalMark.comma.rawValue: text += mark
      case 0xE2: text += "-"  // the only other letter a valid number can hold here is U+2212
      case 0x80...: break
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return text
  }
}

/// Which marks a number holds, and what they must then mean.
private struct MarkCensus {
  private var count = 0
  private var offset = -1
  /// The mark that can only separate decimals.
  private(set) var decimalMark = DecimalMark.point
  /// The mark that can only separate groups, if there is one.
  private(set) var groupMark: DecimalMark?

  init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    var last: DecimalMark?
    var isMixed = false
    for position in range {
      guard let mark = DecimalMark(byte: bytes[position]) else { continue }
      isMixed = isMixed || (last != nil && last != mark)
      last = mark
      count += 1
      offset = position
    }
    guard let last else { return }
    if isMixed {
      // Both marks: groups come before decimals, so the last one separates the decimals.
      decimalMark = last
      groupMark = last.other
    } else if count > 1 {
      // One mark, several times: a number has one decimal mark only, so these are groups.
      decimalMark = last.other
      groupMark = last
    } else {
      decimalMark = last
    }
  }

  /// One mark after one to three digits that do not start with 0, and exactly three after it.
  func isAmbiguous(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Bool {
    guard count == 1 else { return false }
    var before = 0
    var position = offset - 1
    while position >= range.lowerBound, bytes[position] &- 0x30 < 10 {
      before += 1
      position -= 1
    }
    // A space before these digits shows how groups are written: the mark is for decimals.
    let follows = position >= range.lowerBound && isSpaceEnd(bytes[position])
    guard (1...3).contains(before), !follows, bytes[offset - before] != 0x30 else { return false }
    var after = 0
    position = offset + 1
    while position < range.upperBound, bytes[position] &- 0x30 < 10 {
      after += 1
      position += 1
    }
    return after == 3
  }

  private func isSpaceEnd(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0xA0 || byte == 0xAF }
}

extension DecimalMark {
  @inline(__always)
  fileprivate init?(byte: UInt8) {
    switch byte {
    case 0x2E: self = .point
    case 0x2C: self = .comma
    default: return nil
    }
  }
}

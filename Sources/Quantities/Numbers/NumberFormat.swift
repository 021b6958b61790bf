/// How numbers are shown to people: our own code, so the machine's locale never matters.
public struct NumberFormat: Hashable, Sendable {
  /// The conventions there are.
  public enum Style: Hashable, Sendable, CaseIterable {
    /// Narrow no-break spaces (U+202F) between groups, decimal comma.
    case french
    /// Commas between groups, decimal point.
    case english
    /// No groups, decimal point.
    case plain
  }

  /// The convention used.
  public let style: Style

  /// A format of the given convention.
  public init(_ style: Style) { self.style = style }

  /// Sets 1 234 567,8.
  public static let french = NumberFormat(.french)
  /// Sets 1,234,567.8.
  public static let english = NumberFormat(.english)
  /// Sets 1234567.8.
  public static let plain = NumberFormat(.plain)

  private var layout: DecimalLayout {
    switch style {
    case .french: DecimalLayout(group: [0xE2, 0x80, 0xAF], mark: UInt8(ascii: ","))
    case .english: DecimalLayout(group: [UInt8(ascii: ",")], mark: UInt8(ascii: "."))
    case .plain: .plain
    }
  }

  /// The number rounded half away from zero to `decimals`, 0...45; never "-0".
  public func text(_ number: Number, decimals: Int) -> String {
    text(ExactAmount(number), decimals: decimals)
  }

  /// The amount rounded half away from zero to `decimals`, 0...45; never "-0".
  public func text(_ amount: ExactAmount, decimals: Int) -> String {
    let rounded = amount.rounded(decimals: max(0, decimals))
    return layout.text(
      rounded.magnitude, scale: max(0, decimals), isNegative: rounded.isNegative)
  }

  /// The whole number, with the decimals it has and no more.
  public func text(shortest number: Number) -> String {
    layout.text(
      UInt256(high: 0, low: number.mantissa.magnitude), scale: Number.scale,
      isNegative: number.isNegative, trimmed: true)
  }

  /// A whole number.
  public func text(_ integer: Int) -> String {
    layout.text(
      UInt256(high: 0, low: UInt128(integer.magnitude)), scale: 0, isNegative: integer < 0)
  }

  /// A floating-point value, rounded half away from zero from its shortest decimal form.
  ///
  /// 2.675 shows as 2.68, as people expect of the digits they see; infinities and not-a-number
  /// show as `inf` and `nan`, so that they are noticed.
  public func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.description }
    let decimals = max(0, decimals)
    var (digits, scale) = Self.shortestDigits(value)
    if scale > decimals {
      let dropped = scale - decimals
      let roundsUp = dropped <= digits.count && digits[dropped - 1] >= 5
      digits.removeFirst(min(dropped, digits.count))
      if roundsUp { Self.increment(&digits) }
    } else {
      digits.insert(contentsOf: repeatElement(0, count: decimals - scale), at: 0)
    }
    return digits.withUnsafeBufferPointer {
      layout.text(reversedDigits: $0, scale: decimals, isNegative: value < 0)
    }
  }

  /// The digits that round-trip, last one first, and how many of them are decimals.
  private static func shortestDigits(_ value: Double) -> (digits: [UInt8], scale: Int) {
    var digits: [UInt8] = []
    var scale = 0
    var exponent = 0
    var isExponentNegative = false
    var part = 0  // 0 integer, 1 decimals, 2 exponent
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): part = 1
      case UInt8(ascii: "e"): part = 2
      case UInt8(ascii: "-"): isExponentNegative = true
      case UInt8(ascii: "+"): break
      default:
        let digit = byte &- 0x30
        if part == 2 {
          exponent = exponent * 10 + Int(digit)
        } else {
          digits.append(digit)
          scale += part
        }
      }
    }
    digits.reverse()
    scale -= isExponentNegative ? -exponent : exponent
    if scale < 0 {
      digits.insert(contentsOf: repeatElement(0, count: -scale), at: 0)
      scale = 0
    }
    while let first = digits.last, first == 0 { digits.removeLast() }
    return (digits, scale)
  }

  /// Adds one to digits given from the last to the first.
  private static func increment(_ digits: inout [UInt8]) {
    for position in digits.indices {
      if digits[position] < 9 {
        digits[position] += 1
        return
      }
      digits[position] = 0
    }
    digits.append(1)
  }
}

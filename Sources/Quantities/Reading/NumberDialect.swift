/// A mark that separates decimals in one country and groups of digits in the next.
public enum DecimalMark: UInt8, Hashable, Sendable, CaseIterable {
  /// The full stop.
  case point = 0x2E
  /// The comma.
  case comma = 0x2C

  /// The other one.
  public var other: DecimalMark { self == .point ? .comma : .point }
}

/// What a file says about how its numbers are written.
///
/// Space, U+00A0 and U+202F between groups of three digits are understood in every dialect.
public struct NumberDialect: Hashable, Sendable {
  /// The only decimal mark, or nil when the file does not say and each number must be clear.
  public var decimalMark: DecimalMark?
  /// A further mark allowed between groups of three digits: `.` in 1.234,56.
  public var groupMark: DecimalMark?
  /// Whether 4,00E-03 is a number here.
  public var allowsExponent: Bool

  /// A dialect; by default nothing is declared and exponents are refused.
  public init(
    decimalMark: DecimalMark? = nil, groupMark: DecimalMark? = nil, allowsExponent: Bool = false
  ) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.allowsExponent = allowsExponent
  }
}

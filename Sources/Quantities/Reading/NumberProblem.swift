/// A number as it was read.
public struct NumberReading: Hashable, Sendable {
  /// The value, to twelve decimals.
  public var number: Number
  /// True when the text had more decimals than are kept and a digit other than 0 was rounded off.
  public var roundedDigits: Bool

  /// A reading.
  public init(number: Number, roundedDigits: Bool = false) {
    self.number = number
    self.roundedDigits = roundedDigits
  }
}

/// Why a text is not taken for a number; offsets count bytes of the text given.
public enum NumberProblem: Error, Equatable, Sendable {
  /// Nothing but blanks.
  case empty
  /// Two readings are possible and the file does not say which: 1,234.
  case ambiguous(asDecimal: String, asGroup: String)
  /// A point where the file declares the comma, or the reverse.
  case wrongDecimalMark(offset: Int)
  /// A group mark that does not stand between groups of exactly three digits.
  case misplacedGroup(offset: Int)
  /// 1e5 where the dialect does not allow it.
  case exponentNotAllowed(offset: Int)
  /// A number that goes on with something else: 12abc, 0x10, 5 kWh.
  case unexpected(offset: Int)
  /// 10^18 or more, of either sign.
  case tooLarge
  /// No digit where the number should begin.
  case notANumber(offset: Int)
}

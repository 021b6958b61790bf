/// Why a text is not taken for a date or a period; offsets count bytes of the text given.
public enum DateProblem: Error, Hashable, Sendable {
  /// Nothing but blanks.
  case empty
  /// Not one of the forms; the offset is where the text leaves them.
  case notADate(offset: Int)
  /// A day or month the calendar does not have: 30 February, month 13.
  case doesNotExist
  /// A year outside 1900...2200.
  case yearOutOfRange
  /// A period that ends before it begins.
  case endBeforeStart
  /// `2022-2023`: a school year, or two years?
  case ambiguous
}

public import Quantities

/// One interval of a load curve whose value is known.
public struct CurveInterval: Sendable {
  /// The line that the day it belongs to begins on; the activity line of that day has the same.
  public let line: Int
  /// Its beginning in universal time, in minutes since 1970.
  public let start: Int
  /// Minutes that the clock at the place is ahead.
  public let offset: Int
  /// How long it is, in minutes.
  public let minutes: Int
  /// Its energy × 60, in the unit of the activity line: exact for a power that runs for minutes.
  public let sixtieths: Number
}

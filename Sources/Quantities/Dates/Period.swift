/// A run of whole days: at least one, the end excluded.
public struct Period: Hashable, Sendable {
  /// The first day.
  public let start: CalendarDate
  /// The day after the last.
  public let end: CalendarDate

  /// The days from `start` up to the day before `end`, or nil when there are none.
  public init?(start: CalendarDate, end: CalendarDate) {
    guard start < end else { return nil }
    self.start = start
    self.end = end
  }

  /// The days from `first` to `last`, both included, or nil when `last` is earlier.
  public init?(from first: CalendarDate, through last: CalendarDate) {
    guard first <= last, last.dayNumber < .max else { return nil }
    start = first
    end = last.adding(days: 1)
  }

  private init(months count: Int, from month: Int, of year: Int) {
    start = CalendarDate(firstOfMonth: month, of: year)
    end = CalendarDate(firstOfMonth: month + count, of: year)
  }

  /// The single day.
  public static func day(_ date: CalendarDate) -> Period? { Period(from: date, through: date) }

  /// The calendar year.
  public static func year(_ year: Int) -> Period { Period(months: 12, from: 1, of: year) }

  /// The month 1...12 of a year; months beyond count on, 13 being the next January.
  public static func month(_ year: Int, _ month: Int) -> Period {
    Period(months: 1, from: max(-999_999, min(999_999, month)), of: year)
  }

  /// The quarter 1...4 of a year.
  public static func quarter(_ year: Int, _ quarter: Int) -> Period {
    Period(months: 3, from: max(-99_999, min(99_999, quarter)) * 3 - 2, of: year)
  }

  /// How many days there are.
  public var days: Int { start.days(until: end) }

  /// The last day.
  public var last: CalendarDate { end.adding(days: -1) }

  /// The days both have, or nil when there are none.
  public func overlap(with other: Period) -> Period? {
    Period(start: max(start, other.start), end: min(end, other.end))
  }

  /// True for a day within.
  public func contains(_ date: CalendarDate) -> Bool { start <= date && date < end }

  /// True for a period wholly within.
  public func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }
}

extension Period: CustomStringConvertible {
  /// `2022`, `2022-03`, `2022-03-15` or `2022-01-15..2022-03-14` with the last day included.
  public var description: String {
    let iso = start.description
    if days == 1 { return iso }
    if self == .year(start.year) { return String(iso.dropLast(6)) }
    if self == .month(start.year, start.month) { return String(iso.dropLast(3)) }
    return "\(iso)..\(last)"
  }
}

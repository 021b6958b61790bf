/// A day of the proleptic Gregorian calendar: no clock, no time zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var dayNumber: Int32

  /// The day `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day, or nil when it does not exist; years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard
      (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(civilYear: year, month: month, day: day)
  }

  /// The day of a month counted on past December or before January: never fails.
  ///
  /// Years beyond a million either way stay there, so that no number typed can overflow.
  init(firstOfMonth month: Int, of year: Int) {
    let limit = 1_000_000
    let boundedMonth = max(-limit, min(limit, month)) - 1
    let carried = (boundedMonth >= 0 ? boundedMonth : boundedMonth - 11) / 12
    self.init(
      civilYear: max(-limit, min(limit, year)) + carried, month: boundedMonth - carried * 12 + 1,
      day: 1)
  }

  // Days from a civil date and back: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  // The year begins in March, so that the leap day is its last and months follow 153 days in 5.
  private init(civilYear: Int, month: Int, day: Int) {
    let year = month <= 2 ? civilYear - 1 : civilYear
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The year.
  public var year: Int { civil.year }
  /// The month, 1...12.
  public var month: Int { civil.month }
  /// The day of the month, 1...31.
  public var day: Int { civil.day }

  /// The day `days` later, or earlier when negative.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + Int32(days))
  }

  /// How many days later `other` is; negative when it is earlier.
  public func days(until other: CalendarDate) -> Int {
    Int(other.dayNumber) - Int(dayNumber)
  }

  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The number of days of a month 1...12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// True for a year of 366 days.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The ISO 8601 form, 2022-03-15.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}

/// Which days make an inventory year: calendar years, or years that begin in September.
public struct YearCalendar: Hashable, Sendable {
  /// The month the year begins in, 1...12.
  public let startMonth: Int
  /// The day of that month.
  public let startDay: Int

  /// Years that begin on the given day, or nil when it does not exist in every year.
  public init?(startMonth: Int, startDay: Int) {
    // 2001 is no leap year: 29 February begins no year.
    guard CalendarDate(year: 2001, month: startMonth, day: startDay) != nil else { return nil }
    self.init(month: startMonth, day: startDay)
  }

  private init(month: Int, day: Int) {
    startMonth = month
    startDay = day
  }

  /// Years from January to December.
  public static let calendar = YearCalendar(month: 1, day: 1)

  /// The days of a year named after the calendar year it begins in: 2022 is 2022-09-01..2023-08-31.
  public func period(of year: Int) -> Period {
    // Both ends are always in order, so the fallback is never taken.
    Period(start: start(of: year), end: start(of: year + 1)) ?? .year(year)
  }

  /// The year a day belongs to.
  public func year(containing date: CalendarDate) -> Int {
    let year = date.year
    return date < start(of: year) ? year - 1 : year
  }

  private func start(of year: Int) -> CalendarDate {
    CalendarDate(firstOfMonth: startMonth, of: year).adding(days: startDay - 1)
  }
}

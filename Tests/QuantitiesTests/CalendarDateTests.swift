import Quantities
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 3, 1, 11_017), (1900, 1, 1, -25_567),
    (2038, 1, 19, 24_855),  // 2^31 s = 24 855.13 days: the last day of 32-bit Unix time
    (2200, 12, 31, 84_370),
  ])
  func `known days have their numbers`(year: Int, month: Int, day: Int, number: Int32) {
    // Unix time of midnight UTC / 86 400, as `date -u -d YYYY-MM-DD +%s` prints it.
    #expect(CalendarDate(year: year, month: month, day: day)?.dayNumber == number)
  }

  @Test func `every day from 1900 to 2200 comes after the one before`() throws {
    // An independent count: month lengths added up one day at a time.
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = Int32(-25_567)
    for year in 1900...2200 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for month in 1...12 {
        let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
        for day in 1...length {
          let date = CalendarDate(dayNumber: number)
          guard date == CalendarDate(year: year, month: month, day: day),
            date.year == year, date.month == month, date.day == day
          else {
            Issue.record("\(year)-\(month)-\(day) is not \(date)")
            return
          }
          number += 1
        }
        #expect(CalendarDate(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test func `days that do not exist are refused`() {
    for (year, month, day) in [
      (2022, 2, 29), (1900, 2, 29), (2022, 2, 30), (2022, 4, 31), (2022, 13, 1), (2022, 0, 1),
      (2022, 1, 0), (2022, -1, 5), (0, 1, 1), (10_000, 1, 1), (Int.max, 1, 1), (Int.min, 1, 1),
    ] { #expect(CalendarDate(year: year, month: month, day: day) == nil) }
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test func `dates add, count and print`() throws {
    let date = try #require(CalendarDate(year: 2020, month: 2, day: 28))
    #expect(date.adding(days: 2).description == "2020-03-01")
    #expect(date.adding(days: -59).description == "2019-12-31")
    #expect(date.days(until: date.adding(days: 366)) == 366)
    #expect(date < date.adding(days: 1))
    #expect(CalendarDate(dayNumber: .max).year > 5_000_000)
    #expect(CalendarDate(dayNumber: .min).year < -5_000_000)
  }
}

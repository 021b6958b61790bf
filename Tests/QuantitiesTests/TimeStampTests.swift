import Quantities
import Testing

/// Stamps of meters, and the clock they are on.
struct TimeStampTests {
  private func read(_ text: String) -> TimeStamp? {
    Array(text.utf8).withUnsafeBufferPointer { TimeStamp($0) }
  }

  @Test(arguments: [
    ("2024-01-10T00:30:00+01:00", 30, 60), ("2024-01-10 00:30:00", 30, nil),
    ("2024-01-10T00:30Z", 30, 0), ("10/01/2024 00:30", 30, nil), ("2024-01-10", 0, nil),
    ("2024-01-10T00:30:00.000+0200", 30, 120), ("2024-01-10T23:59:00-05:00", 1439, -300),
    ("2024-01-10T24:00:00+01:00", 1440, 60),
  ])
  func `a stamp is read`(text: String, minute: Int, offset: Int?) throws {
    let day = try #require(CalendarDate(year: 2024, month: 1, day: 10))
    let stamp = try #require(read(text))
    #expect(stamp.civilMinute == Int(day.dayNumber) * 1440 + minute)
    #expect(stamp.offset == offset)
  }

  @Test(arguments: [
    "", "2024-01-10T", "2024-13-10T00:30", "2024-02-30 00:30", "2024-01-10T25:00",
    "2024-01-10T00:60",
    "2024-01-10T00:30:01", "2024-01-10T00:30:00+1", "2024-01-10T00:30:00+01:00x", "x",
    "2024-01-10T24:30", "2024-01-10T00:30:00+99:00", "2024-01-10T00:3000000000000000000000000",
  ])
  func `what is no stamp is refused`(text: String) { #expect(read(text) == nil) }

  /// Last Sundays: 31 March and 27 October 2024, 26 March and 29 October 2023, 28 March 2021.
  @Test(arguments: [
    (2024, 3, 31, 23), (2024, 10, 27, 25), (2023, 3, 26, 23), (2023, 10, 29, 25), (2021, 3, 28, 23),
    (2024, 3, 30, 24), (2024, 10, 26, 24), (2024, 7, 1, 24),
  ])
  func `days have as many hours as they have`(year: Int, month: Int, day: Int, hours: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    func midnight(_ date: CalendarDate) throws -> Int {
      try #require(ParisClock.universalMinutes(ofCivilMinute: Int(date.dayNumber) * 1440).first)
    }
    #expect(try midnight(date.adding(days: 1)) - midnight(date) == hours * 60)
  }

  @Test func `an hour that does not exist has no instant, one that comes twice has two`() throws {
    func instants(_ text: String) throws -> Int {
      ParisClock.universalMinutes(ofCivilMinute: try #require(read(text)).civilMinute).count
    }
    #expect(try instants("2024-03-31 02:30") == 0)
    #expect(try instants("2024-10-27 02:30") == 2)
    #expect(try instants("2024-10-27 03:00") == 1)
    #expect(try instants("2024-03-31 03:00") == 1)
  }
}

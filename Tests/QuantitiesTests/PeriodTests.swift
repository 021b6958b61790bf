import Quantities
import Testing

private func period(_ text: String) throws -> Period { try PeriodText.read(text).get() }

@Suite struct PeriodTests {
  @Test func `K1: a bill from 12 September to 14 October gives September 19 days of 32`() throws {
    // EnergyCAP, Calendarization Overview: end excluded, 19/32 = 0.59375
    let start = try #require(CalendarDate(year: 2011, month: 9, day: 12))
    let end = try #require(CalendarDate(year: 2011, month: 10, day: 14))
    let bill = try #require(Period(start: start, end: end))
    let september = try #require(bill.overlap(with: .month(2011, 9)))
    #expect(bill.days == 32 && september.days == 19)
    #expect(Ratio(september.days, bill.days) == Ratio("0.59375"))
    let from = bill.start.days(until: september.start)
    let part = Number(100).share(from: from, to: from + september.days, of: bill.days)
    #expect(part == Number("59.375"))
  }

  @Test func `years, quarters and months have their days`() {
    #expect(Period.year(2022).days == 365 && Period.year(2020).days == 366)
    #expect(Period.month(2020, 2).days == 29 && Period.month(1900, 2).days == 28)
    #expect(Period.quarter(2022, 1).days == 90 && Period.quarter(2022, 4).days == 92)
    let months = (1...12).map { Period.month(2022, $0).days }.reduce(0, +)
    let quarters = (1...4).map { Period.quarter(2022, $0).days }.reduce(0, +)
    #expect(months == 365 && quarters == 365)
    #expect(Period.month(2022, 13) == .month(2023, 1) && Period.month(2022, 0) == .month(2021, 12))
  }

  @Test func `absurd years do not stop the program`() {
    for year in [Int.max, Int.min, 0, -1] {
      #expect((365...366).contains(Period.year(year).days))
      #expect((28...31).contains(Period.month(year, year).days))
      #expect((90...92).contains(Period.quarter(year, year).days))
    }
  }

  @Test func `overlap and containment`() throws {
    let year = Period.year(2022)
    #expect(year.overlap(with: .month(2022, 3)) == .month(2022, 3))
    #expect(year.overlap(with: .year(2023)) == nil)
    let newYear = try period("2022-12-31..2023-01-01")
    #expect(year.contains(.month(2022, 12)) && !year.contains(newYear))
    #expect(year.contains(year.last) && !year.contains(year.end))
    #expect(Period(start: year.start, end: year.start) == nil)
    #expect(Period(from: year.start, through: year.start)?.days == 1)
  }

  @Test(arguments: [
    "2022", "2022-03", "2022-03-15", "2022-01-15..2022-03-14", "2022-01-01..2022-06-30",
    "2020-02", "2021-09-01..2022-08-31", "2022-01-01..2022-01-30",
  ])
  func `a period prints as it is best written`(text: String) throws {
    #expect(try period(text).description == text)
  }

  @Test func `what is printed is read back`() throws {
    var random = RandomSource(seed: 15)
    for _ in 0..<3_000 {
      let start = CalendarDate(dayNumber: Int32.random(in: -20_000...60_000, using: &random))
      let days = Int.random(in: 1...800, using: &random)
      let period = try #require(Period(start: start, end: start.adding(days: days)))
      #expect(PeriodText.read(period.description) == .success(period))
    }
  }
}

@Suite struct PeriodTextTests {
  @Test(arguments: [
    ("2022", "2022-01-01", 365), ("2022-03", "2022-03-01", 31), ("03/2022", "2022-03-01", 31),
    ("2022-03-15", "2022-03-15", 1), ("15/03/2022", "2022-03-15", 1),
    ("2022-Q1", "2022-01-01", 90), ("2022-T4", "2022-10-01", 92),
    ("2022-01-15..2022-03-14", "2022-01-15", 59), ("2022-01-15/2022-03-14", "2022-01-15", 59),
    ("15/01/2022..14/03/2022", "2022-01-15", 59), ("2022-01..2022-03", "2022-01-01", 90),
    ("2021..2022", "2021-01-01", 730), ("2022-03-15..2022-03-15", "2022-03-15", 1),
    (" 2022-03-15 ", "2022-03-15", 1), ("2022-01-15 .. 2022-03-14", "2022-01-15", 59),
    ("29/02/2020", "2020-02-29", 1), ("1900", "1900-01-01", 365), ("2200", "2200-01-01", 365),
  ])
  func `every form is read, ends included`(text: String, start: String, days: Int) throws {
    let period = try PeriodText.read(text).get()
    #expect(period.start.description == start && period.days == days)
  }

  @Test(
    arguments: [
      ("", .empty), (" \u{A0}", .empty), ("2022-02-30", .doesNotExist),
      ("29/02/2022", .doesNotExist),
      ("2022-13", .doesNotExist), ("13/2022", .doesNotExist), ("2022-00", .doesNotExist),
      ("01/13/2022", .doesNotExist), ("2022-Q5", .doesNotExist), ("1899", .yearOutOfRange),
      ("2201-01", .yearOutOfRange), ("0022-03-15", .yearOutOfRange),
      ("15/03/0022", .yearOutOfRange),
      ("2022-03-14..2022-01-15", .endBeforeStart), ("2022..2022-03", .endBeforeStart),
      ("2022-2023", .ambiguous), ("2022/2023", .ambiguous), ("22", .notADate(offset: 1)),
      ("mars 2022", .notADate(offset: 0)), ("2022-3", .notADate(offset: 5)),
      ("2022-3-15", .notADate(offset: 6)), ("2022-03-15T00:00", .notADate(offset: 10)),
      ("5/3/2022", .notADate(offset: 1)), ("20220315", .notADate(offset: 4)),
      ("2022-03-1x", .notADate(offset: 9)), ("2022..", .notADate(offset: 5)),
      ("..2022", .notADate(offset: 0)), ("2022x", .notADate(offset: 4)),
      ("/", .notADate(offset: 0)),
      ("44635", .notADate(offset: 4)),  // a spreadsheet serial date
    ] as [(String, DateProblem)])
  func `anything else is refused`(text: String, problem: DateProblem) {
    #expect(PeriodText.read(text) == .failure(problem))
  }

  @Test func `a date is a whole day`() {
    let date = CalendarDate(year: 2022, month: 3, day: 15).map(Result<_, DateProblem>.success)
    #expect(PeriodText.readDate("2022-03-15") == date)
    #expect(PeriodText.readDate("15/03/2022") == date)
    #expect(PeriodText.readDate("2022-03") == .failure(.notADate(offset: 6)))
    #expect(PeriodText.readDate("2022-02-30") == .failure(.doesNotExist))
    #expect(PeriodText.readDate("") == .failure(.empty))
  }

  @Test func `no bytes whatever do harm`() {
    var random = RandomSource(seed: 16)
    let alphabet = Array("0123456789012-/.QT ".utf8) + [0xA0, 0xFF]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      bytes.withUnsafeBufferPointer { buffer in
        if case .failure(.notADate(let offset)) = PeriodText.read(buffer) {
          #expect(bytes.indices.contains(offset))
        }
        _ = PeriodText.readDate(buffer)
      }
    }
  }
}

@Suite struct YearCalendarTests {
  @Test func `academic year 2022 runs from September to August`() throws {
    let academic = try #require(YearCalendar(startMonth: 9, startDay: 1))
    #expect(academic.period(of: 2022).description == "2022-09-01..2023-08-31")
    #expect(academic.year(containing: academic.period(of: 2022).last) == 2022)
    #expect(academic.year(containing: academic.period(of: 2022).end) == 2023)
  }

  @Test func `calendar years are years`() {
    #expect(YearCalendar.calendar.period(of: 2022) == .year(2022))
    #expect(YearCalendar(startMonth: 1, startDay: 1) == .calendar)
  }

  @Test func `a year that could not begin every year is refused`() {
    #expect(YearCalendar(startMonth: 2, startDay: 29) == nil)
    #expect(YearCalendar(startMonth: 13, startDay: 1) == nil)
  }

  @Test func `every day belongs to exactly one year`() throws {
    let fiscal = try #require(YearCalendar(startMonth: 4, startDay: 6))
    for number in Int32(0)..<3_000 {
      let date = CalendarDate(dayNumber: number)
      let year = fiscal.year(containing: date)
      #expect(fiscal.period(of: year).contains(date))
      #expect(!fiscal.period(of: year - 1).contains(date))
    }
  }
}

import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

/// Lines over several months and years, shared by days with the end included.
struct PeriodSharingTests {
  private static let header = "period;activity;quantity;unit\n"

  @Test func `a bill across two years is shared 17 days to 14`() throws {
    // 2022-12-15..2023-01-14: 31 days. 310 kWh: 170 in 2022 × 0.052, 140 in 2023 × 0.058.
    let campus = try CampusCase(
      Self.header + "2022-12-15..2023-01-14;electricity;310;kWh\n")
    #expect(campus.total(2022) == "8.84")
    #expect(campus.total(2023) == "8.12")
  }

  @Test(arguments: ["100", "0,000000000001", "1234567,891", "-7", "3"])
  func `the shares of a bill add up to it exactly`(quantity: String) throws {
    let campus = try CampusCase(
      Self.header + "2022-12-15..2023-01-14;water-supply;\(quantity);m3\n",
      campus: "numbers: {decimal: comma}\n")
    let sum = [2022, 2023].flatMap { campus.run.footprint(year: $0).items }
      .reduce(Number.zero) { $0 + $1.quantity }
    #expect(sum == (try number(quantity.replacing(",", with: "."))))
  }

  @Test func `the share of a month is the days that lie in it`() throws {
    // EnergyCAP, calendarization: 12 September – 14 October, end excluded, is 19/32 September.
    // Our own files include the end: 13 October. 32 kWh × 0.0607 (2019): 19 and 13 kWh.
    let campus = try CampusCase(Self.header + "2019-09-12..2019-10-13;electricity;32;kWh\n")
    #expect(campus.parts(2019, .month) == ["2019-09=1.1533", "2019-10=0.7891"])
  }

  @Test func `a year is not spread over months it says nothing about`() throws {
    let campus = try CampusCase(Self.header + "2022;electricity;1000;kWh\n")
    #expect(campus.parts(2022, .month) == ["year=52"])
  }

  @Test func `an academic year takes the months from September`() throws {
    // Year 2022 is 2022-09-01..2023-08-31; September 2022 and January 2023 are both in it.
    let campus = try CampusCase(
      Self.header + "2022-08;electricity;1000;kWh\n2022-09;electricity;1000;kWh\n"
        + "2023-01;electricity;1000;kWh\n2023-09;electricity;1000;kWh\n",
      campus: "year-starts: 09-01\n")
    #expect(campus.run.years == [2021, 2022, 2023])
    // Two months × 1 000 kWh × 0.052 of year 2022.
    #expect(campus.total(2022) == "104")
    #expect(campus.parts(2022, .month) == ["2022-09=52", "2023-01=52"])
  }

  @Test func `a bill across the start of an academic year is shared there`() throws {
    // 2022-08-22..2022-09-10: 10 days and 10 days.
    let campus = try CampusCase(
      Self.header + "2022-08-22..2022-09-10;water-supply;20;m3\n", campus: "year-starts: 09-01\n")
    let quantities = [2021, 2022].map { campus.run.footprint(year: $0).items.map(\.quantity) }
    #expect(quantities == [[Number(10)], [Number(10)]])
  }

  @Test func `a year that has only the tail of a bill is not the latest year by mistake`() throws {
    let campus = try CampusCase(
      Self.header + "2022;water-supply;1;m3\n2022-12-15..2023-01-14;water-supply;1;m3\n")
    #expect(campus.run.years == [2022, 2023])
    #expect(campus.run.latestYear == 2022)
  }
}

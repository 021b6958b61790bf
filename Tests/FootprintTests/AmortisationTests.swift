import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

/// Fixed assets over their lifetime, refrigerants by recharge and by leak.
struct AmortisationTests {
  private static let header = "activity;quantity;unit;lifetime;purchased;leak-rate;period\n"

  private func read(_ row: String, _ campus: String = "") throws -> CampusCase {
    try CampusCase(Self.header + row + "\n", campus: campus)
  }

  @Test func `an asset counts an equal part in each year of its life, and then stops`() throws {
    // 10 laptops × 156 kgCO2e over five years: 312 a year from 2020 to 2024.
    let campus = try read("laptop;10;piece;5;2020;;")
    #expect(
      (2019...2025).map { campus.total($0) } == ["0", "312", "312", "312", "312", "312", "0"])
    #expect(campus.run.footprint(year: 2025).items.isEmpty)
  }

  @Test func `an asset makes no inventory year by itself`() throws {
    let campus = try read("building-office;100;m2;50;2020;;")
    #expect(campus.run.years == [])
    #expect(try read("building-office;100;m2;50;2020;;", "years: {2022: {}}\n").run.years == [2022])
  }

  @Test(arguments: [3, 7, 11, 50])
  func `the parts of a lifetime add up to the whole, to the last digit`(years: Int) throws {
    // 1/3, 1/7… have no end: the part of a year is the difference of two rounded sums.
    let campus = try read("laptop;1;piece;\(years);2000;;")
    let items = (2000..<2000 + years).flatMap { campus.run.footprint(year: $0).items }
    #expect(items.count == years)
    #expect(items.reduce(Number.zero) { $0 + $1.quantity } == .one)
    let total = items.reduce(ExactAmount.zero) { $0 + $1.total }
    #expect(total == ExactAmount(Number(156)))
    // No part is further from 1/years than the last of twelve decimals.
    let even = try #require(Number(rounding: Ratio(1, years)))
    #expect(items.allSatisfy { abs(($0.quantity - even).mantissa) <= 1 })
  }

  @Test func `assets are told by no month and apart from what is used up`() throws {
    let campus = try read("laptop;10;piece;5;2020;;")
    #expect(campus.parts(2020, .month) == ["year=312"])
    #expect(campus.run.footprint(year: 2020).items.map(\.isAmortised) == [true])
    #expect(campus.parts(2020, .scope) == ["3=312"])
  }

  @Test func `an asset of an academic year counts in the year it was bought`() throws {
    let campus = try read("laptop;10;piece;2;2020;;", "year-starts: 09-01\n")
    #expect((2019...2022).map { campus.total($0) } == ["0", "780", "780", "0"])
  }

  @Test func `a recharge and a charge × leak rate give the same kilograms`() throws {
    // 2 kg recharged, or 40 kg in the machine at 5 % a year: × 2255.5 (R-410A, AR6) = 4 511.
    #expect(try read("refrigerant-r410a;2;kg;;;;2022").total(2022) == "4511")
    #expect(try read("refrigerant-r410a;40;kg;;;5 %;2022").total(2022) == "4511")
    let campus = try read("refrigerant-r410a;40;kg;;;5 %;2022")
    #expect(campus.parts(2022, .scope) == ["1=4511"])
    #expect(campus.parts(2022, .gas) == ["hfc=4511"])
  }
}

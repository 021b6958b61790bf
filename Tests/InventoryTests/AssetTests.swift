import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

@testable import Inventory

/// Lifetimes and leak rates.
struct AssetTests {
  private static let header =
    "period;activity;quantity;unit;lifetime;purchased;leak-rate\n"

  @Test(arguments: [
    // Counted in 2020, 2021, 2022, 2023 and 2024, and in no other year.
    (";laptop;10;piece;5;2020;", "2020-01-01", "2024-12-31"),
    ("2020;laptop;10;piece;5;;", "2020-01-01", "2024-12-31"),
    ("2023;laptop;10;piece;5;2020;", "2020-01-01", "2024-12-31"),
    (";laptop;10;piece;1;2020;", "2020-01-01", "2020-12-31"),
  ])
  func `an asset lives from its purchase to the end of its last year`(
    row: String, first: String, last: String
  ) throws {
    let reading = Reading(Self.header + row + "\n")
    #expect(reading.found == [])
    let line = try #require(reading.lines.first)
    #expect(line.period.start.description == first)
    #expect(line.period.last.description == last)
  }

  @Test func `an asset of an academic year lives in academic years`() throws {
    let reading = Reading(
      Self.header + ";laptop;10;piece;2;2020;\n", campus: "year-starts: 09-01\n")
    let line = try #require(reading.lines.first)
    #expect(line.period.start.description == "2020-09-01")
    #expect(line.period.last.description == "2022-08-31")
  }

  @Test(arguments: [
    ";laptop;1;piece;👉;2020;", ";laptop;1;piece;👉0;2020;", ";laptop;1;piece;👉five;2020;",
    ";laptop;1;piece;👉201;2020;", ";laptop;1;piece;5;👉;", ";laptop;1;piece;5;👉20;",
    ";laptop;1;piece;👉2,5;2020;",
  ])
  func `an asset without a whole lifetime and purchase year is refused`(row: String) {
    let marked = MarkedText(Self.header + row + "\n")
    #expect(Reading(marked.text).found == marked.positions.map { "missing-lifetime " + $0 })
  }

  @Test func `a charge and a leak rate give what leaked`() throws {
    // 12.5 kg × 5 % = 0.625 kg
    let reading = Reading(Self.header + "2022;refrigerant-r410a;12,5;kg;;;5 %\n")
    #expect(reading.found == [])
    #expect(reading.lines.map(\.quantity) == [try number("0.625")])
    #expect(reading.lines.map(\.origin) == [.leak])
  }

  @Test func `a recharge is taken as it is`() throws {
    let reading = Reading(Self.header + "2022;refrigerant-r410a;12,5;kg;;;\n")
    #expect(reading.lines.map(\.quantity) == [try number("12.5")])
    #expect(reading.lines.map(\.origin) == [.written])
  }

  @Test(arguments: ["5%", "5 %", "5\u{A0}%", "5\u{202F}%"])
  func `a rate may be written in several ways`(rate: String) throws {
    let reading = Reading(Self.header + "2022;refrigerant-r410a;10;kg;;;\(rate)\n")
    #expect(reading.lines.map(\.quantity) == [try number("0.5")])
  }

  @Test(arguments: ["0,05", "1", "5", "101 %", "-1 %", "much", "%"])
  func `a rate that is no share is refused`(rate: String) {
    let marked = MarkedText(Self.header + "2022;refrigerant-r410a;10;kg;;;👉\(rate)\n")
    #expect(Reading(marked.text).found == marked.positions.map { "bad-quality " + $0 })
  }

  /// A yearly rate: 31 days of 365 leak 31/365 of 10 kg × 36.5 % = 0.31 kg; twelve months, the year.
  @Test func `part of a year leaks its part of the rate`() throws {
    let january = Reading(Self.header + "2022-01;refrigerant-r410a;10;kg;;;36,5 %\n")
    #expect(january.lines.map(\.quantity) == [try number("0.31")])
    let months = (1...12).map {
      "2022-\($0 < 10 ? "0" : "")\($0);refrigerant-r410a;10;kg;;;36,5 %\n"
    }
    let year = Reading(Self.header + months.joined())
    #expect(year.lines.reduce(Number.zero) { $0 + $1.quantity } == (try number("3.65")))
  }
}

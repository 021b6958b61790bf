import Diagnostics
import EmissionFactors
import Quantities
import Testing

@testable import Inventory

/// Numbers as people type them into a cell.
struct NumberCellTests {
  private func read(_ cell: String, _ campus: String = "") -> Reading {
    Reading("period\tactivity\tquantity\tunit\n2022\twater-supply\t\(cell)\tm3\n", campus: campus)
  }

  @Test(arguments: [
    ("1 234,56", "1234.56"), ("1\u{A0}234,56", "1234.56"), ("1\u{202F}234,56", "1234.56"),
    ("1234.56", "1234.56"), ("1234,56", "1234.56"), ("1.234,56", "1234.56"),
    ("1,234.56", "1234.56"), ("9,99", "9.99"), ("0,234", "0.234"), ("1 234", "1234"),
    ("12345,678", "12345.678"), ("  7  ", "7"), ("-3,5", "-3.5"),
  ])
  func `a number that reads in one way only is taken`(cell: String, value: String) throws {
    let reading = read(cell)
    #expect(reading.lines.map(\.quantity) == [try number(value)])
  }

  @Test(arguments: [
    "0x10", "nan", "NaN", "inf", "1e999", "12abc", "1,5e3", "--5", "1.2.3", "5 %", "m3", "1 23",
    "٣", "½", "1_000",
  ])
  func `anything else is refused, never guessed`(cell: String) {
    let reading = read(cell)
    #expect(reading.lines.isEmpty)
    #expect(reading.found == ["bad-number 2:19"])
  }

  @Test(arguments: ["1,234", "1.234", "12,345", "-1,234"])
  func `a mark that may be either is explained with both readings`(cell: String) throws {
    let reading = read(cell)
    #expect(reading.found == ["ambiguous-number 2:19"])
    let facts = try #require(reading.log.sortedGroups.first?.first.first?.facts)
    #expect(facts.map(\.name).contains("decimal") && facts.map(\.name).contains("group"))
  }

  @Test func `declaring the mark settles it`() throws {
    #expect(
      read("1,234", "numbers: {decimal: comma}\n").lines.map(\.quantity)
        == [try number("1.234")])
    #expect(
      read("1.234", "numbers: {decimal: point}\n").lines.map(\.quantity)
        == [try number("1.234")])
    #expect(read("1.234", "numbers: {decimal: comma}\n").found == ["wrong-decimal-mark 2:19"])
    #expect(read("9,99", "numbers: {decimal: point}\n").found == ["wrong-decimal-mark 2:19"])
  }

  @Test func `more than twelve decimals are rounded and said`() throws {
    // The thirteenth decimal is 8: the twelfth goes up from 2 to 3.
    let reading = read("0,1234567890128")
    #expect(reading.found == ["rounded-number 2:19"])
    #expect(reading.lines.map(\.quantity) == [try number("0.123456789013")])
  }

  @Test func `an unknown value is never taken for zero`() {
    #expect(read("").found == ["missing-value 2:19"])
    #expect(read("").lines.isEmpty)
  }
}

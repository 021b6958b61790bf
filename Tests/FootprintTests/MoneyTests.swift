import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

// Spend: tax and price year are converted only as campus.yaml says. Insurance: 81 kgCO2e a
// kEUR2022 HT (element 43474) and 77 a kEUR2023 HT (43475, used from 2023 on).
struct MoneyTests {
  private static let header = "period;activity;quantity;unit\n"

  private func read(_ row: String, _ campus: String = "") throws -> CampusCase {
    try CampusCase(Self.header + row + "\n", campus: campus)
  }

  @Test func `spend without tax in the prices of its year needs nothing`() throws {
    #expect(try read("2022;spend-insurance;1000;EUR HT").total(2022) == "81")
    #expect(try read("2022;spend-insurance;1;kEUR HT").total(2022) == "81")
    #expect(try read("2022;spend-insurance;1;kEUR2022 HT").total(2022) == "81")
  }

  @Test func `tax is taken off at the rate declared, and not guessed`() throws {
    // 1 200 TTC at 20 % are 1 000 HT.
    let campus = try read("2022;spend-insurance;1200;EUR TTC", "vat: 20 %\n")
    #expect(abs(campus.run.footprint(year: 2022).total.toDouble() - 81) < 1e-12)
    let item = try #require(campus.run.footprint(year: 2022).items.first)
    #expect(item.resolution?.steps.last?.source == "campus.yaml: vat")
    #expect(try read("2022;spend-insurance;1200;EUR TTC").log.found == ["price-mismatch 2:27"])
    #expect(try read("2022;spend-insurance;1200;EUR").log.found == ["price-mismatch 2:27"])
    #expect(
      try read("2022;spend-insurance;1200;EUR", "vat: 20 %\n").log.found
        == ["price-mismatch 2:27"])
  }

  @Test func `prices of another year go through the declared index`() throws {
    // 2024 has the factor of 2023 prices: 1 000 € × 117/130 × 0.077 = 69.3.
    let index = "price-index: {2023: 117, 2024: 130}\n"
    let campus = try read("2024;spend-insurance;1000;EUR HT", index)
    #expect(campus.log.found == [])
    #expect(abs(campus.run.footprint(year: 2024).total.toDouble() - 69.3) < 1e-12)
    #expect(
      try read("2024;spend-insurance;1000;EUR HT").log.found == ["price-mismatch 2:27"])
    #expect(
      try read("2024;spend-insurance;1000;EUR HT", "price-index: {2024: 130}\n").log.found
        == ["price-mismatch 2:27"])
  }

  @Test func `a price year written in the unit is the one that counts`() throws {
    // 1 000 € of 2021 in 2022: × 111.5/106 × 0.081.
    let campus = try read(
      "2022;spend-insurance;1000;EUR2021 HT", "price-index: {2021: 106, 2022: 111.5}\n")
    #expect(campus.log.found == [])
    let expected = 1000.0 * 111.5 / 106 * 0.081
    #expect(abs(campus.run.footprint(year: 2022).total.toDouble() - expected) < 1e-9)
  }

  @Test func `another currency is refused`() throws {
    #expect(try read("2022;spend-insurance;1000;USD HT").log.found == ["price-mismatch 2:27"])
  }

  @Test func `another currency is converted at the rate of the year, as campus.yaml says`() throws {
    // One euro for 1.25 USD in 2022: 1 000 USD are 800 €, × 0.081.
    let rates = "exchange-rates: {USD: {2022: 1.25}}\n"
    let campus = try read("2022;spend-insurance;1000;USD HT", rates)
    #expect(campus.log.found == [])
    #expect(abs(campus.run.footprint(year: 2022).total.toDouble() - 64.8) < 1e-12)
    let item = try #require(campus.run.footprint(year: 2022).items.first)
    #expect(item.resolution?.steps.last?.source == "campus.yaml: exchange-rates")
    // No rate of that year, or of that currency: refused, never the nearest.
    #expect(
      try read("2023;spend-insurance;1000;USD HT", rates).log.found == ["price-mismatch 2:27"])
    #expect(
      try read("2022;spend-insurance;1000;GBP HT", rates).log.found == ["price-mismatch 2:27"])
    // Tax and currency: 1 500 USD TTC are 1 200 € TTC and 1 000 HT.
    let both = try read("2022;spend-insurance;1500;USD TTC", rates + "vat: 20 %\n")
    #expect(abs(both.run.footprint(year: 2022).total.toDouble() - 81) < 1e-12)
    #expect(
      try read("2022;spend-insurance;1500;USD TTC", rates).log.found == ["price-mismatch 2:27"])
    // The price year is that of the rate: 1 000 USD of 2021 at 1.2 are 833.33 € of 2021.
    let old = try read(
      "2022;spend-insurance;1000;USD2021 HT",
      "exchange-rates: {USD: {2021: 1.2}}\nprice-index: {2021: 106, 2022: 111.5}\n")
    let expected = 1000 / 1.2 * 111.5 / 106 * 0.081
    #expect(abs(old.run.footprint(year: 2022).total.toDouble() - expected) < 1e-9)
  }

  @Test func `a source that states neither tax nor year is used and noted`() throws {
    // Element 20556: 0.367 a EUR.
    let campus = try read("2022;spend-small-supplies;1000;EUR TTC")
    #expect(campus.log.found == ["money-basis-unstated 2:6"])
    #expect(campus.total(2022) == "367")
  }
}

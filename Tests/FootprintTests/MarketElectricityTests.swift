import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

/// Market-based electricity: matched by year, never above what was consumed, residual mix beyond.
struct MarketElectricityTests {
  /// 1 000 kWh of 2020 (element 28333): 40.7 at the plant.
  private static let row = "2020;electricity;1000;kWh;;;;;"

  private func market(_ yaml: String) throws -> (MarketElectricity, [String]) {
    let campus = try ReadingTests.read(
      Self.row, campus: "years:\n  2020:\n    electricity-market:\n" + yaml)
    let filed = try ReadingTests.filed(campus, 2020, "ghg-protocol")
    let identifiers = campus.log.sortedGroups.map(\.kind.identifier)
    return (try #require(filed.market), identifiers)
  }

  private func contract(_ quantity: String, year: Int = 2020, _ emissions: String) -> String {
    "        - {label: Contrat, quantity: \(quantity), year: \(year), "
      + "emissions: \(emissions), source: essai}\n"
  }

  @Test func `without a contract or a residual mix the grid stands in`() throws {
    let campus = try ReadingTests.read(Self.row)
    let filed = try ReadingTests.filed(campus, 2020, "ghg-protocol")
    let market = try #require(filed.market)
    #expect(market.locationBased.exactText == "40.7")
    #expect(market.difference.isZero)
    #expect(market.residualMix == nil)
    #expect(try ReadingTests.filed(campus, 2020, "beges").market == nil)
  }

  @Test func `a contract counts for what it covers, the residual mix for the rest`() throws {
    // 400 kWh at 0 and 600 at 0.05: 30 in place of 40.7.
    let (market, findings) = try market(
      "      contracts:\n" + contract("400 kWh", "0 kgCO2e/kWh")
        + "      residual-mix: {emissions: 0.05 kgCO2e/kWh, source: essai}\n")
    #expect(market.total.exactText == "30")
    #expect(market.difference.exactText == "-10.7")
    #expect(market.rest == Number(600))
    #expect(findings.isEmpty)
  }

  @Test func `grams and megawatt-hours are the same`() throws {
    let (market, _) = try market(
      "      contracts:\n" + contract("0.4 MWh", "10 gCO2e/kWh")
        + "      residual-mix: {emissions: 50 kgCO2e/MWh, source: essai}\n")
    // 400 × 0.01 + 600 × 0.05
    #expect(market.total.exactText == "34")
  }

  @Test func `a guarantee of another year does not count`() throws {
    let (market, findings) = try market(
      "      contracts:\n" + contract("400 kWh", year: 2019, "0 kgCO2e/kWh"))
    #expect(market.uses.isEmpty)
    #expect(market.difference.isZero)
    #expect(findings == ["contract-of-other-year"])
  }

  @Test func `contracts never count for more than was consumed`() throws {
    // 900 kWh at 0.01, then 100 of the 300 at 0.02: 9 + 2.
    let (market, findings) = try market(
      "      contracts:\n" + contract("900 kWh", "0.01 kgCO2e/kWh")
        + contract("300 kWh", "0.02 kgCO2e/kWh"))
    #expect(market.uses.map(\.quantity) == [Number(900), Number(100)])
    #expect(market.total.exactText == "11")
    #expect(market.rest == .zero)
    #expect(findings == ["contract-above-consumption"])
  }

  @Test func `without a residual mix the rest is at the mix of the grid`() throws {
    // 600 of 1 000 kWh at 40.7: 24.42.
    let (market, _) = try market(
      "      contracts:\n" + contract("400 kWh", "0 kgCO2e/kWh"))
    #expect(market.total.exactText == "24.42")
  }

  @Test func `what is fed back is no consumption`() throws {
    let campus = try ReadingTests.read("2020;electricity;-1000;kWh;;;;;")
    #expect(try ReadingTests.filed(campus, 2020, "ghg-protocol").market == nil)
  }

  @Test func `a guarantee of either calendar year counts for an academic one`() throws {
    let campus = try CampusCase(
      ReadingTests.header + "2020-10;electricity;1000;kWh;;;;;\n",
      campus: "year-starts: 09-01\nyears:\n  2020:\n    electricity-market:\n      contracts:\n"
        + contract("400 kWh", year: 2021, "0 kgCO2e/kWh"))
    let market = try #require(try ReadingTests.filed(campus, 2020, "ghg-protocol").market)
    #expect(market.uses.map(\.quantity) == [Number(400)])
    #expect(campus.log.isEmpty)
  }

  @Test func `no electricity, no market-based figure`() throws {
    let campus = try ReadingTests.read("2020;natural-gas;1000;kWh PCS;;;;;")
    #expect(try ReadingTests.filed(campus, 2020, "ghg-protocol").market == nil)
  }

  @Test func `a register that contradicts the rows is said`() throws {
    let exclusion = "exclusions:\n  - {post: energy, reason: r, action: a, years: [2020]}\n"
    let campus = try ReadingTests.read(Self.row, campus: exclusion)
    #expect(campus.log.sortedGroups.map(\.kind.identifier) == ["exclusion-with-rows"])
    let other = try ReadingTests.read(
      Self.row, campus: "exclusions:\n  - {post: energy, reason: r, action: a, years: [2019]}\n")
    #expect(other.log.isEmpty)
  }
}

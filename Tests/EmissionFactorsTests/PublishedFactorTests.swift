import EmissionFactors
import Quantities
import Testing

/// Factors whose figures are known by heart, as Base Carbone® – ADEME V23.6 publishes them.
struct PublishedFactorTests {
  private func cells(_ factor: Factor, _ stage: Stage) -> Number {
    factor.cells.filter { $0.stage == stage && !$0.gas.isApart }
      .reduce(Number.zero) { $0 + $1.value }
  }

  @Test func `gas in France 2022 is 0.0344 upstream and 0.181 burnt, 0.215 in all`() throws {
    // Element 37133: 0.0344 + 0.181 = 0.2154, published as 0.215; the −0.0004 is kept apart.
    let gas = try #require(Shipped.catalog.factor(named: "bc-37133"))
    #expect(gas.unit.symbol == "kWh PCS")
    #expect(cells(gas, .upstream) == (try number("0.0344")))
    #expect(cells(gas, .combustion) == (try number("0.181")))
    #expect(cells(gas, .rounding) == (try number("-0.0004")))
    #expect(gas.total == (try number("0.215")))
  }

  @Test func `the gas split of upstream gas is 0.0243 of CO2 and 0.0101 of methane`() throws {
    // Element 37133, post "Amont": CO2f 0.0243, CH4f 0.0101.
    let gas = try #require(Shipped.catalog.factor(named: "bc-37133"))
    let upstream = gas.cells.filter { $0.stage == .upstream }
    #expect(upstream.map(\.gas) == [.co2Fossil, .ch4Fossil])
    #expect(upstream.map(\.value) == [try number("0.0243"), try number("0.0101")])
    #expect(gas.hasGasSplit && gas.hasStageSplit)
  }

  @Test func `electricity 2020 is 0.0599 a kWh`() throws {
    let factor = try #require(Shipped.catalog.factor(named: "28333"))
    #expect(factor.identifier == "bc-28333")
    #expect(factor.total == (try number("0.0599")))
    #expect(factor.covers(2020) && !factor.covers(2019) && !factor.covers(2021))
  }

  @Test(arguments: [
    // Base Carbone® – ADEME V23.6, « Électricité | mix moyen », one element a year.
    (2015, "0.0609"), (2016, "0.0573"), (2017, "0.0558"), (2018, "0.0571"), (2019, "0.0607"),
    (2020, "0.0599"), (2021, "0.0569"), (2022, "0.052"), (2023, "0.058"), (2024, "0.0519"),
  ])
  func `each year of electricity has one factor of its own`(year: Int, total: String) throws {
    let factors = Shipped.catalog.factors(ofFamily: "electricity", warming: .ar6)
      .filter { $0.covers(year) }
    #expect(factors.count == 1)
    #expect(factors.first?.total == (try number(total)))
  }

  @Test func `no year after 2024 has a factor for electricity`() {
    let factors = Shipped.catalog.factors(ofFamily: "electricity", warming: .ar6)
    #expect(factors.allSatisfy { !$0.covers(2025) && !$0.covers(2014) })
  }

  @Test func `gas is of mix 2015 up to 2021 and of mix 2022 after`() {
    // Our own from/to years: ADEME's validity dates are of publication, not of use.
    for (year, expected) in [
      (2015, "bc-26627"), (2021, "bc-26627"), (2022, "bc-37133"),
      (2030, "bc-37133"),
    ] {
      let found = Shipped.catalog.factors(ofFamily: "natural-gas", warming: .ar6)
        .filter { $0.covers(year) && $0.unit.symbol == "kWh PCS" }
      #expect(found.map(\.identifier) == [expected], "\(year)")
    }
  }

  @Test func `biogenic CO2 of burnt wood is apart, its uptake told and never netted`() throws {
    // Element 34937: combustion 0.4427 kg of CO2b, upstream −0.4427; total 0.0164 without either.
    let chips = try #require(Shipped.catalog.factor(named: "bc-34937"))
    #expect(chips.total == (try number("0.0164")))
    let apart = chips.cells.filter(\.gas.isApart)
    #expect(apart.map(\.gas) == [.co2Biogenic, .co2BiogenicUptake])
    #expect(apart.map(\.value) == [try number("0.4427"), try number("-0.4427")])
  }

  @Test func `Impact CO2 keeps its own licence`() throws {
    let night = try #require(Shipped.catalog.factor(named: "impactco2-hotel-night"))
    #expect(night.total == (try number("4.3")))
    #expect(night.provenance.source.contains("Impact CO2"))
  }
}

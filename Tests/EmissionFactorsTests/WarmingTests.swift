import EmissionFactors
import Quantities
import Testing

/// Refrigerants: potentials of pure gases, and blends computed from their composition.
struct WarmingTests {
  private func potential(_ name: String, _ set: GlobalWarmingSet) throws -> Number {
    try #require(Shipped.catalog.warmingFactor(named: name, set: set)).total
  }

  @Test(arguments: [
    // openscm/openscm-units tests/unit/test_units.py (BSD-3), vectors G-*-AR4: from mass fractions,
    // published rounded to a whole number.
    ("R-404A", "3922"), ("R-407A", "2107"), ("R-407C", "1774"), ("R-410A", "2088"),
    ("R-507A", "3985"),
  ])
  func `AR4 blends are within half a kilogram of the whole number published`(
    name: String, published: String
  ) throws {
    let difference = try potential(name, .ar4) - (try number(published))
    #expect(abs(difference.mantissa) <= (try number("0.5")).mantissa)
  }

  @Test(arguments: [
    // openclimatedata/globalwarmingpotentials (CC0), recomputed from components, vectors G-*-AR5:
    // 0.5·677 + 0.5·3170; 0.44·3170 + 0.52·4800 + 0.04·1300; 0.23·677 + 0.25·3170 + 0.52·1300.
    ("R-410A", "1923.5"), ("R-404A", "3942.8"), ("R-407C", "1624.21"),
  ])
  func `AR5 blends are exact, and not the AR4 values tables keep repeating`(
    name: String, exact: String
  ) throws {
    #expect(try potential(name, .ar5) == (try number(exact)))
  }

  @Test(arguments: [
    // Base Carbone® – ADEME V23.6, « PRG à 100 ans », AR6: 43152, 43133, 43131, 43135, 43294,
    // 43016, 43577, 43578, 43586.
    ("R-32", "771"), ("R-134a", "1530"), ("R-125", "3740"), ("R-143a", "5810"), ("SF6", "24300"),
    ("N2O", "273"), ("CH4-fossil", "29.8"), ("CH4-biogenic", "27"), ("R-1234yf", "0.501"),
  ])
  func `AR6 potentials are ADEME's`(name: String, value: String) throws {
    #expect(try potential(name, .ar6) == (try number(value)))
  }

  @Test(arguments: [
    // Base Carbone® – ADEME V23.6, blends under AR6, whole numbers: 43628, 43630, 43632. Ours:
    // 0.44·3740 + 0.52·5810 + 0.04·1530 = 4728; 0.23·771 + 0.25·3740 + 0.52·1530 = 1907.93;
    // 0.5·771 + 0.5·3740 = 2255.5.
    ("R-404A", "4728", "4728"), ("R-407C", "1907.93", "1908"), ("R-410A", "2255.5", "2256"),
  ])
  func `AR6 blends round to what ADEME publishes`(
    name: String, exact: String, published: String
  ) throws {
    let value = try potential(name, .ar6)
    #expect(value == (try number(exact)))
    #expect(
      abs((value - (try number(published))).mantissa) <= (try number("0.5")).mantissa)
  }

  @Test func `a gas that a report does not give has no factor under it`() {
    // gwp.csv: R-1234yf stands in AR6 only, R-245fa in AR4 and AR6; nothing is borrowed.
    #expect(Shipped.catalog.warmingFactor(named: "R-1234yf", set: .ar5)?.total == nil)
    #expect(Shipped.catalog.warmingFactor(named: "R-245fa", set: .ar5)?.total == nil)
    #expect(Shipped.catalog.warmingFactor(named: "R-448A", set: .ar4)?.total == nil)
    #expect(Shipped.catalog.warmingFactor(named: "R-999", set: .ar6)?.total == nil)
  }

  @Test func `the composition of every blend is the whole of it`() throws {
    for blend in Shipped.catalog.blends {
      let sum = blend.components.reduce(Number.zero) { $0 + $1.percent }
      #expect(sum == (try number("100")), "\(blend.name)")
    }
  }

  @Test func `a factor from a potential names the report and the source's number in it`() throws {
    // Base Carbone® numbers of R-32: 22505 in AR4, 22584 in AR5, 43152 in AR6.
    let factor = try #require(Shipped.catalog.warmingFactor(named: "R-32", set: .ar5))
    #expect(factor.identifier == "gwp-AR5-R-32")
    #expect(factor.provenance.release == "IPCC AR5")
    #expect(factor.provenance.sourceIdentifier == "22584")
    let blend = try #require(Shipped.catalog.warmingFactor(named: "R-410A", set: .ar6))
    #expect(blend.provenance.sourceIdentifier == "43152+43131")
  }

  @Test func `what a blend emits is filed by the group of its components`() throws {
    // R-448A holds 27 % of HFO (R-1234yf, R-1234ze), outside the Kyoto basket.
    let factor = try #require(Shipped.catalog.warmingFactor(named: "R-448A", set: .ar6))
    #expect(factor.cells.map(\.gas) == [.hfc, .other])
    // 0.20·0.501 + 0.07·1.37 = 0.1961
    #expect(factor.cells.last?.value == (try number("0.1961")))
  }
}

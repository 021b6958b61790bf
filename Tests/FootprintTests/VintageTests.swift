import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import TestSupport
import Testing

/// The factor of a year: its own, or a declared substitute, or an error; never a neighbour.
struct VintageTests {
  private static let header = "period;activity;quantity;unit\n"

  @Test(arguments: [
    // 1 000 kWh × the published factor of the year (Base Carbone® – ADEME V23.6).
    (2015, "60.9"), (2016, "57.3"), (2017, "55.8"), (2018, "57.1"), (2019, "60.7"),
    (2020, "59.9"), (2021, "56.9"), (2022, "52"), (2023, "58"), (2024, "51.9"),
  ])
  func `electricity is counted with the mix of its year`(year: Int, kilograms: String) throws {
    let campus = try CampusCase(Self.header + "\(year);electricity;1000;kWh\n")
    #expect(campus.log.found == [])
    #expect(campus.total(year) == kilograms)
  }

  @Test(arguments: [
    // 1 000 kWh PCS × 0.204 (mix 2015) up to 2021, × 0.215 (mix 2022) after.
    (2015, "204"), (2020, "204"), (2021, "204"), (2022, "215"), (2023, "215"), (2025, "215"),
  ])
  func `gas is counted with mix 2015 up to 2021 and mix 2022 after`(
    year: Int, kilograms: String
  ) throws {
    let campus = try CampusCase(Self.header + "\(year);natural-gas;1000;kWh PCS\n")
    #expect(campus.total(year) == kilograms)
  }

  @Test func `a year without a factor is an error that says which years there are`() throws {
    let marked = MarkedText(Self.header + "2025;👉electricity;1000;kWh\n")
    let campus = try CampusCase(marked.text)
    #expect(campus.log.found == marked.positions.map { "no-factor-for-year " + $0 })
    let facts = campus.log.facts(FootprintFindings.noFactorForYear)
    #expect(facts["year"] == "2025" && facts["years"] == "2015–2024")
    #expect(FootprintFindings.noFactorForYear.remedy.en.contains("substitutions"))
    let footprint = campus.run.footprint(year: 2025)
    #expect(!footprint.isComplete && footprint.rejectedRows == 1)
    #expect(footprint.total.isZero)
  }

  @Test func `a declared substitute counts, and every report can say so`() throws {
    let campus = try CampusCase(
      Self.header + "2025;electricity;1000;kWh\n2024;electricity;1000;kWh\n",
      campus: """
        substitutions:
          - {activity: electricity, year: 2025, factor: bc-43642, reason: not published yet}

        """)
    #expect(campus.log.found == ["substitute-used 4:5"])
    let facts = campus.log.facts(FootprintFindings.substituteUsed)
    #expect(facts["factor"] == "bc-43642" && facts["reason"] == "not published yet")
    // 1 000 × 0.0519
    #expect(campus.total(2025) == "51.9")
    let item = try #require(campus.run.footprint(year: 2025).items.first)
    #expect(item.resolution?.substitution?.reason == "not published yet")
    let other = try #require(campus.run.footprint(year: 2024).items.first)
    #expect(other.resolution?.substitution?.reason == nil)
  }

  @Test func `a substitute may be another thing, in a unit that leads there`() throws {
    // The heat of a network without a factor counted as gas: 1 MWh PCS × 0.215.
    let campus = try CampusCase(
      Self.header + "2023;heat-network-ales;1;MWh PCS\n",
      campus: "substitutions: [{activity: heat-network-ales, year: 2023, factor: bc-37133, "
        + "reason: gas}]\n")
    #expect(campus.total(2023) == "215")
  }

  @Test func `the set of potentials is the one of campus.yaml`() throws {
    let text = Self.header + "2022;refrigerant-r410a;10;kg\n"
    // 10 kg × 2087.5, 1923.5 and 2255.5.
    #expect(try CampusCase(text, campus: "gwp: AR4\n").total(2022) == "20875")
    #expect(try CampusCase(text, campus: "gwp: AR5\n").total(2022) == "19235")
    #expect(try CampusCase(text).total(2022) == "22555")
  }
}

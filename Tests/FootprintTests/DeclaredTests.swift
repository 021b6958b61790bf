import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

/// Figures that an organisation published as a whole: they carry a post and nothing else.
struct DeclaredTests {
  private static let header = "period;activity;post;label;quantity;unit;tags\n"

  private func read(_ rows: String...) throws -> CampusCase {
    let campus = try CampusCase(Self.header + rows.joined(separator: "\n") + "\n")
    #expect(campus.log.found == [])
    return campus
  }

  @Test func `scope, gas, stage and month are not split`() throws {
    let campus = try read("2019;declared-emissions;travel;Trajets;1,5;tCO2e;")
    #expect(campus.total(2019) == "1500")
    #expect(campus.parts(2019, .post) == ["travel=1500"])
    #expect(campus.parts(2019, .scope) == ["not-split=1500"])
    #expect(campus.parts(2019, .gas) == ["unspecified=1500"])
    #expect(campus.parts(2019, .stage) == ["whole=1500"])
    #expect(campus.parts(2019, .month) == ["declared=1500"])
    #expect(campus.parts(2019, .basis) == ["declared=1500"])
  }

  @Test func `a declared figure is told by no month even when its period is one`() throws {
    let campus = try read("2019-03;declared-emissions;travel;;10;kgCO2e;")
    #expect(campus.parts(2019, .month) == ["declared=10"])
  }

  @Test func `two figures of one post keep their labels`() throws {
    let campus = try read(
      "2019;declared-emissions;travel;Trajets;1;tCO2e;",
      "2019;declared-emissions;travel;Missions;2;tCO2e;",
      "2019;declared-emissions;unallocated;;3;tCO2e;")
    #expect(campus.parts(2019, .post) == ["travel=3000", "unallocated=3000"])
    let labels = campus.run.footprint(year: 2019).items.map(\.label)
    #expect(Set(labels) == ["Trajets", "Missions", ""])
  }

  @Test func `the ways a quantity is known are told apart`() throws {
    let campus = try CampusCase(
      "period;activity;quantity;unit;status\n2022;water-supply;5;m3;measured\n"
        + "2022;water-supply;7000;L;estimated\n2022;water-supply;1;m3;measured\n")
    let footprint = campus.run.footprint(year: 2022)
    let water = try #require(footprint.items.first).activity
    // 5 + 1 m3 measured, 7 000 L = 7 m3 estimated.
    let told = footprint.quantitiesByStatus(of: water)
    #expect(told.map(\.status) == [.measured, .estimated])
    #expect(told.map(\.quantity) == [Number(6), Number(7)])
  }

  @Test func `declared and computed figures add up, each told as what it is`() throws {
    let campus = try CampusCase(
      Self.header + "2022;declared-emissions;travel;;1;tCO2e;\n2022;electricity;;;1000;kWh;\n")
    #expect(campus.total(2022) == "1052")
    #expect(campus.parts(2022, .basis) == ["physical=52", "declared=1000"])
    let trace = campus.trace(2022)
    #expect(trace.filter { $0.resolution == nil }.map(\.amount.exactText) == ["1000"])
  }
}

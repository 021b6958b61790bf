import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

/// What a footprint says of scopes, gases, stages, sites, tags and what is beside its total.
struct ScopeSplitTests {
  private static let header = "period;site;building;activity;quantity;unit;characterisation;tags\n"
  private static let sites =
    "sites: {nord: {name: Nord, buildings: {a: Bât A, b: Bât B}}, sud: {name: Sud}}\n"

  private func read(_ rows: String...) throws -> CampusCase {
    let campus = try CampusCase(
      Self.header + rows.joined(separator: "\n") + "\n", campus: Self.sites)
    #expect(campus.log.count(of: .error) == 0, "\(campus.log.found)")
    return campus
  }

  @Test func `gas burnt is scope 1, its upstream and rounding scope 3`() throws {
    // 1 000 kWh PCS of 2022: 181 burnt; 34.4 upstream − 0.4 of rounding = 34.
    let campus = try read("2022;;;natural-gas;1000;kWh PCS;;")
    #expect(campus.parts(2022, .scope) == ["1=181", "3=34"])
    #expect(campus.parts(2022, .stage) == ["upstream=34.4", "combustion=181", "rounding=-0.4"])
    // CO2 181 + 24.3, CH4 10.1, rounding −0.4.
    #expect(campus.parts(2022, .gas) == ["co2-fossil=205.3", "ch4-fossil=10.1", "rounding=-0.4"])
  }

  @Test func `electricity is scope 2 at the plant, scope 3 before and after it`() throws {
    // 1 000 kWh of 2020 (element 28333): 40.7 at the plant, 19.2 before and after it.
    let campus = try read("2020;;;electricity;1000;kWh;;")
    #expect(campus.parts(2020, .scope) == ["2=40.7", "3=19.2"])
  }

  @Test func `what somebody else operates is scope 3 and counts the same`() throws {
    let campus = try read(
      "2022;;;natural-gas;1000;kWh PCS;not-operated;", "2022;;;electricity;1000;kWh;leased;")
    // 215 + 52
    #expect(campus.parts(2022, .scope) == ["3=267"])
  }

  @Test func `biogenic CO2 stands beside the total, its uptake too`() throws {
    // 1 000 kWh PCI of dry chips: 16.4 counted; 442.7 burnt and 442.7 taken up, both apart.
    let campus = try read("2022;;;wood-chips-dry;1000;kWh PCI;;")
    let footprint = campus.run.footprint(year: 2022)
    #expect(footprint.total.exactText == "16.4")
    #expect(footprint.biogenic.exactText == "442.7")
    let rows = footprint.breakdown(by: .gas)
    #expect(rows.filter { !$0.isApart }.map(\.amount.exactText) == ["16.4"])
    #expect(rows.filter(\.isApart).map(\.amount.exactText) == ["442.7", "-442.7"])
    #expect(campus.parts(2022, .scope) == ["3=16.4"])
  }

  @Test func `sites and buildings are told in the order of campus.yaml`() throws {
    let campus = try read(
      "2022;sud;;electricity;1000;kWh;;", "2022;nord;b;electricity;2000;kWh;;",
      "2022;nord;a;electricity;3000;kWh;;", "2022;;;electricity;4000;kWh;;")
    #expect(campus.parts(2022, .site) == ["nord=260", "sud=52", "=208"])
    #expect(campus.parts(2022, .building) == ["nord/a=156", "nord/b=104", "=260"])
  }

  @Test func `lines with the same set of tags are one part`() throws {
    let campus = try CampusCase(
      "period,activity,quantity,unit,tags\n2022,electricity,1000,kWh,lab|sport\n"
        + "2022,electricity,1000,kWh,sport | lab\n2022,electricity,1000,kWh,\n")
    #expect(campus.parts(2022, .tag) == ["lab|sport=104", "=52"])
  }

  @Test func `posts stand in the order of the nomenclature, or in the campus's own`() throws {
    let rows = "2022;;;business-train-tgv;1000;passenger.km;;\n2022;;;electricity;1000;kWh;;\n"
    // 1 000 × 0.00293 (TGV 2022).
    #expect(
      try CampusCase(Self.header + rows, campus: Self.sites).parts(2022, .post)
        == ["energy=52", "travel=2.93"])
    let own = try CampusCase(
      Self.header + rows, campus: Self.sites + "posts: {travel: Déplacements, energy: Énergie}\n")
    #expect(own.parts(2022, .post) == ["travel=2.93", "energy=52"])
    #expect(own.run.footprint(year: 2022).label(ofPost: "travel").fr == "Déplacements")
  }

  @Test func `solar power that is used counts, what is sold only as a quantity`() throws {
    // 1 000 kWh self-consumed × 0.0439 (panels made in China); 500 kWh sold.
    let campus = try read("2022;;;solar-self-consumed;1000;kWh;;", "2022;;;solar-sold;500;kWh;;")
    #expect(campus.parts(2022, .scope) == ["3=43.9"])
    let items = campus.run.footprint(year: 2022).items
    let sold = try #require(items.first { $0.activity.identifier == "solar-sold" })
    #expect(sold.cells.isEmpty && sold.total.isZero)
    #expect(sold.resourceQuantity == Number(500))
  }

  @Test func `a commuting survey is filed under its population`() throws {
    // Own factors: umr-marbec/marbec-green, H20, hybrid car at 0.1828 a km, 80 km a day, 5 days,
    // 41 weeks: 2 997.92, printed 2 998. Ours (element 28009) is 0.147 a km: 16 400 × 0.147.
    let campus = try CampusCase(
      "period;population;mode;distance;days;weeks\n2022;staff;car-hybrid;40;5;41\n"
        + "2022;students;walk;1;5;41\n")
    #expect(campus.log.found == [])
    let rows = campus.run.footprint(year: 2022).breakdown(by: .post)
    #expect(rows.map(\.key) == ["travel", "commuting-staff", "commuting-students"])
    #expect(rows.map(\.amount.exactText) == ["2410.8", "2410.8", "0"])
  }

  @Test func `resources only tell quantities and no footprint`() throws {
    let campus = try CampusCase(
      "period;activity;quantity;unit\n2022;electricity;1000;kWh\n",
      campus: "years: {2022: {footprint: resources-only, footprint-note: n}}\n")
    let footprint = campus.run.footprint(year: 2022)
    #expect(footprint.isResourcesOnly && footprint.total.isZero)
    #expect(footprint.items.map(\.resourceQuantity) == [Number(1000)])
    #expect(footprint.isComplete)
  }
}

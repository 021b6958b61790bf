import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

// Results that others published, computed here from rows and factors of our own; only numbers are
// taken from these projects. The identifiers are those of our list of external checks.
struct VectorTests {
  private static let activities = """
    id,label-fr,label-en,family,unit,post,scope-rule,ledger
    own,Essai,Test,own,kg,goods-other,purchased,footprint
    own-fuel,Essai,Test,own-fuel,kWh,energy-fossil-fuels,fuel,footprint
    own-power,Essai,Test,own-power,kWh,energy-electricity,electricity,footprint
    commute-staff-own-car,Essai,Test,own-car,vehicle.km,commuting-staff,purchased,footprint

    """

  private func campus(_ text: String, family: String = "own", _ factor: String, per unit: String)
    throws -> CampusCase
  {
    // The other families of the test need a factor as well.
    let rest = ["own", "own-fuel", "own-power", "own-car"].filter { $0 != family }
      .map { "\($0)-0,\($0),whole,1,kg,own,own,own\n" }.joined()
    return try CampusCase(
      text,
      factors: "factor,family,stage,total,unit,release,source,licence\n"
        + "\(family)-1,\(family),whole,\(factor),\(unit),own,own,own\n" + rest,
      activities: Self.activities)
  }

  @Test(arguments: [
    // F2, F4: EPFL-ENAC/co2-calculator, test_csv_ingest_matrix_pg.py.
    ("100", "kg", "1.5", "kg", "150"), ("200", "EUR", "0.5", "EUR", "100"),
    // F6: the same, test_buildings_schemas.py: 100 m2 × 10 kWh/m2 × 0.5 = 500 kWh, × 0.2.
    ("500", "kWh", "0.2", "kWh", "100"),
    // F8: hyperledger-labs/blockchain-carbon-accounting: 128 kWh × 0.19359146878269065 t/MWh, 12
    // decimals of the factor kept; printed rounded, 25.
    ("128", "kWh", "0.193591468782", "kWh", "24.779708004096"),
    // F10, F12: pledge4future/co2calculator, test_calculate_energy.py.
    ("250", "kWh", "0.01074", "kWh", "2.685"), ("10000", "kWh", "0.44912", "kWh", "4491.2"),
    // F14: undp/carbon-footprint-program, emission-calculation.md.
    ("500", "L", "2.38", "L", "1190"),
    // F16: sustainability-suite/sustainability-odoo: one day of eight hours.
    ("8", "h", "2.5", "h", "20"),
    // S1: tools.gera.services, location-based: 1e6 kWh × 0.20 = 200 t.
    ("1", "GWh", "0.2", "kWh", "200000"),
    // H13: Alex-code-lab/LABeCO2: 588 km × 200 journeys by TGV × 0.0033.
    ("117600", "passenger.km", "0.0033", "passenger.km", "388.08"),
  ])
  func `a quantity times a factor is exact`(
    quantity: String, unit: String, factor: String, per: String, kilograms: String
  ) throws {
    let campus = try campus(
      "period;activity;quantity;unit\n2022;own;\(quantity);\(unit)\n", factor, per: per)
    #expect(campus.total(2022) == kilograms)
  }

  @Test(arguments: [
    // F28: incubateur-ademe/impactco2, transport.test.ts: 100 km by car, 11.055776005563 alone
    // and half of it for each of two; 50 km there and back.
    ("50", "1", "1", "2", "0.110557760056", "5.5278880028"),
    // H20: umr-marbec/marbec-green: 80 km a day, 5 days, 41 weeks × 0.1828; printed 2 998.
    ("40", "5", "41", "1", "0.1828", "2997.92"),
    // H22: 10 km a day by bicycle × 0.005 = 10.25, printed 10.
    ("5", "5", "41", "1", "0.005", "10.25"),
  ])
  func `an answer of a commuting survey is exact`(
    distance: String, days: String, weeks: String, people: String, factor: String,
    kilograms: String
  ) throws {
    let campus = try campus(
      "period;population;mode;distance;days;weeks;people\n"
        + "2022;staff;own-car;\(distance);\(days);\(weeks);\(people)\n",
      family: "own-car", factor, per: "vehicle.km")
    #expect(campus.total(2022) == kilograms)
  }

  @Test func `scope 1 and scope 2 add up to the gross figure of American University`() throws {
    // W5: STARS report 2020-03-06, OP 2: 7 522.73 t + 466.22 t = 7 988.95 t.
    let campus = try CampusCase(
      "period;activity;quantity;unit\n2019;own-fuel;7522730;kWh\n2019;own-power;466220;kWh\n",
      factors: "factor,family,stage,total,unit,release,source,licence\n"
        + ["own", "own-fuel", "own-power", "own-car"].map {
          "\($0)-1,\($0),whole,1,kWh,own,own,own\n"
        }.joined(),
      activities: Self.activities)
    #expect(campus.parts(2019, .scope) == ["1=7522730", "2=466220"])
    #expect(campus.total(2019) == "7988950")
  }

  @Test(arguments: [
    // W4: American University, STARS OP 18/19, FY19 and FY17: recycled, composted, donated,
    // landfilled tonnes; donations are a way of recycling here.
    (["390.56", "228.42", "129.64", "1189.73"], "1938.35"),
    (["430.28", "126.88", "27.98", "1247.44"], "1832.58"),
  ])
  func `waste generated is the sum of its treatments`(tonnes: [String], sum: String) throws {
    let names = ["recycled", "composted", "recycled", "landfilled"]
    let rows = zip(names, tonnes).map { "2019;waste-total-\($0);\($1);t\n" }.joined()
    let campus = try CampusCase("period;activity;quantity;unit\n" + rows)
    let items = campus.run.footprint(year: 2019).items
    let total = items.reduce(Number.zero) { $0 + ($1.resourceQuantity ?? .zero) }
    #expect(total == (try number(sum)))
    #expect(campus.total(2019) == "0")
  }

  @Test(arguments: [
    // W2: AASHE STARS, OP 21/22, water over weighted users, published to the hundredth. Gallons
    // are written here as m3: a ratio does not mind. Southwestern, Utah State (m3), Sewanee,
    // Lewis & Clark, and American University, whose count is entered as it is published.
    ([1142, 3, 0, 1508, 407, 30], "40456000", 23797.65),
    ([4000, 120, 0, 14288, 2603, 693], "780038.85", 59.19),
    ([1626, 15, 5, 1725, 712, 28], "21402000", 9631.86),
    ([1333, 6, 0, 3214, 729, 0], "22270255", 6764.96),
    ([0, 0, 12517.25, 0, 0, 0], "73394755.43", 5863.49),
  ])
  func `water per weighted user is the one published`(
    users: [Double], water: String, published: Double
  ) throws {
    let keys = [
      "resident-students", "resident-staff", "other-residents", "students-fte", "staff-fte",
      "distance-students",
    ]
    let list = zip(keys, users).map { "\($0): \($1)" }.joined(separator: ", ")
    let campus = try CampusCase(
      "period;activity;quantity;unit\n2019;water-supply;\(water);m3\n",
      campus: "years: {2019: {weighted-users: {\(list)}}}\n")
    let footprint = campus.run.footprint(year: 2019)
    let quantity = try #require(footprint.items.first?.resourceQuantity).toDouble()
    let count = try #require(footprint.campusYear.weightedUsers).count.toDouble()
    // Published to two decimals: the tolerance is that of the list, 1e-4.
    #expect(abs(quantity / count / published - 1) < 1e-4)
  }

  @Test func `water per user fell by the percentage Lewis & Clark prints`() throws {
    // W3: 6 764.96 against 10 613.46 gallons a user, 36.26 % less (OP 21, 2020-03-06).
    let campus = try CampusCase(
      "period;activity;quantity;unit\n2005;water-supply;10613.46;m3\n"
        + "2019;water-supply;6764.96;m3\n", campus: "years: {2005: {footprint: resources-only}}\n")
    let water = try [2005, 2019].map {
      try #require(campus.run.footprint(year: $0).items.first?.resourceQuantity).toDouble()
    }
    #expect(abs((1 - water[1] / water[0]) * 100 - 36.26) < 0.01)
  }
}

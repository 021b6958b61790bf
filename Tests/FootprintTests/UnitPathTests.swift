import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import TestSupport
import Testing

/// The way from the unit of a line to the unit of a factor: arithmetic, named steps, or refused.
struct UnitPathTests {
  private static let header = "period;activity;quantity;unit\n"

  private func total(_ row: String, campus: String = "") throws -> String {
    let campus = try CampusCase(Self.header + row + "\n", campus: campus)
    #expect(campus.log.count(of: .error) == 0, "\(campus.log.found)")
    return campus.total(2022)
  }

  private func refused(_ row: String, campus: String = "") throws -> [String] {
    let marked = MarkedText(Self.header + row + "\n")
    let campus = try CampusCase(marked.text, campus: campus)
    return campus.log.found.map { $0.split(separator: " ").first.map(String.init) ?? "" }
  }

  @Test(arguments: [
    // Electricity 2022: 0.052 a kWh; 1 MWh = 1 000 kWh.
    ("2022;electricity;12;MWh", "624"),
    ("2022;electricity;1;GWh", "52000"),
    // Gas 2022: 0.215 a kWh PCS; 0.239 a kWh PCI, which has a factor of its own.
    ("2022;natural-gas;1;MWh PCS", "215"), ("2022;natural-gas;1000;kWh PCI", "239"),
    // Paper 0.919 a kg; sulphuric acid 148 a tonne.
    ("2022;paper;2;t", "1838"), ("2022;chemical-sulfuric-acid;10;kg", "1.48"),
    // Petrol 2.69 a litre; 1 m3 = 1 000 L.
    ("2022;fleet-petrol;1;m3", "2690"),
    // Water 0.132 a m3.
    ("2022;water-supply;1000;L", "0.132"),
    // Meals and nights.
    ("2022;meal-average;100;meal", "204"), ("2022;hotel-night;10;night", "43"),
  ])
  func `units of one dimension convert exactly`(row: String, kilograms: String) throws {
    #expect(try total(row) == kilograms)
  }

  @Test func `a ratio without end is rounded once, at the eighteenth decimal`() throws {
    // 36 MJ = 10 kWh; 0.0407 (plant 2020) and the other cells ÷ 3.6 have no end: 0.599 in all,
    // each of a handful of coefficients being off by less than 10⁻¹⁸.
    let campus = try CampusCase(Self.header + "2020;electricity;36;MJ\n")
    let total = campus.run.footprint(year: 2020).total
    let difference = total - ExactAmount(try number("0.599"))
    #expect(difference.rounded(decimals: 15).isZero)
  }

  @Test func `heating oil in litres has its own factor, and in kilograms goes through its energy`()
    throws
  {
    // 3.25 a litre (element 14087). In kg: 35/3 kWh PCI a kg × 0.325 = 3.791666…
    #expect(try total("2022;heating-oil;100;L") == "325")
    let campus = try CampusCase(Self.header + "2022;heating-oil;3;kg\n")
    let item = try #require(campus.run.footprint(year: 2022).items.first)
    #expect(item.resolution?.steps.count == 1)
    #expect(item.resolution?.steps.first?.source.contains("42 GJ") == true)
    #expect(item.resolution?.ratio == Ratio(35, 3))
    // 3 kg × 35/3 × 0.325 = 11.375, the coefficients being rounded at 18 decimals.
    let error = abs(item.total.toDouble() - 11.375)
    #expect(error < 1e-15)
  }

  @Test(arguments: [
    ("2022;natural-gas;1000;kWh", "heating-value-missing"),
    ("2022;natural-gas;1000;MWh", "heating-value-missing"),
    ("2022;meal-average;100;night", "unit-mismatch"), ("2022;paper;12;MWh", "unit-mismatch"),
    ("2022;hotel-night;3;meal", "unit-mismatch"), ("2022;electricity;5;kg", "unit-mismatch"),
    ("2022;electricity;5;kWh PCS", "unit-mismatch"), ("2022;paper;5;EUR", "unit-mismatch"),
    ("2022;business-train-tgv;5;vehicle.km", "unit-mismatch"),
    ("2022;business-car-petrol;5;passenger.km", "unit-mismatch"),
    ("2022;water-supply;5;m2", "unit-mismatch"), ("2022;videoconference;5;GB", "unit-mismatch"),
  ])
  func `what does not fit is refused, never multiplied`(row: String, kind: String) throws {
    #expect(try refused(row) == [kind])
  }

  @Test func `kWh of gas are met with the unit that bills use`() throws {
    let campus = try CampusCase(Self.header + "2022;natural-gas;1000;kWh\n")
    #expect(campus.log.sortedGroups.first?.first.first?.suggestion == "kWh PCS")
  }

  @Test func `a gigabyte is not a gibibyte, nor a gigabit`() throws {
    // 1 GB = 10⁹ bytes, 1 GiB = 2³⁰ = 1 073 741 824 bytes, 1 Gb = 10⁹ bits = 0.125 GB.
    let own =
      "factor,family,stage,total,unit,release,source,licence\n"
      + "own-data,own-data,whole,1,GB,own,own,own\n"
    let activity =
      "id,label-fr,label-en,family,unit,post,scope-rule,ledger\n"
      + "data,D,D,own-data,GB,services-digital,purchased,footprint\n"
    for (unit, kilograms) in [("GB", "1"), ("GiB", "1.073741824"), ("Gb", "0.125")] {
      let campus = try CampusCase(
        Self.header + "2022;data;1;\(unit)\n", factors: own, activities: activity)
      #expect(campus.total(2022) == kilograms, "\(unit)")
    }
  }
}

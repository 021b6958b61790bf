import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

/// What the official readings make of one line, by their published rules.
struct ReadingTests {
  static let header =
    "period;activity;quantity;unit;characterisation;post;label;lifetime;purchased\n"

  static func read(_ rows: String..., campus: String = "") throws -> CampusCase {
    let result = try CampusCase(
      header + rows.joined(separator: "\n") + "\n", campus: campus)
    #expect(result.log.count(of: .error) == 0, "\(result.log.found)")
    return result
  }

  static func filed(_ campus: CampusCase, _ year: Int, _ reading: String) throws -> FiledFootprint {
    let reading = try #require(campus.run.catalog.reading(named: reading))
    return campus.run.footprint(year: year).filed(under: reading)
  }

  /// `code=amount`, then `out:reason=amount`.
  static func codes(_ campus: CampusCase, _ year: Int, _ reading: String) throws -> [String] {
    let filed = try filed(campus, year, reading)
    let codes = filed.reading.codes.filter { $0.kind == .code }.compactMap { code in
      let entry = filed.entry(code)
      return entry.byGas.isEmpty ? nil : "\(code.identifier)=\(entry.total.exactText)"
    }
    return codes + filed.leftOut.map { "out:\($0.code.identifier)=\($0.entry.total.exactText)" }
  }

  private func expect(
    _ rows: String..., year: Int = 2022, campus: String = "", beges: [String], ghg: [String],
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let result = try CampusCase(
      Self.header + rows.joined(separator: "\n") + "\n", campus: campus)
    #expect(result.log.count(of: .error) == 0, "\(result.log.found)", sourceLocation: place)
    #expect(try Self.codes(result, year, "beges") == beges, sourceLocation: place)
    #expect(try Self.codes(result, year, "iso-14064-1") == beges, sourceLocation: place)
    #expect(try Self.codes(result, year, "ghg-protocol") == ghg, sourceLocation: place)
  }

  @Test func `gas is burnt on site, its upstream and rounding bought`() throws {
    // 1 000 kWh PCS of 2022 (element 37133): 181 burnt; 34.4 upstream − 0.4 of rounding = 34.
    try expect(
      "2022;natural-gas;1000;kWh PCS;;;;;", beges: ["1.1=181", "4.1=34"],
      ghg: ["1.1=181", "3.3=34"])
    try expect(
      "2022;natural-gas;1000;kWh PCS;leased;;;;", beges: ["4.4=215"], ghg: ["3.8=215"])
    try expect(
      "2022;natural-gas;1000;kWh PCS;not-operated;;;;", beges: ["6.1=215"],
      ghg: ["out:not-operated=215"])
    try expect(
      "2022;natural-gas;1000;kWh PCS;rented-out;;;;", beges: ["5.2=215"], ghg: ["3.13=215"])
  }

  @Test func `electricity is imported at the plant; upstream and losses are not`() throws {
    // 1 000 kWh of 2020 (element 28333): 40.7 at the plant; 13.8 before it, 5.4 on the lines.
    try expect(
      "2020;electricity;1000;kWh;;;;;", year: 2020, beges: ["2.1=40.7", "4.1=19.2"],
      ghg: ["2.1=40.7", "3.3=19.2"])
    // A car charged on it is no other electricity.
    try expect(
      "2020;electricity-vehicle-charging;1000;kWh;;;;;", year: 2020,
      beges: ["2.1=40.7", "4.1=19.2"], ghg: ["2.1=40.7", "3.3=19.2"])
  }

  @Test func `leaks are direct, and CFCs are outside the Kyoto basket`() throws {
    // AR6: R-32 is 771 a kg.
    try expect("2022;refrigerant-r32;2;kg;;;;;", beges: ["1.4=1542"], ghg: ["1.4=1542"])
    let campus = try Self.read("2022;refrigerant-r32;2;kg;;;;;")
    let entry = try Self.filed(campus, 2022, "beges").reported
    #expect(entry.amount(in: .otherGases).exactText == "1542")
    #expect(entry.amount(in: .co2).isZero)
  }

  @Test func `recycled waste is 41 kg a tonne, or the whole factor`()
    throws
  {
    // Element 34480: 992 kg a tonne of cardboard. 10 t: 410 by the convention, 9 920 whole.
    let campus = try Self.read("2022;waste-cardboard-recycling;10;t;;;;;")
    #expect(campus.total(2022) == "410")
    #expect(try Self.codes(campus, 2022, "bilan-carbone") == ["7.1=410"])
    #expect(try Self.codes(campus, 2022, "beges") == ["4.3=9920", "out:recycling=-9510"])
    #expect(try Self.codes(campus, 2022, "iso-14064-1") == ["4.3=9920", "out:recycling=-9510"])
    #expect(try Self.codes(campus, 2022, "ghg-protocol") == ["3.5=410"])
  }

  @Test func `an asset is amortised, or counted whole in the year it is bought`() throws {
    // 100 m² of concrete school building at 440 kg/m² over 50 years: 44 000, or 880 a year.
    let row = "2022;building-education-concrete;100;m2;;;;50;2022"
    let campus = try Self.read(row)
    #expect(try Self.codes(campus, 2022, "beges") == ["4.2=880"])
    #expect(
      try Self.codes(campus, 2022, "ghg-protocol") == ["3.2=44000", "out:assets=-43120"])
    #expect(try Self.codes(campus, 2023, "beges") == ["4.2=880"])
    #expect(try Self.codes(campus, 2023, "ghg-protocol") == ["out:assets=880"])
    #expect(try Self.codes(campus, 2072, "beges").isEmpty, "amortised: no more")
  }

  @Test func `what is rented is no purchase of the year`() throws {
    // 100 m² over 50 years: 880 a year, in whichever year, for whoever rents it or lets it.
    for (word, beges, ghg) in [
      ("leased", "4.4=880", "3.8=880"), ("rented-out", "5.2=880", "3.13=880"),
    ] {
      let campus = try Self.read("2022;building-education-concrete;100;m2;\(word);;;50;2022")
      #expect(try Self.codes(campus, 2022, "beges") == [beges])
      #expect(try Self.codes(campus, 2022, "ghg-protocol") == [ghg])
    }
  }

  @Test func `contrails are counted, and outside the GHG Protocol total`() throws {
    // Element 43745 and its like: what `other` holds is what the GHG Protocol leaves out.
    let campus = try Self.read("2022;business-plane-over-5000;1000;passenger.km;;;;;")
    let footprint = campus.run.footprint(year: 2022)
    let other = footprint.breakdown(by: .gas).first { $0.key == "other" }
    let contrails = try #require(other?.amount)
    let filed = try Self.filed(campus, 2022, "ghg-protocol")
    #expect(filed.reported.total + contrails == footprint.total)
    #expect(filed.leftOut.map(\.code.identifier) == ["outside-kyoto"])
    #expect(try Self.filed(campus, 2022, "beges").reported.total == footprint.total)
  }

  @Test func `students are commuters unless the campus says visitors`() throws {
    let row = "2022;commute-students-car-petrol;1000;vehicle.km;;;;;"
    let campus = try Self.read(row)
    let total = campus.total(2022)
    #expect(try Self.codes(campus, 2022, "beges") == ["3.3=\(total)"])
    #expect(try Self.codes(campus, 2022, "ghg-protocol") == ["3.7=\(total)"])
    let visitors = try Self.read(row, campus: "readings: {students: visitors}\n")
    #expect(try Self.codes(visitors, 2022, "beges") == ["3.4=\(total)"])
    #expect(try Self.codes(visitors, 2022, "ghg-protocol") == ["out:visitors=\(total)"])
    #expect(visitors.total(2022) == total)
  }

  @Test func `a fleet car burns, its fuel comes from somewhere, it was made`() throws {
    // Per km: combustion 1.2; upstream 4.1 and 3.3; manufacture 4.2, which the GHG Protocol counts
    // when the car is bought.
    let campus = try Self.read("2022;fleet-car-diesel;1000;vehicle.km;;;;;")
    let footprint = campus.run.footprint(year: 2022)
    func stages(_ names: String...) -> String {
      footprint.breakdown(by: .stage).filter { names.contains($0.key) }
        .reduce(ExactAmount.zero) { $0 + $1.amount }.exactText
    }
    let (burnt, made) = (stages("combustion"), stages("manufacture"))
    let before = stages("upstream", "rounding")
    #expect(
      try Self.codes(campus, 2022, "beges") == ["1.2=\(burnt)", "4.1=\(before)", "4.2=\(made)"])
    #expect(
      try Self.codes(campus, 2022, "ghg-protocol") == [
        "1.2=\(burnt)", "3.3=\(before)", "out:vehicle-manufacture=\(made)",
      ])
  }

  @Test func `a declared figure is filed where no detail is needed`() throws {
    try expect(
      "2022;declared-emissions;5;kgCO2e;;waste;w;;", "2022;declared-emissions;7;kgCO2e;;energy;e;;",
      "2022;declared-emissions;11;kgCO2e;;goods;g;;",
      "2022;declared-emissions;13;kgCO2e;;assets;a;;",
      "2022;declared-emissions;17;kgCO2e;;travel;t;;",
      "2022;declared-emissions;19;kgCO2e;;unallocated;u;;",
      beges: ["4.1=11", "4.2=13", "4.3=5", "out:declared-whole=43"],
      ghg: ["3.1=11", "3.5=5", "out:declared-whole=43", "out:declared-assets=13"])
  }

  @Test func `use in dependence is in the Bilan Carbone total only`() throws {
    let campus = try Self.read("2022;declared-emissions;5;kgCO2e;;use-dependence;d;;")
    #expect(try Self.codes(campus, 2022, "bilan-carbone") == ["9.2=5"])
    #expect(try Self.codes(campus, 2022, "beges") == ["out:dependence=5"])
    #expect(try Self.codes(campus, 2022, "ghg-protocol") == ["out:dependence=5"])
  }

  @Test func `what is sold goes by who uses it`() throws {
    let use = "2022;declared-emissions;5;kgCO2e;%;use-responsibility;d;;"
    let end = "2022;declared-emissions;3;kgCO2e;%;end-of-life-waste;d;;"
    func rows(_ word: String) -> [String] {
      [use, end].map { row in
        row.split(separator: "%", omittingEmptySubsequences: false).joined(separator: word)
      }
    }
    for (word, beges, ghg) in [
      ("final-client", ["5.1=5", "5.3=3"], ["3.11=5", "3.12=3"]),
      ("intermediary", ["5.1=5", "5.3=3"], ["3.10=5", "3.12=3"]),
      ("rented-out", ["5.2=8"], ["3.13=8"]),
      ("", ["out:unfiled=8"], ["out:unfiled=8"]),
    ] {
      let rows = rows(word)
      try expect(rows[0], rows[1], beges: beges, ghg: ghg)
    }
  }

  @Test func `freight goes by who pays`() throws {
    let campus = try Self.read("2022;declared-emissions;5;kgCO2e;not-paid;freight-inbound;d;;")
    #expect(try Self.codes(campus, 2022, "beges") == ["3.2=5"])
    #expect(try Self.codes(campus, 2022, "ghg-protocol") == ["3.9=5"])
    try expect(
      "2022;declared-emissions;5;kgCO2e;;freight-outbound;d;;", beges: ["3.1=5"], ghg: ["3.4=5"])
  }

  @Test func `laboratory gases are process emissions unless they leak`() throws {
    // AR6: N2O is 273 a kg.
    try expect("2022;gas-n2o;1;kg;;;;;", beges: ["1.3=273"], ghg: ["1.3=273"])
    try expect("2022;gas-n2o;1;kg;fugitive;;;;", beges: ["1.4=273"], ghg: ["1.4=273"])
    try expect("2022;gas-n2o;1;kg;process;;;;", beges: ["1.3=273"], ghg: ["1.3=273"])
  }
}

import Diagnostics
import EmissionFactors
import Quantities
import Tables
import Testing

/// The tables of readings: what is wrong in them is told at its cell, and left out.
struct ReadingTableTests {
  private static let readings =
    "id,label-fr,label-en,gases,recycling,assets,outside-kyoto,electricity,note-fr,note-en\n"
  private static let codes = "reading,code,parent,kind,label-fr,label-en\n"
  private static let rules = "reading,post,nature,stage,characterisation,when,code\n"
  private static let sound = "r,R,R,co2|ch4,full,amortised,counted,location,,\n"

  private func read(
    readings: String = sound, codes: String = "r,1,,code,un,one\n", rules: String = "",
    recycling: String = ""
  ) -> (catalog: FactorCatalog, log: FindingLog) {
    var sources = CatalogSources()
    func set(_ table: CatalogTable, _ header: String, _ rows: String) {
      guard !rows.isEmpty else { return }
      sources[table] = [ByteSource(name: table.path, bytes: Array((header + rows).utf8))]
    }
    set(.posts, "id,parent,label-fr,label-en\n", "top,,T,T\nsub,top,S,S\n")
    set(.readings, Self.readings, readings)
    set(.readingCodes, Self.codes, codes)
    set(.readingRules, Self.rules, rules)
    set(.recycling, "source,source-id,value,unit,label\n", recycling)
    var log = FindingLog()
    return (FactorCatalogReader.read(sources, log: &log), log)
  }

  @Test func `a sound table gives no finding`() {
    let (catalog, log) = read(rules: "r,top,,upstream|whole,operated,,1\n")
    #expect(log.found == [])
    #expect(catalog.readings.map(\.identifier) == ["r"])
  }

  @Test(arguments: [
    "r,nothing,,,,,1\n", "x,top,,,,,1\n", "r,top,,,,,9\n", "r,top,magic,,,,1\n",
    "r,top,,nowhere,,,1\n", "r,top,,,nobody,,1\n",
  ])
  func `a rule that names what does not exist is refused`(rule: String) {
    #expect(read(rules: rule).log.sortedGroups.map(\.kind.identifier) == ["bad-factor-value"])
  }

  @Test func `two rules for one thing are refused, unless they say the same`() {
    let codes = "r,1,,code,un,one\nr,2,,code,deux,two\n"
    #expect(read(codes: codes, rules: "r,top,,,,,1\nr,top,,,,,2\n").log.found.count == 1)
    #expect(read(codes: codes, rules: "r,top,,,,,1\nr,top,,,,,1\n").log.found == [])
    #expect(read(codes: codes + "r,1,,code,encore,again\n").log.found.count == 1)
  }

  @Test(arguments: [
    "r,R,R,co2|soot,full,amortised,counted,location,,\n",
    "r,R,R,co2,half,amortised,counted,location,,\n",
    "r,R,R,co2,full,never,counted,location,,\n",
    "r,R,R,co2,full,amortised,lost,location,,\n",
    "r,R,R,co2,full,amortised,counted,nowhere,,\n",
  ])
  func `a reading with an unknown word is left out`(row: String) {
    let (catalog, log) = read(readings: row, codes: "")
    #expect(log.sortedGroups.map(\.kind.identifier) == ["bad-factor-value"])
    #expect(catalog.readings.isEmpty)
  }

  @Test(arguments: ["s,1,x,t,\n", "s,1,41,furlongs,\n", "s,1,4 1,t,\n"])
  func `a convention needs a number and a unit`(row: String) {
    #expect(read(recycling: row).log.sortedGroups.map(\.kind.identifier) == ["bad-factor-value"])
  }

  /// The list that comes with the method's published tool: 87 factors at 41 kgCO2e a tonne.
  @Test func `every factor under the convention is in tonnes and counts 41`() throws {
    let rows = Shipped.rows("readings/recycling.csv")
    #expect(rows.count == 87)
    #expect(rows.allSatisfy { $0["value"] == "41" && $0["unit"] == "t" })
    let listed = Set(rows.compactMap { $0["source-id"] })
    let concerned = Shipped.catalog.factors.filter { factor in
      Shipped.catalog.conventionalCells(of: factor) != nil
    }
    #expect(concerned.count == 37)
    for factor in concerned {
      #expect(listed.contains(factor.provenance.sourceIdentifier))
      #expect(factor.unit.symbol == "t")
      #expect(Shipped.catalog.conventionalCells(of: factor)?.map(\.value) == [try number("41")])
    }
  }
}

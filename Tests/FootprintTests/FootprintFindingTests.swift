import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import TestSupport
import Testing

/// Every kind of finding of lines that meet factors, each from the smallest campus that has it.
struct FootprintFindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: FindingKind
    var text: String
    var campus = ""

    var testDescription: String { kind.identifier }
  }

  private static let header = "period;activity;quantity;unit;post\n"
  private static let substitution =
    "substitutions: [👉{activity: electricity, year: 2025, factor: bc-43642, reason: r}]\n"

  private static func contracts(_ year: String, _ quantity: String) -> String {
    "years: {2022: {electricity-market: {contracts: [👉{label: l, quantity: \(quantity), "
      + "\(year), emissions: 0 kgCO2e/kWh, source: s}]}}}\n"
  }

  static let cases: [Case] = [
    Case(
      kind: FootprintFindings.noFactor, text: header + "2022;👉refrigerant-r1234yf;1;kg;\n",
      campus: "gwp: AR5\n"),
    Case(
      kind: FootprintFindings.noFactorForYear, text: header + "2025;👉electricity;1;kWh;\n"),
    Case(kind: FootprintFindings.unitMismatch, text: header + "2022;meal-average;1;👉night;\n"),
    Case(
      kind: FootprintFindings.heatingValueMissing,
      text: header + "2022;natural-gas;1;👉kWh;\n"),
    Case(
      kind: FootprintFindings.priceMismatch,
      text: header + "2022;spend-insurance;1;👉EUR TTC;\n"),
    Case(
      kind: FootprintFindings.badSubstitution, text: header + "2025;electricity;1;kg;\n",
      campus: substitution),
    Case(
      kind: FootprintFindings.substituteUsed, text: header + "2025;electricity;1;kWh;\n",
      campus: substitution),
    Case(
      kind: FootprintFindings.moneyBasisUnstated,
      text: header + "2022;👉spend-small-supplies;1;EUR;\n"),
    Case(
      kind: FootprintFindings.doublePurchase,
      text: header + "2022;paper;1;kg;\n2022;👉spend-paper;1;EUR HT;\n"),
    Case(
      kind: FootprintFindings.declaredUnit,
      text: header + "2022;declared-emissions;1;👉kWh;travel\n"),
    Case(
      kind: FootprintFindings.contractOfOtherYear, text: header + "2022;electricity;1;kWh;\n",
      campus: contracts("year: 2021", "1 kWh")),
    Case(
      kind: FootprintFindings.contractAboveConsumption,
      text: header + "2022;electricity;1;kWh;\n", campus: contracts("year: 2022", "2 kWh")),
    Case(
      kind: FootprintFindings.exclusionWithRows, text: header + "2022;electricity;1;kWh;\n",
      campus: "exclusions: [👉{post: energy, reason: r, action: a}]\n"),
    Case(
      kind: FootprintFindings.missingCollectionFile, text: header + "2022;electricity;1;kWh;\n",
      campus: "collection: [👉{what: w, from: f, files: [activity/none.csv]}]\n"),
    Case(
      kind: FootprintFindings.siteOutOfScope,
      text: "period;site;activity;quantity;unit\n2022;sud;electricity;1;kWh;\n",
      campus: "sites: {nord: {}, sud: {}}\nyears: {2022: {sites: 👉nord}}\n"),
  ]

  @Test(arguments: cases)
  func `each kind of finding is told at its place, and nothing else is`(_ example: Case) throws {
    let text = MarkedText(example.text)
    // The text of the test begins on the third line of campus.yaml.
    let yaml = MarkedText("format: 1\nname: Essai\n" + example.campus)
    let places = text.positions + yaml.positions
    let campus = try CampusCase(
      text.text, campus: String(yaml.text.dropFirst("format: 1\nname: Essai\n".count)))
    #expect(campus.log.found == places.map { "\(example.kind.identifier) \($0)" })
  }

  @Test func `no kind of finding is without an example here`() {
    #expect(
      Set(Self.cases.map(\.kind.identifier))
        == Set(FootprintFindings.all.map(\.identifier)))
  }

  @Test func `a row that fails is rejected, and one that is accepted is left out on purpose`()
    throws
  {
    let text = Self.header + "2022;natural-gas;100;kWh;\n"
    let rejected = try CampusCase(text).run.footprint(year: 2022)
    #expect(rejected.rejectedRows == 1 && !rejected.isComplete)
    let accepted = try CampusCase(
      text, campus: "accepted: [{finding: heating-value-missing, reason: unknown}]\n"
    ).run.footprint(year: 2022)
    #expect(accepted.isComplete)
    let account = try #require(accepted.accounts.first)
    #expect(account.rowsExcluded.map(\.rows) == [1])
    #expect(account.sums.map(\.excluded) == [Number(100)])
  }

  @Test func `one purchase by weight on one site and by price on another is not doubtful`() throws {
    let text = """
      period;site;activity;quantity;unit
      2022;nord;paper;1;kg
      2022;sud;spend-paper;1;EUR HT

      """
    #expect(try CampusCase(text, campus: "sites: {nord: {}, sud: {}}\n").log.found == [])
    let years = "period;activity;quantity;unit\n2022;paper;1;kg\n2023;spend-paper;1;EUR HT\n"
    #expect(try CampusCase(years).log.found == [])
  }

  @Test func `a double purchase is told at the line of its own year and site`() throws {
    let marked = MarkedText(
      """
      period;site;activity;quantity;unit
      2021;nord;spend-paper;1;EUR HT
      2022;sud;spend-paper;2;EUR HT
      2022;nord;paper;1;kg
      2022;nord;👉spend-paper;3;EUR HT
      """)
    let campus = try CampusCase(marked.text, campus: "sites: {nord: {}, sud: {}}\n")
    #expect(campus.log.found == marked.positions.map { "double-purchase " + $0 })
  }

  @Test func `every double purchase of one site and year is told, in both names`() throws {
    let campus = try CampusCase(
      """
      period;activity;quantity;unit
      2022;spend-paper;1;EUR HT
      2022;paper;1;kg
      """)
    #expect(campus.log.found == ["double-purchase 2:6"])
    let facts = campus.log.facts(FootprintFindings.doublePurchase)
    #expect(facts["first"] == "paper" && facts["second"] == "spend-paper")
  }
}

import Diagnostics
import EmissionFactors
import Quantities
import Testing

@testable import Inventory

/// Names and words in cells: sites, buildings, tags, status, operators, ratings.
struct WordTests {
  private func line(_ header: String, _ row: String, campus: String = "") throws
    -> (ActivityLine, Reading)
  {
    let reading = Reading(
      "period;activity;quantity;unit;\(header)\n2022;water-supply;1;m3;\(row)\n", campus: campus)
    #expect(reading.found == [])
    return (try #require(reading.lines.first), reading)
  }

  @Test(arguments: ["nord", "NORD", "Site Nord", "site-nord", "Site  nord"])
  func `a site is known by its identifier and by its name`(name: String) throws {
    #expect(try line("site", name).0.site == 0)
  }

  @Test func `without a site a line is of the whole campus, or of the only site`() throws {
    #expect(try line("site", "").0.site == -1)
    #expect(try line("site", "", campus: "sites: {seul: {}}\n").0.site == 0)
  }

  @Test(arguments: ["a", "A", "Bâtiment A", "batiment a"])
  func `a declared building is known by its identifier and by its name`(name: String) throws {
    let (line, reading) = try line("site;building", "nord;\(name)")
    #expect(reading.vocabulary.buildings[Int(line.building)].name == "a")
  }

  @Test func `a site that declares no building takes any`() throws {
    let (line, reading) = try line("site;building", "sud;Halle 3")
    #expect(reading.vocabulary.buildings[Int(line.building)].name == "Halle 3")
  }

  @Test func `tags are a set: their order and repeats do not matter`() throws {
    let reading = Reading(
      """
      period,activity,quantity,unit,tags
      2022,water-supply,1,m3,b | a|b
      2022,water-supply,2,m3,a|b
      2022,water-supply,3,m3, |
      """)
    #expect(reading.lines.map { reading.vocabulary.tags($0.tags) } == ["a|b", "a|b", ""])
  }

  @Test(arguments: [
    ("relevé", ActivityLine.Status.read), ("facturée", .read), ("Estimé", .estimated),
    ("mesuré", .measured), ("derived", .derived), ("publié", .declared), ("", .unstated),
  ])
  func `how a quantity is known is said in French or English`(
    word: String, status: ActivityLine.Status
  ) throws {
    #expect(try line("statut", word).0.status == status)
  }

  @Test(arguments: [
    ("not-operated", Characterisation.notOperated), ("non opéré", .notOperated),
    ("loué", .leased), ("mis en location", .rentedOut), ("", .operated), ("exploité", .operated),
  ])
  func `who operates it is said in French or English`(
    word: String, expected: Characterisation
  ) throws {
    #expect(try line("caractérisation", word).0.characterisation == expected)
  }

  @Test func `ratings and uncertainty are kept as written`() throws {
    let (line, reading) = try line(
      "reliability;technical;geographic;temporal;completeness;uncertainty", "1;2;3;4;5;10 %")
    let quality = try #require(reading.vocabulary.knowledge[Int(line.knowledge)].quality)
    #expect(quality.ratings == [1, 2, 3, 4, 5])
    #expect(quality.halfWidth == (try number("0.1")))
  }

  @Test(arguments: [
    ("10 %", Quality.Law.lognormal), ("normale 10 %", .normal), ("Normal 10%", .normal),
    ("uniforme 10\u{A0}%", .uniform), ("uniform 10 %", .uniform),
    ("triangulaire 10 %", .triangular),
    ("triangular  10,0 %", .triangular), ("lognormal 10 %", .lognormal),
  ])
  func `an uncertainty may name its law`(cell: String, law: Quality.Law) throws {
    let (line, reading) = try line("uncertainty", cell)
    let quality = try #require(reading.vocabulary.knowledge[Int(line.knowledge)].quality)
    #expect(quality.law == law && quality.deviation == nil)
    #expect(quality.halfWidth == (try number("0.1")))
  }

  @Test func `a group comes before a meter, and a meter before the activity`() throws {
    func known(_ columns: String, _ cells: String) throws -> Vocabulary.Knowledge? {
      let (line, reading) = try line(columns, cells)
      return line.knowledge < 0 ? nil : reading.vocabulary.knowledge[Int(line.knowledge)]
    }
    #expect(try known("meter", "A1")?.source == .meter("A1"))
    #expect(try known("meter;uncertainty", "A1;5 %")?.source == .meter("A1"))
    #expect(try known("meter;groupe d'erreur", "A1;bills")?.source == .group("bills"))
    #expect(try known("error-group;status", "bills;read")?.status == .read)
    #expect(try known("uncertainty", "5 %")?.source == .activity)
    #expect(try known("meter", "") == nil, "its status says it all")
  }

  @Test(arguments: ["0", "6", "1,5", "bon"])
  func `a rating is 1 to 5`(rating: String) {
    let text = "period;activity;quantity;unit;temporal\n2022;water-supply;1;m3;\(rating)\n"
    #expect(Reading(text).found == ["bad-quality 2:24"])
  }

  @Test(arguments: [
    "10", "0,1", "-5 %", "% 5", "uniform 100 %", "normal 250 %", "uniform", "uniform10 %",
    "gaussian 10 %", "GSD 0,9", "GSD 100", "GSD", "NaN %", "uniform -5 %",
  ])
  func `an uncertainty is a percentage`(text: String) {
    let text = "period;activity;quantity;unit;uncertainty\n2022;water-supply;1;m3;\(text)\n"
    #expect(Reading(text).found == ["bad-quality 2:24"])
  }

  @Test func `headers may be French, in any order, with accents or without`() {
    let reading = Reading("unite;QUANTITE;Activité;  Période \nm3;5;water-supply;2022\n")
    #expect(reading.found == [])
    #expect(reading.lines.count == 1)
  }

  @Test func `a declared figure needs a post`() {
    let text = "period;activity;quantity;unit;post\n2022;declared-emissions;1;tCO2e;\n"
    #expect(Reading(text).found == ["missing-value 2:33"])
  }
}

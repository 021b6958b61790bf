import Diagnostics
import Quantities
import Testing

@testable import EmissionFactors

/// What a cell of the official file says.
struct CellTests {
  private func element(_ total: String, _ more: OfficialFile.Row = [:]) throws -> ReleaseElement {
    let file = OfficialFile(rows: [OfficialFile.element("1", total, more)])
    return try #require(file.read().release?.elements.first)
  }

  @Test(arguments: [
    ("0,215", "0.215"), ("4,00E-03", "0.004"), ("3,00E-05", "0.00003"), ("2,5E+02", "250"),
    ("-0,7", "-0.7"), ("2256", "2256"),
  ])
  func `numbers have a decimal comma and may have an exponent`(text: String, value: String) throws {
    #expect(try element(text).own.total == Number(value))
  }

  @Test(arguments: ["", "0.215", "1,0E-20", "NA", "1;5"])
  func `what is no exact number refuses the row`(text: String) throws {
    let (release, log) = OfficialFile(rows: [OfficialFile.element("1", text)]).read()
    #expect(release?.account.refused == [.badValue: 1])
    #expect(log.counts == ["bad-factor-value": 1])
  }

  @Test(arguments: [
    // Quoted by one, two and three exports too many; what is inside was doubled each time.
    (#""Boeuf""#, "Boeuf"),
    (#""Bière ""spéciale"" (5°)""#, #"Bière "spéciale" (5°)"#),
    (#""""Bière """"spéciale"""" (5°)""""#, #"Bière "spéciale" (5°)"#),
    (#"""" """"specialty""""""""#, #""specialty""#),
    // Quotes of the name itself stay.
    (#"écran 5""#, #"écran 5""#), (#""Bio" et "local""#, #""Bio" et "local""#),
    ("\"\"\"\tSalade (verte\"\"\"", "Salade (verte"), ("\"\"", ""), ("\"", "\""),
  ])
  func `quotes that exports left around a name are stripped`(text: String, name: String) {
    #expect(BaseCarboneText.clean(text) == name)
  }

  @Test func `a comment may go over several lines`() throws {
    let comment = "Première ligne ; avec un point-virgule\r\nseconde ligne"
    #expect(try element("1", ["Commentaire français": comment]).comment.fr == comment)
  }

  @Test func `Windows-1252 with CRLF and UTF-8 with LF say the same`() throws {
    let row = OfficialFile.element("1", "1", ["Nom attribut français": "cœur d’îlot à 20 °C"])
    let utf8 = OfficialFile(rows: [row], lineEnd: "\n").read()
    let file = OfficialFile(rows: [row])
    let windows = file.read(file.windows1252)
    #expect(utf8.release == windows.release)
    #expect(utf8.release?.elements.first?.attribute.fr == "cœur d’îlot à 20 °C")
    #expect(windows.log.counts == ["windows-1252": 1])
  }

  @Test func `dates become year-month-day; words that are no date stay`() throws {
    #expect(try element("1").created == "2020-12-03")
    #expect(try element("1", ["Date de création": "31/02/2020"]).created == "31/02/2020")
  }

  @Test func `validity is kept as written`() throws {
    #expect(try element("1", ["Période de validité": "déc.-18"]).validity == "déc.-18")
  }

  @Test func `names, uncertainty, contributor and programme are kept`() throws {
    let element = try element(
      "1",
      [
        "Nom base français": "Gaz", "Nom attribut français": "moyen", "Nom base anglais": "Gas",
        "Incertitude": "30", "Contributeur": "ADEME", "Programme": "AGRIBALYSE",
        "Localisation géographique": "France continentale",
      ])
    #expect(element.title == Text(fr: "Gaz · moyen", en: "Gas · moyen"))
    #expect(element.uncertainty == Number(30))
    #expect(element.contributor == "ADEME")
    #expect(element.programme == "AGRIBALYSE")
    #expect(element.location == "France continentale")
  }
}

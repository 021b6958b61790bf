import Testing

@testable import EmissionFactors

/// Every row of a file is imported, archived or refused with a reason.
struct AccountTests {
  /// 14 rows, one or more of each fate; the comments count them.
  static let mixed = OfficialFile(rows: [
    // 3 rows imported: an element and its two stages.
    OfficialFile.element("10", "0,215"),
    OfficialFile.stage("10", "Amont", "0,0344"), OfficialFile.stage("10", "Combustion", "0,181"),
    // 2 rows archived.
    OfficialFile.element("11", "1,2", ["Statut de l'élément": "Archivé"]),
    OfficialFile.stage(
      "11", "Fabrication", "1,2", ["Statut de l'élément": "Archivé"]),
    // 2 rows: an unknown unit, and the stage that falls with its element.
    OfficialFile.element("12", "3", ["Unité français": "kgCO2e/boisseau"]),
    OfficialFile.stage("12", "Amont", "3", ["Unité français": "kgCO2e/boisseau"]),
    // 1 row without a unit.
    OfficialFile.element("13", "4", ["Unité français": ""]),
    // 2 rows: a stage that is no number, and the element that falls with it.
    OfficialFile.element("14", "5"), OfficialFile.stage("14", "Amont", "cinq"),
    // 2 rows that say to be the same element.
    OfficialFile.element("15", "6"), OfficialFile.element("15", "7"),
    // 1 row of a stage without an element.
    OfficialFile.stage("16", "Amont", "8"),
    // 1 row of a kind that does not exist.
    OfficialFile.element("17", "9", ["Type Ligne": "Total"]),
  ])

  @Test func `imported, archived and refused rows add up to the rows read`() throws {
    let (release, log) = Self.mixed.read()
    let account = try #require(release?.account)
    #expect(account.read == 14)
    #expect(account.imported == .init(elements: 1, stages: 2))
    #expect(account.archived == .init(elements: 1, stages: 1))
    #expect(
      account.refused == [
        .unknownUnit: 1, .missingUnit: 1, .badValue: 2, .partOfRefused: 2, .duplicate: 2,
        .orphan: 1,
      ])
    #expect(account.addsUp)
    #expect(
      log.counts == [
        "unknown-release-unit": 1, "missing-release-unit": 1, "bad-factor-value": 2,
        "duplicate-factor": 1, "stage-without-element": 1,
      ])
  }

  @Test func `archived elements are kept, refused ones are not`() throws {
    let release = try #require(Self.mixed.read().release)
    #expect(release.elements.map(\.identifier) == ["10", "11"])
    #expect(release.elements.map(\.status) == [.generic, .archived])
  }

  @Test func `a row that cannot be read is counted too`() throws {
    let file = OfficialFile(rows: [
      OfficialFile.element("1", "1"), OfficialFile.element("2", "2", ["CO2b": "0"]),
    ])
    // One field more than the header has.
    let bytes = Array(file.text.replacing("\r\nElément;2;", with: "\r\nElément;2;;").utf8)
    let account = try #require(file.read(bytes).release?.account)
    #expect(account.read == 2)
    #expect(account.refused == [.unreadable: 1])
    #expect(account.addsUp)
  }

  @Test func `a stage in another unit than its element refuses both`() throws {
    let file = OfficialFile(rows: [
      OfficialFile.element("1", "1"),
      OfficialFile.stage("1", "Amont", "1", ["Unité français": "kgCO2e/tonne"]),
    ])
    let (release, log) = file.read()
    #expect(release?.account.refused == [.badValue: 1, .partOfRefused: 1])
    #expect(log.counts == ["bad-factor-value": 1])
  }

  @Test func `a file without a gas column is not read`() {
    let text = OfficialFile(rows: [OfficialFile.element("1", "1")]).text
    let (release, log) = OfficialFile(rows: []).read(Array(text.replacing("CO2b", with: "").utf8))
    #expect(release == nil)
    #expect(log.counts == ["missing-column": 1])
  }
}

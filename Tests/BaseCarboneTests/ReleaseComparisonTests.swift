import Diagnostics
import Quantities
import TestSupport
import Testing

@testable import EmissionFactors

/// `factors diff`: what sets two editions apart.
struct ReleaseComparisonTests {
  private typealias File = OfficialFile

  private static let first: [File.Row] = [
    ReleaseCampus.element("1", "1", per: "kg"),
    ReleaseCampus.element("2", "1", per: "kg"),
    ReleaseCampus.element("3", "1", per: "kg"),
    ReleaseCampus.element("4", "1", per: "kg", ["Incertitude": "20"]),
    File.element("5", "1"),
    File.stage("5", "Amont", "0,4"), File.stage("5", "Combustion", "0,6"),
    ReleaseCampus.element("6", "1", per: "kg", ["CO2f": "0,9", "CH4f": "0,1"]),
    ReleaseCampus.element("7", "1", per: "kg"),
  ]

  private static let second: [File.Row] = [
    ReleaseCampus.element("2", "1,5", per: "kg"),
    ReleaseCampus.element("3", "1", per: "m3"),
    ReleaseCampus.element("4", "1", per: "kg", ["Incertitude": "30"]),
    File.element("5", "1"),
    File.stage("5", "Amont", "0,3"), File.stage("5", "Combustion", "0,7"),
    ReleaseCampus.element("6", "1", per: "kg", ["CO2f": "0,8", "CH4f": "0,2"]),
    ReleaseCampus.element("7", "1", per: "kg", ["Statut de l'élément": "Archivé"]),
    ReleaseCampus.element("8", "1", per: "kg"),
  ]

  private func entries(_ rows: [File.Row]) throws -> [ReleaseComparison.Entry] {
    let release = try #require(File(rows: rows).read().release)
    return release.elements.map { ReleaseComparison.Entry($0) }
  }

  @Test func `each element is said to differ in what differs`() throws {
    let comparison = ReleaseComparison(
      from: try entries(Self.first), to: try entries(Self.second))
    #expect(comparison.added.map(\.identifier) == ["8"])
    #expect(comparison.removed.map(\.identifier) == ["1"])
    #expect(comparison.unchanged == 0)
    let found = comparison.changed.map { change in
      "\(change.after.identifier): " + change.aspects.map(\.rawValue).joined(separator: " ")
    }
    #expect(
      found == [
        "2: value", "3: unit", "4: uncertainty", "5: stages", "6: gases", "7: status",
      ])
  }

  @Test func `an edition does not differ from itself, and the way back is the way turned round`()
    throws
  {
    let (first, second) = (try entries(Self.first), try entries(Self.second))
    let same = ReleaseComparison(from: first, to: first)
    #expect(same.added.isEmpty && same.removed.isEmpty && same.changed.isEmpty)
    #expect(same.unchanged == 7)
    let there = ReleaseComparison(from: first, to: second)
    let back = ReleaseComparison(from: second, to: first.reversed())
    #expect(there.added.map(\.identifier) == back.removed.map(\.identifier))
    #expect(there.removed.map(\.identifier) == back.added.map(\.identifier))
    #expect(there.changed.map(\.aspects) == back.changed.map(\.aspects))
  }

  @Test func `without rows the lists stand alone`() throws {
    let campus = try ReleaseCampus(["v1": Self.first, "v2": Self.second], rows: nil)
    let values = campus.values("factors", "diff", "v1", "v2")
    #expect(values["counts added elements"] == "1")
    #expect(values["counts removed elements"] == "1")
    #expect(values["counts changed elements"] == "6")
    #expect(values["counts changed-status elements"] == "1")
    #expect(values["changed 2 before"] == "1" && values["changed 2 after"] == "1.5")
    #expect(campus.run("factors", "diff", "v1", "v2").text.contains("generic → archived"))
    #expect(!values.keys.contains { $0.hasSuffix("effect") })
    #expect(campus.run("factors", "diff", "v1", "v2", "--used").status == 66)
    #expect(campus.run("factors", "diff", "v1", "v9").status == 66)
  }

  @Test func `effects are those of each change, and add up to the difference of the totals`()
    throws
  {
    let campus = try ReleaseCampus([
      "v1": [
        ReleaseCampus.element("37133", "0,2", per: "kWh PCS"),
        ReleaseCampus.element("24283", "0,1", per: "m3"),
        ReleaseCampus.element("99", "1", per: "kg"),
      ],
      "v2": [
        ReleaseCampus.element("37133", "0,3", per: "kWh PCS"),
        ReleaseCampus.element("24309", "1", per: "kg"),
        ReleaseCampus.element("99", "2", per: "kg"),
      ],
    ])
    let values = campus.values("factors", "diff", "v1", "v2")
    // Gas 1000 × 0.1; water goes back to our 0.132, 50 × 0.032; paper leaves our 0.919, 10 × 0.081.
    #expect(values["changed 37133 effect"] == "100")
    #expect(values["removed 24283 effect"] == "1.6")
    #expect(values["added 24309 effect"] == "0.81")
    #expect(values["changed 99 effect"] == "", "the campus does not use it")
    #expect(values["effect total effect"] == "102.41")
    let totals = ["v1", "v2"].map {
      campus.values("report", "--factors", $0)["post total recomputed"]
    }
    // 200 + 5 + 9.19 = 214.19, and 300 + 6.6 + 10 = 316.6: 102.41 apart.
    #expect(totals == ["214.19", "316.6"])
    let used = campus.values("factors", "diff", "v1", "v2", "--used")
    #expect(used["counts changed elements"] == "1" && used["changed 99 after"] == nil)
    let back = campus.values("factors", "diff", "v2", "v1", "--year", "2023")
    #expect(back["effect total effect"] == "-102.41")
    let none = campus.values("factors", "diff", "v1", "v1")
    #expect(none["effect total effect"] == "0" && none["counts changed elements"] == "0")
  }

  @Test func `the installed tables compare by the numbers of their source`() throws {
    let campus = try ReleaseCampus([
      "v1": [
        ReleaseCampus.element("24309", "0,919", per: "kg"),
        ReleaseCampus.element("24283", "0,2", per: "m3"),
      ]
    ])
    let values = campus.values("factors", "diff", "installed", "v1", "--used")
    #expect(values["counts changed elements"] == "1")
    #expect(values["changed 24283 before"] == "0.132")
    // 50 × (0.2 − 0.132) = 3.4.
    #expect(values["changed 24283 effect"] == "3.4")
    #expect(values["effect total effect"] == "3.4")
    #expect(values["counts removed elements"] == "1", "gas")
    #expect(campus.run("factors", "diff", "installed", "v1", "-O", "json").status == 0)
  }

  @Test func `a table that does not give the status of a gas says nothing about it`() throws {
    // 675 kgCO2e/kg of R-32 under AR4, element 22505.
    let campus = try ReleaseCampus([
      "v1": [
        OfficialFile.element(
          "22505", "675",
          [
            "Unité français": "", "Type de l'élément": "Donnée source", "Incertitude": "30",
            "Statut de l'élément": "Archivé", "Nom base français": "R32",
            "Nom attribut français": "PRG à 100 ans",
            "Code de la catégorie": "PRG > PRG à 100 ans du 4ème rapport",
          ])
      ]
    ])
    let values = campus.values("factors", "diff", "installed", "v1")
    #expect(values["counts same elements"] == "1")
    #expect(values["counts changed elements"] == "0")
  }
}

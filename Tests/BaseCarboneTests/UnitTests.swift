import Quantities
import Testing

@testable import EmissionFactors

/// Units come from a table; what is not in it is refused.
struct UnitTests {
  @Test func `every unit of the table is one of ours`() { #expect(BaseCarboneUnits.isComplete) }

  @Test(arguments: [
    ("kgCO2e/kWh PCI", "kWh PCI", ""), ("kgCO2e/kWhPCI", "kWh PCI", ""),
    ("kgCO2e/KWh PCI", "kWh PCI", ""), ("kgCO2e/kWh (PCI)", "kWh PCI", ""),
    ("kgCO2e/kWhPCS", "kWh PCS", ""), ("kgCO2e/TEP PCS", "tep PCS", ""),
    ("kgCO2e/Litre", "L", ""), ("kgCO2e/m³", "m3", ""), ("kgCO2e/m3 (n)", "m3", "normal"),
    ("kgCO2e/tonne.km", "t.km", ""), ("kgCO2e/km.personne", "passenger.km", ""),
    ("kgCO2e/peq.km", "passenger.km", "passager équivalent"),
    ("kgCO2e/kg de poids vif", "kg", "poids vif"), ("kgCO2e/livre", "book", ""),
    ("kgCO2e/keuro (2023) HT", "kEUR2023 HT", ""), ("kgCO2e/100 feuilles A4", "100 sheet", "A4"),
    ("kWh / (m².an)", "kWh/m2.year", ""), ("% des maisons", "%", "maisons"),
  ])
  func `each spelling of a unit is listed`(text: String, symbol: String, qualifier: String) throws {
    let unit = try #require(BaseCarboneUnits.unit(published: text))
    #expect(unit.unit.symbol == symbol)
    #expect(unit.qualifier == qualifier)
    // What the store writes is what it reads again.
    #expect(UnitCatalog.unit(named: unit.unit.symbol) == unit.unit)
  }

  /// "mL" stands for linear metres in the file; the case of "KWH" was never seen in it.
  @Test(arguments: ["kgCO2e/mL", "kgCO2e/KWH", "kgCO2e/", "kWh PCI", "kgCO2/kWh", "kgCO2e/ton"])
  func `a unit that is not listed is unknown, however near`(text: String) {
    #expect(BaseCarboneUnits.unit(published: text) == nil)
  }

  /// A warming potential is kgCO2e per kg of gas by definition; nothing else goes without a unit.
  @Test func `only a warming potential may have no unit`() throws {
    let file = OfficialFile(rows: [
      OfficialFile.element(
        "22584", "677",
        [
          "Unité français": "", "Type de l'élément": "Données source",
          "Code de la catégorie": "PRG > PRG à 100 ans du 5ème rapport du GIEC > Fluorés",
        ]),
      OfficialFile.element("2", "1", ["Unité français": ""]),
    ])
    let release = try #require(file.read().release)
    #expect(release.account.refused == [.missingUnit: 1])
    let factor = try #require(release.elements.first?.factor(of: "v0"))
    #expect(factor.unit.symbol == "kg")
    #expect(factor.total == Number(677))
  }
}

import Quantities
import Testing

private func symbol(_ text: String) -> String? { try? UnitExpression.parse(text).get().symbol }

private func problem(_ text: String) -> UnitProblem? {
  guard case .failure(let problem) = UnitExpression.parse(text) else { return nil }
  return problem
}

@Suite struct UnitExpressionTests {
  // The left sides are units printed by ADEME Base Carbone V23.6, or by people.
  @Test(arguments: [
    ("kgCO2e/kWh", "kgCO2e/kWh"), ("kgCO2e/kWh PCS", "kgCO2e/kWh PCS"),
    ("kgCO2e/kWhPCI", "kgCO2e/kWh PCI"), ("kgCO2e/kWh (PCI)", "kgCO2e/kWh PCI"),
    ("kgCO2e/TEP PCI", "kgCO2e/tep PCI"), ("kgCO2e/tonne.km", "kgCO2e/t.km"),
    ("kgCO2e/passager.km", "kgCO2e/passenger.km"), ("kgCO2e/véhicule.km", "kgCO2e/vehicle.km"),
    ("kgCO2e/km.personne", "kgCO2e/passenger.km"), ("kgCO2e/unité", "kgCO2e/piece"),
    ("kgCO2e/litre", "kgCO2e/L"), ("kgCO2e/m²", "kgCO2e/m2"), ("kgCO2e/m³.km", "kgCO2e/m3.km"),
    ("kgCO2e/keuro (2023) HT", "kgCO2e/kEUR2023 HT"), ("kgCO2e/keuro", "kgCO2e/kEUR"),
    ("kgCO2e/ha.an", "kgCO2e/ha.year"), ("kgCO2e/véhicule.an", "kgCO2e/vehicle.year"),
    ("kgCO2e/personne.mois", "kgCO2e/person.month"), ("kgCO2e/(Go.an)", "kgCO2e/GB.year"),
    ("kWh / (m².an)", "kWh/m2.year"), ("kWh / (ménage.an)", "kWh/household.year"),
    ("GJ / tonne", "GJ/t"), ("EUR/personne/jour", "EUR/person.day"), ("1/year", "1/year"),
    ("%/month", "%/month"), ("person.month", "person.month"), ("L/100 km", "L/100 km"),
    ("kWh·an", "kWh.year"), ("kWh×an", "kWh.year"), ("kWh*an", "kWh.year"), ("kWh/kWh", "1"),
    ("kWh/(kWh/h)", "h"), ("1", "1"), ("  kg  ", "kg"), ("((kWh))", "kWh"),
  ])
  func `products and quotients are read`(text: String, expected: String) {
    #expect(symbol(text) == expected)
  }

  @Test func `our own symbols are read back to the same unit`() throws {
    for text in [
      "kgCO2e/t.km", "EUR/personne/jour", "kgCO2e/keuro (2023) HT", "L/100 km", "%/mois",
      "kWh/(m2.an)", "MWh PCS/h",
    ] {
      let unit = try UnitExpression.parse(text).get()
      #expect(UnitExpression.parse(unit.symbol) == .success(unit))
    }
  }

  @Test func `the bar divides by everything up to the next one`() throws {
    let unit = try UnitExpression.parse("kgCO2e/t.km").get()
    #expect(unit.dimension.description == "emission/mass·length")
    #expect(unit.ratio == Ratio(1, 1_000_000))  // per 1 000 kg x 1 000 m
    let daily = try UnitExpression.parse("EUR/personne/jour").get()
    #expect(daily.dimension == (try UnitExpression.parse("EUR/(personne.jour)").get()).dimension)
  }

  @Test func `what is wrong is said and shown`() {
    #expect(problem("") == .empty)
    #expect(problem(" \u{A0} ") == .empty)
    #expect(problem("kgCO2e/") == .unexpected(offset: 6))
    #expect(problem("/kWh") == .unexpected(offset: 0))
    #expect(problem("kWh//an") == .unexpected(offset: 4))
    #expect(problem("kWh)") == .unexpected(offset: 3))
    #expect(problem("(kWh") == .unexpected(offset: 3))
    #expect(problem("kWh.") == .unexpected(offset: 3))
    #expect(problem("(kWh) an") == .unexpected(offset: 6))
    guard case .unknown(let name, let offset) = problem("kgCO2e / mwh") else {
      Issue.record("mwh must be unknown")
      return
    }
    #expect(name == "mwh" && offset == 9)
    #expect(UnitCatalog.nearest(to: name).first == "MWh")
    // Offsets count bytes: é has two, so "étgae" begins at byte 10.
    #expect(
      problem("élève . étgae") == .unknown(name: "étgae", offset: 10))
  }

  @Test func `numbers are not units`() {
    for text in ["2023", "12", "0", "3 km", "-1", "1e3", "100"] { #expect(symbol(text) == nil) }
  }

  @Test func `hostile texts are refused without harm`() {
    #expect(problem(String(repeating: "(", count: 150)) == .unexpected(offset: 8))
    #expect(problem(String(repeating: "kWh.", count: 100)) != nil)
    #expect(problem("TWh.TWh.TWh.TWh.TWh.TWh") == .tooLarge)
    var random = RandomSource(seed: 14)
    let alphabet = Array("kWh/.()*%1€ é²HTPCS2023\u{A0}·")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...14, using: &random)).map { _ in
          alphabet[Int.random(in: alphabet.indices, using: &random)]
        })
      switch UnitExpression.parse(text) {
      case .success(let unit):
        #expect(UnitExpression.parse(unit.symbol) == .success(unit), "\(text)")
      case .failure(.unexpected(let offset)), .failure(.unknown(_, let offset)):
        #expect((0..<text.utf8.count).contains(offset))
      case .failure: break
      }
    }
  }
}

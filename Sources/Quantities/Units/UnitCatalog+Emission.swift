extension UnitCatalog {
  /// Emissions, in kilograms of CO2 equivalent.
  ///
  /// Plain "kg CO2" is not read: it is one gas only.
  static let emission: [UnitEntry] = [
    carbon("gCO2e", Ratio(1, 1_000), "g", "gramme", "gram", caseRule: .ignored),
    carbon("kgCO2e", .one, "kg", "kilogramme", "kilogram", caseRule: .ignored),
    carbon("tCO2e", Ratio(1_000, 1), "t", "tonne", "tonne", caseRule: .ignored),
    carbon("ktCO2e", Ratio(1_000_000, 1), "kt", "kilotonne", "kilotonne", caseRule: .ignored),
    carbon(
      "MtCO2e", Ratio(1_000_000_000, 1), "Mt", "mégatonne", "megatonne",
      caseRule: .firstLetterCounts),
  ]

  private static func carbon(
    _ symbol: String, _ ratio: Ratio, _ mass: String, _ french: String, _ english: String,
    caseRule: CaseRule
  ) -> UnitEntry {
    UnitEntry(
      symbol, Dimension(.emission), ratio, .emission, french: french + " équivalent CO2",
      english: english + " CO2 equivalent",
      names: [
        "CO2eq", " CO2e", " CO2eq", "eqCO2", " eqCO2", " eq CO2", " CO2-eq", "CO2-eq", " CO2 eq",
      ].map { mass + $0 },
      words: [french + "s équivalent CO2", english + "s CO2 equivalent"], caseRule: caseRule)
  }

  /// Money that needs no tax or price year to be read; `MoneyName` reads every other form.
  static let money: [UnitEntry] = [
    euros("EUR", 1, "euro", "euro", ["€"], caseRule: .ignored),
    euros("kEUR", 1_000, "millier d'euros", "thousand euros", ["k€", "keuro"], caseRule: .ignored),
    euros(
      "MEUR", 1_000_000, "million d'euros", "million euros", ["M€"],
      caseRule: .firstLetterCounts),
  ]

  private static func euros(
    _ symbol: String, _ size: Int, _ french: String, _ english: String, _ names: [String],
    caseRule: CaseRule
  ) -> UnitEntry {
    UnitEntry(
      symbol, Dimension(.money(currency: "EUR", tax: .unstated, priceYear: nil)), Ratio(size, 1),
      .money, french: french, english: english, names: names, caseRule: caseRule)
  }
}

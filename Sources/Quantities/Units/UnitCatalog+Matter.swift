extension UnitCatalog {
  // Pound, mile, gallon, short ton: exact by the international agreement of 1959 and NIST
  // Handbook 44, appendix C.

  /// Masses, in kilograms.
  ///
  /// "ton" alone is not read: it is a tonne or a short ton.
  static let mass: [UnitEntry] = [
    kilograms("mg", Ratio(1, 1_000_000), "milligramme", "milligram", caseRule: .firstLetterCounts),
    kilograms(
      "g", Ratio(1, 1_000), "gramme", "gram", words: ["gr"], caseRule: .counts),
    kilograms("kg", .one, "kilogramme", "kilogram", words: ["kilo"]),
    kilograms("t", Ratio(1_000, 1), "tonne", "tonne", words: ["metric ton", "tonne métrique"]),
    kilograms(
      "lb", Ratio(45_359_237, 100_000_000), "livre avoirdupois", "pound", words: ["livre (poids)"]),
    kilograms(
      "oz", Ratio(45_359_237, 1_600_000_000), "once avoirdupois", "ounce"),  // 1/16 lb
    kilograms(
      "short ton", Ratio(90_718_474, 100_000), "tonne courte", "short ton",  // 2 000 lb
      words: ["US ton"]),
  ]

  /// Volumes, in cubic metres.
  static let volume: [UnitEntry] = [
    cubicMetres(
      "mL", 1, 1_000_000, "millilitre", "millilitre", words: ["milliliter"],
      caseRule: .firstLetterCounts),
    cubicMetres("cL", 1, 100_000, "centilitre", "centilitre", words: ["centiliter"]),
    cubicMetres("L", 1, 1_000, "litre", "litre", words: ["liter"]),
    cubicMetres("hL", 1, 10, "hectolitre", "hectolitre", words: ["hectoliter"]),
    cubicMetres(
      "m3", 1, 1, "mètre cube", "cubic metre", names: ["m^3"],
      words: ["mètres cubes", "cubic meter"]),
    // 231 cubic inches, 3.785411784 L.
    cubicMetres(
      "gal", 3_785_411_784, 1_000_000_000_000, "gallon américain", "US gallon",
      words: ["gallon", "gallons américains", "gal US", "gal (US)", "gal(US)"]),
  ]

  private static func kilograms(
    _ symbol: String, _ ratio: Ratio, _ french: String, _ english: String,
    words: [String] = [], caseRule: CaseRule = .ignored
  ) -> UnitEntry {
    UnitEntry(
      symbol, Dimension(.mass), ratio, .mass, french: french, english: english, words: words,
      caseRule: caseRule)
  }

  private static func cubicMetres(
    _ symbol: String, _ numerator: Int, _ denominator: Int, _ french: String, _ english: String,
    names: [String] = [], words: [String] = [], caseRule: CaseRule = .ignored
  ) -> UnitEntry {
    UnitEntry(
      symbol, Dimension(.volume), Ratio(numerator, denominator), .volume, french: french,
      english: english, names: names, words: words, caseRule: caseRule)
  }
}

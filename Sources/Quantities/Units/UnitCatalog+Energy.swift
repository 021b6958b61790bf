extension UnitCatalog {
  /// Energies; each is also read with PCS, PCI, HHV or LHV after it, as another dimension.
  static let energy: [UnitEntry] = [
    joules("J", 1, "joule", "joule", caseRule: .counts),
    joules("kJ", 1_000, "kilojoule", "kilojoule"),
    joules("MJ", 1_000_000, "mégajoule", "megajoule", caseRule: .firstLetterCounts),
    joules("GJ", 1_000_000_000, "gigajoule", "gigajoule"),
    joules("TJ", 1_000_000_000_000, "térajoule", "terajoule"),
    wattHours("Wh", 1, "wattheure", "watt-hour"),
    wattHours("kWh", 1_000, "kilowattheure", "kilowatt-hour"),
    wattHours("MWh", 1_000_000, "mégawattheure", "megawatt-hour", caseRule: .firstLetterCounts),
    wattHours("GWh", 1_000_000_000, "gigawattheure", "gigawatt-hour"),
    wattHours("TWh", 1_000_000_000_000, "térawattheure", "terawatt-hour"),
    // 41.868 GJ: International Energy Agency; also ISO 80000-5 (10^7 kcal of 4.1868 kJ).
    UnitEntry(
      "tep", Dimension(.energy), Ratio(41_868_000_000, 1), .energy,
      french: "tonne équivalent pétrole", english: "tonne of oil equivalent", names: ["toe"],
      words: ["tonnes équivalent pétrole", "tonnes of oil equivalent"]),
  ]

  /// Powers: energy for each unit of time.
  static let power: [UnitEntry] = [
    watts("W", 1, "watt", "watt"),
    watts("kW", 1_000, "kilowatt", "kilowatt"),
    watts("MW", 1_000_000, "mégawatt", "megawatt", caseRule: .firstLetterCounts),
    watts("GW", 1_000_000_000, "gigawatt", "gigawatt"),
  ]

  private static func joules(
    _ symbol: String, _ size: Int, _ french: String, _ english: String,
    caseRule: CaseRule = .ignored
  ) -> UnitEntry {
    UnitEntry(
      symbol, Dimension(.energy), Ratio(size, 1), .energy, french: french, english: english,
      caseRule: caseRule)
  }

  /// A watt-hour is 3 600 J: an hour of a joule a second.
  private static func wattHours(
    _ symbol: String, _ size: Int, _ french: String, _ english: String,
    caseRule: CaseRule = .ignored
  ) -> UnitEntry {
    let stem = french.dropLast("heure".count)
    return UnitEntry(
      symbol, Dimension(.energy), Ratio(size * 3_600, 1), .energy, french: french,
      english: english,
      words: [stem + "-heure", stem + "s-heure", stem + "s-heures", stem + " heure"],
      caseRule: caseRule)
  }

  private static func watts(
    _ symbol: String, _ size: Int, _ french: String, _ english: String,
    caseRule: CaseRule = .ignored
  ) -> UnitEntry {
    UnitEntry(
      symbol, Dimension(.energy) / Dimension(.time), Ratio(size, 1), .power, french: french,
      english: english, caseRule: caseRule)
  }
}

extension UnitCatalog {
  /// Lengths, in metres.
  static let length: [UnitEntry] = [
    entry(
      "mm", .length, 1, 1_000, "millimètre", "millimetre", words: ["millimeter"],
      caseRule: .firstLetterCounts),
    entry("cm", .length, 1, 100, "centimètre", "centimetre", words: ["centimeter"]),
    entry("m", .length, 1, 1, "mètre", "metre", words: ["meter"], caseRule: .counts),
    entry("km", .length, 1_000, 1, "kilomètre", "kilometre", words: ["kilometer"]),
    // 1.609344 km, exact by the international agreement of 1959.
    entry(
      "mi", .length, 1_609_344, 1_000, "mille terrestre", "mile",
      words: ["milles terrestres"]),
  ]

  /// Areas, in square metres.
  static let area: [UnitEntry] = [
    entry(
      "m2", .area, 1, 1, "mètre carré", "square metre", names: ["m^2", "sqm"],
      words: ["mètres carrés", "square meter"]),
    entry("ha", .area, 10_000, 1, "hectare", "hectare"),
    entry(
      "km2", .area, 1_000_000, 1, "kilomètre carré", "square kilometre", names: ["km^2"],
      words: ["kilomètres carrés", "square kilometer"]),
    // A foot is 0.3048 m, exact: 0.09290304 m².
    entry(
      "ft2", .area, 9_290_304, 100_000_000, "pied carré", "square foot", names: ["sq ft"],
      words: ["pieds carrés", "square feet"]),
  ]

  /// Times, in seconds.
  ///
  /// A year is 365 days, a month its twelfth, a quarter its fourth.
  static let time: [UnitEntry] = [
    entry("s", .time, 1, 1, "seconde", "second", words: ["sec"], caseRule: .counts),
    entry("min", .time, 60, 1, "minute", "minute"),
    entry("h", .time, 3_600, 1, "heure", "hour", words: ["hr"]),
    entry("day", .time, 86_400, 1, "jour", "day", names: ["d", "j"], caseRule: .counts),
    entry("week", .time, 604_800, 1, "semaine", "week"),
    entry("month", .time, 2_628_000, 1, "mois", "month"),
    entry("quarter", .time, 7_884_000, 1, "trimestre", "quarter"),
    entry(
      "year", .time, 31_536_000, 1, "an", "year", names: ["a"], words: ["année", "yr"],
      caseRule: .counts),
  ]

  private static func entry(
    _ symbol: String, _ base: BaseDimension, _ numerator: Int, _ denominator: Int,
    _ french: String, _ english: String, names: [String] = [], words: [String] = [],
    caseRule: CaseRule = .ignored
  ) -> UnitEntry {
    let group: UnitGroup =
      switch base {
      case .length: .length
      case .area: .area
      default: .time
      }
    return UnitEntry(
      symbol, Dimension(base), Ratio(numerator, denominator), group, french: french,
      english: english, names: names, words: words, caseRule: caseRule)
  }
}

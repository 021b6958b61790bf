import Diagnostics

/// Tables of emissions with their bounds, in tonnes.
enum IntervalTable {
  /// An empty one, with more columns behind the bounds where they are given.
  static func table(
    _ identifier: String, _ title: Text, more columns: [ReportTable.Column] = []
  ) -> ReportTable {
    var table = ReportTable(
      identifier, Text(fr: "\(title.fr) (tCO2e)", en: "\(title.en) (tCO2e)"),
      columns: [
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "tCO2e", decimals: 1),
        .init("low", Text(fr: "De", en: "From"), unit: "tCO2e", decimals: 1, adds: false),
        .init("high", Text(fr: "À", en: "To"), unit: "tCO2e", decimals: 1, adds: false),
      ] + columns)
    table.statedUnit = "tCO2e"
    return table
  }
}

import Diagnostics
import Quantities
import Uncertainty

/// What draws of sums say, as columns.
enum DrawnFigures {
  static func table(_ identifier: String, _ title: Text) -> ReportTable {
    var table = ReportTable(
      identifier, Text(fr: "\(title.fr) (tCO2e)", en: "\(title.en) (tCO2e)"),
      columns: [
        .init("mean", Text(fr: "Moyenne", en: "Mean"), unit: "tCO2e", decimals: 1, adds: false),
        .init("p2.5", Text(fr: "P2,5", en: "P2.5"), unit: "tCO2e", decimals: 1, adds: false),
        .init("p50", Text(same: "P50"), unit: "tCO2e", decimals: 1, adds: false),
        .init("p97.5", Text(fr: "P97,5", en: "P97.5"), unit: "tCO2e", decimals: 1, adds: false),
        .init(
          "error", Text(fr: "Erreur de la moyenne", en: "Error of the mean"), unit: "tCO2e",
          decimals: 2, adds: false),
      ])
    table.statedUnit = "tCO2e"
    return table
  }

  static func values(_ outcome: Simulation.Outcome) -> [ReportValue] {
    [
      .real(outcome.mean), .real(outcome.low), .real(outcome.middle), .real(outcome.high),
      .real(outcome.error),
    ]
  }

  static func note(_ draws: Int, _ seed: UInt64) -> Text {
    func words(_ language: Language) -> String { language.numbers.text(draws) }
    return Text(
      fr: "\(words(.french)) tirages, graine \(seed) : la même donne les mêmes chiffres.",
      en: "\(words(.english)) draws, seed \(seed): the same gives the same figures.")
  }
}

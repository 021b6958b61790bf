import Diagnostics
import Footprint
import Inventory
import Quantities
import Uncertainty

/// Who answered the surveys of a year, for how many, and what that leaves open.
struct SurveySection {
  private let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  func table() -> ReportTable? {
    let surveys = SampledEmissions.of(footprint)
    if surveys.isEmpty { return nil }
    var table = ReportTable(
      "survey", Text(fr: "Enquêtes étendues à tous", en: "Surveys scaled up to all"),
      columns: [
        .init("people", Text(fr: "Personnes", en: "People")),
        .init("answers", Text(fr: "Réponses", en: "Answers")),
        .init("weight", Text(fr: "Une pour", en: "One for"), decimals: 2, adds: false),
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "tCO2e", decimals: 1),
        .init("error", Text(fr: "Sondage ±", en: "Sampling ±"), adds: false),
      ])
    for one in surveys {
      let sample = one.sample
      let weight = sample.weight
      let share = one.amount == 0 ? nil : Spread.quantile * one.error / one.amount
      table.rows.append(
        .init(
          sample.population.rawValue, .words(Self.label(sample.population)),
          [
            .number(sample.people), .number(sample.answers),
            weight.map { .real(Double($0.numerator) / Double($0.denominator)) } ?? .missing,
            weight == nil ? .missing : .real(one.amount),
            weight == nil ? .missing : .realShare(share),
          ], role: .apart))
    }
    table.notes = [
      Text(
        fr:
          "Chaque réponse vaut pour autant de personnes qu'il y en a pour une réponse. « Sondage ± » : "
          + "ce que le hasard des réponses laisse ouvert, 95 fois sur 100, si ceux qui ont répondu "
          + "ressemblent aux autres.",
        en:
          "Every answer stands for as many people as there are for one answer. “Sampling ±” is what "
          + "chance leaves open, 95 times in 100, if those who answered are like the others.")
    ]
    return table
  }

  private static func label(_ population: SurveySample.Population) -> Text {
    switch population {
    case .staff: Text(fr: "Personnels", en: "Staff")
    case .students: Text(fr: "Étudiants", en: "Students")
    }
  }
}

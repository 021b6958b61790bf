import Diagnostics
import Footprint
import Inventory
import Quantities
import Uncertainty

/// What carries most of what is not known of a year: what to measure next.
struct KnowBetterSection {
  private let year: UncertainYear
  private let heaviest: [UncertainYear.Weight]
  /// As many as people can do something about.
  private static let shown = 10
  /// What would be told as 0 % is nobody's next thing to measure.
  private static let least = 0.005

  init(_ year: UncertainYear) {
    self.year = year
    heaviest = year.heaviest(Self.shown).filter { $0.share >= Self.least }
  }

  /// What carries most of the variance.
  func table() -> ReportTable? {
    if heaviest.isEmpty { return nil }
    var table = ReportTable(
      "uncertainty-next", Text(fr: "Ce qu'il faut mieux connaître", en: "What to know better"),
      columns: [
        .init("kind", Text(fr: "Quoi", en: "What")),
        .init("half-width", Text(fr: "Connu à ±", en: "Known to ±"), adds: false),
        .init("variance", Text(fr: "Part de la variance", en: "Share of variance"), adds: false),
        .init(
          "halved-low", Text(fr: "À moitié : de", en: "If halved: from"), unit: "tCO2e",
          adds: false),
        .init("halved-high", Text(fr: "à", en: "to"), unit: "tCO2e", adds: false),
      ])
    for weight in heaviest {
      table.rows.append(
        .init(
          weight.source.kind.rawValue + "-" + weight.source.identifier,
          .words(label(weight.source)),
          [
            .words(Self.kind(weight.source.kind)), .realShare(weight.halfWidth),
            .realShare(weight.share), .real(weight.halved.low), .real(weight.halved.high),
          ], role: .apart))
    }
    table.notes.append(
      Text(
        fr:
          "Les deux dernières colonnes : l'intervalle du total, si cette incertitude-là était deux "
          + "fois moindre.",
        en: "The last two columns: the interval of the total, were that uncertainty half as large.")
    )
    return table
  }

  private func label(_ source: ErrorSource) -> Text {
    // Meters, groups and declared figures are named by whoever wrote the file.
    let label = Text(
      fr: VisibleText.escaped(source.label.fr), en: VisibleText.escaped(source.label.en))
    guard source.kind == .factor else { return label }
    return Text(
      fr: "\(label.fr) (\(source.identifier))", en: "\(label.en) (\(source.identifier))")
  }

  private static func kind(_ kind: ErrorSource.Kind) -> Text {
    switch kind {
    case .activity: Text(fr: "donnée", en: "data")
    case .meter: Text(fr: "compteur", en: "meter")
    case .group: Text(fr: "groupe", en: "group")
    case .sample: Text(fr: "sondage", en: "sample")
    case .factor: Text(fr: "facteur", en: "factor")
    }
  }

  /// What moves the total most, to either side.
  func picture() -> ReportPicture? {
    if heaviest.isEmpty { return nil }
    let (name, of) = (year.footprint.run.campus.name, year.footprint.year)
    let middle = year.total.amount
    let rows = heaviest.map { (label: label($0.source), low: $0.low, high: $0.high) }
    return ReportPicture(under: "uncertainty-next") { language in
      let told = rows.map {
        "\($0.label[language]) \(ChartNumber.text($0.low - middle, 0, language)) / "
          + "\(ChartNumber.text($0.high - middle, 0, language))"
      }
      let title =
        language == .french ? "ce qui déplace le plus le total" : "what moves the total most"
      return TornadoChart(
        frame: .inWords(
          "tornado-\(of)", "\(name) · \(title) · \(of)", told.joined(separator: ", ") + ".",
          language),
        middle: middle,
        rows: rows.map { .init(label: $0.label[language], low: $0.low, high: $0.high) }
      ).svg()
    }
  }
}

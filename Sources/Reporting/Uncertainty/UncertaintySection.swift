import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Uncertainty

/// How far the figures of a year may be off, what they share, and what to measure next.
struct UncertaintySection {
  private let footprint: Footprint
  private let year: UncertainYear
  private let heaviest: [UncertainYear.Weight]
  /// As many as people can do something about.
  private static let shown = 10
  private let draws: DrawChoice?

  init(_ footprint: Footprint, draws: DrawChoice? = nil) {
    self.footprint = footprint
    self.draws = draws
    year = UncertainYear(footprint)
    heaviest = year.heaviest(Self.shown)
  }

  func tables() -> [ReportTable] { [intervals(), drawn(), next(), defaults()].compactMap(\.self) }

  /// The interval of the total, in a line.
  func headline() -> Text? {
    let total = year.total
    if total.parts.isEmpty { return nil }
    let interval = total.interval
    func number(_ value: Double, _ language: Language) -> String {
      language.number(value, decimals: 0)
    }
    // What rests on an assumption is never told as if it were known.
    let isAssumed = year.defaults.contains { $0.value > 0 }
    return Text(
      fr:
        "Entre \(number(interval.low, .french)) et \(number(interval.high, .french)) tCO2e, 95 fois "
        + "sur 100" + (isAssumed ? ", si les incertitudes prises par défaut sont justes" : ""),
      en:
        "Between \(number(interval.low, .english)) and \(number(interval.high, .english)) tCO2e, 95 "
        + "times in 100" + (isAssumed ? ", if the uncertainties taken by default are right" : ""))
  }

  /// The total, the scopes and the posts.
  private func intervals() -> ReportTable? {
    let total = year.total
    if total.parts.isEmpty { return nil }
    var table = ReportTable(
      "uncertainty", Text(fr: "Incertitude (tCO2e)", en: "Uncertainty (tCO2e)"),
      columns: [
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "tCO2e", decimals: 1),
        .init("low", Text(fr: "De", en: "From"), unit: "tCO2e", decimals: 1, adds: false),
        .init("high", Text(fr: "À", en: "To"), unit: "tCO2e", decimals: 1, adds: false),
        .init("minus", Text(same: "−"), adds: false), .init("plus", Text(same: "+"), adds: false),
      ])
    table.statedUnit = "tCO2e"
    for (key, label, sum, role) in sums {
      let (amount, interval) = (sum.amount, sum.interval)
      table.rows.append(
        .init(
          key, .words(label),
          [
            .real(amount), .real(interval.low), .real(interval.high),
            .realShare(amount == 0 ? nil : (interval.low - amount) / abs(amount)),
            .realShare(amount == 0 ? nil : (interval.high - amount) / abs(amount)),
          ], role: role))
    }
    table.notes = notes(total)
    return table
  }

  /// The posts, the total and the scopes: nothing has no interval.
  private var sums: [(key: String, label: Text, sum: UncertainSum, role: ReportTable.Row.Role)] {
    let posts = footprint.breakdown(by: .post).filter { $0.depth == 0 }.map {
      ($0.key, $0.label, year.sum(post: $0.key), ReportTable.Row.Role.part)
    }
    let scopes = Scope.allCases.map {
      ("scope-" + $0.identifier, $0.label, year.sum(scope: $0), ReportTable.Row.Role.apart)
    }
    return (posts + [("total", Text(same: "Total"), year.total, .total)] + scopes).filter {
      !$0.2.parts.isEmpty
    }
  }

  /// The same by drawing what may be wrong, for whoever doubts the formula.
  private func drawn() -> ReportTable? {
    guard let draws else { return nil }
    let sums = self.sums
    let simulation = Simulation(sums.map(\.sum), draws: draws.count, seed: draws.seed)
    var table = ReportTable(
      "uncertainty-draws", Text(fr: "Par tirages (tCO2e)", en: "By draws (tCO2e)"),
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
    for (row, outcome) in zip(sums, simulation.outcomes) {
      table.rows.append(
        .init(
          row.key, .words(row.label),
          [
            .real(outcome.mean), .real(outcome.low), .real(outcome.middle), .real(outcome.high),
            .real(outcome.error),
          ], role: row.role))
    }
    func words(_ language: Language) -> String { language.numbers.text(simulation.draws) }
    table.notes.append(
      Text(
        fr: "\(words(.french)) tirages, graine \(draws.seed) : la même donne les mêmes chiffres.",
        en: "\(words(.english)) draws, seed \(draws.seed): the same gives the same figures."))
    return table
  }

  private func notes(_ total: UncertainSum) -> [Text] {
    func words(_ language: Language) -> [String] {
      let isFrench = language == .french
      func range(_ variance: Double) -> String {
        let interval = total.interval(variance: variance)
        return language.number(interval.low, decimals: 0) + "–"
          + language.number(interval.high, decimals: 0) + "\u{A0}t"
      }
      let (apart, together) = (
        range(total.independentVariance), range(total.correlatedVariance)
      )
      return isFrench
        ? [
          "L'intervalle où le total se trouve 95 fois sur 100, si les données et les facteurs sont "
            + "connus comme ils sont dits l'être. Ce qui n'est pas compté, ou l'est deux fois, n'y est pas.",
          "Un facteur se trompe partout à la fois, et une activité dans toutes ses lignes. Si rien "
            + "n'était partagé : \(apart) ; si tout l'était : \(together).",
        ]
        : [
          "The interval that holds the total 95 times in 100, if data and factors are known as they "
            + "are said to be. What is not counted, or counted twice, is not in it.",
          "A factor errs everywhere at once, and an activity in all its rows. If nothing were shared: "
            + "\(apart); if everything were: \(together).",
        ]
    }
    return zip(words(.french), words(.english)).map { Text(fr: $0, en: $1) }
  }

  /// What carries most of the variance.
  private func next() -> ReportTable? {
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
    guard source.kind == .factor else { return source.label }
    return Text(
      fr: "\(source.label.fr) (\(source.identifier))",
      en: "\(source.label.en) (\(source.identifier))")
  }

  private static func kind(_ kind: ErrorSource.Kind) -> Text {
    switch kind {
    case .activity: Text(fr: "donnée", en: "data")
    case .meter: Text(fr: "compteur", en: "meter")
    case .group: Text(fr: "groupe", en: "group")
    case .sample: Text(fr: "sondage", en: "sample")
    case .factor: Text(fr: "facteur", en: "factor")
    case .reach: Text(fr: "portée", en: "reach")
    case .start: Text(fr: "début", en: "start")
    case .delivery: Text(fr: "réalisation", en: "delivery")
    case .driver: Text(fr: "moteur", en: "driver")
    case .path: Text(fr: "trajectoire", en: "path")
    }
  }

  /// What was taken for want of anything better.
  private func defaults() -> ReportTable? {
    let used = DefaultSpread.all.filter { (year.defaults[$0.identifier] ?? 0) > 0 }
    if used.isEmpty { return nil }
    var table = ReportTable(
      "uncertainty-defaults",
      Text(fr: "Incertitudes prises par défaut", en: "Uncertainties taken by default"),
      columns: [
        .init("half-width", Text(same: "±"), adds: false),
        .init("emissions", Text(fr: "Pour", en: "For"), unit: "tCO2e", adds: false),
        .init("origin", Text(fr: "Origine", en: "Origin")),
      ])
    for one in used {
      table.rows.append(
        .init(
          one.identifier, .words(one.label),
          [
            .realShare(one.halfWidth), .real(year.defaults[one.identifier] ?? 0),
            .words(one.origin),
          ], role: .apart))
    }
    return table
  }

  /// What moves the total most, to either side.
  func picture() -> ReportPicture? {
    if heaviest.isEmpty { return nil }
    let (name, of) = (footprint.run.campus.name, footprint.year)
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

public import Diagnostics
import EmissionFactors
public import Footprint
public import Inventory
import Quantities

/// Electricity by the hour, beside the figures of the year.
public struct HourlyReport {
  private let hourly: HourlyFootprint
  private let reader: IntensityReader
  private let log: FindingLog

  /// A report on the electricity of a year, with the intensities that were read.
  public init(_ hourly: HourlyFootprint, reader: IntensityReader, log: FindingLog) {
    self.hourly = hourly
    self.reader = reader
    self.log = log
  }

  /// The report value.
  public func report() -> Report {
    let name = hourly.run.campus.name
    var report = Report(
      "hourly",
      Text(
        fr: "\(name) · électricité heure par heure \(hourly.year)",
        en: "\(name) · electricity by the hour \(hourly.year)"),
      campus: name, year: hourly.year)
    report.warnings = warnings()
    report.headlines = headlines
    for series in hourly.series {
      report.tables.append(ways(series))
      report.tables.append(months(series))
      report.tables.append(meters(series))
    }
    for place in report.tables.indices { report.tables[place].nameRowsApart() }
    report.notes = [
      Text(
        fr:
          "Ces chiffres ne sont dans aucun total : l'inventaire compte l'électricité avec le "
          + "facteur de l'année.",
        en:
          "These figures are in no total: the inventory counts electricity with the factor of the "
          + "year.")
    ]
    return report
  }

  /// What is missing, of the consumption and of the intensities.
  private func warnings() -> [Text] {
    let footprint = hourly.run.footprint(year: hourly.year)
    var warnings = footprint.isComplete ? [] : QualitySection(footprint, log).warnings()
    let rejected = reader.counts.reduce(0) { $0 + $1.rejected }
    let unread = reader.unreadFiles.count
    if rejected + unread > 0 {
      warnings.append(
        Text(
          fr:
            "INCOMPLET : \(rejected) ligne(s) d'intensité rejetée(s), \(unread) fichier(s) non "
            + "lu(s) ; `empreinte check` dit pourquoi.",
          en:
            "INCOMPLETE: \(rejected) row(s) of intensities rejected, \(unread) file(s) not read; "
            + "`empreinte check` says why."))
    }
    return warnings
  }

  private var headlines: [Text] {
    func words(_ language: Language) -> [String] {
      let format = language.numbers
      let (energy, counted) = (
        format.text(hourly.energy, decimals: 0), format.text(hourly.counted, decimals: 0)
      )
      let names = hourly.factors.map(\.identifier).joined(separator: ", ")
      let total = hourly.inventory.map { format.text($0, decimals: 0) }
      var lines = [
        language == .french
          ? "Courbes de charge : \(energy) kWh, sur \(counted) kWh d'électricité comptés"
          : "Load curves: \(energy) kWh, of \(counted) kWh of electricity counted"
      ]
      if let total {
        lines.append(
          language == .french
            ? "Dans l'inventaire : \(total) kgCO2e pour eux, toutes étapes (\(names))"
            : "In the inventory: \(total) kgCO2e for them, all stages (\(names))")
      }
      return lines
    }
    return zip(words(.french), words(.english)).map { Text(fr: $0, en: $1) }
  }

  private func key(_ series: HourlyFootprint.Series) -> String {
    "\(series.intensity.profile)-\(series.intensity.covers.rawValue)"
  }

  private func title(_ series: HourlyFootprint.Series) -> Text {
    let (label, covers) = (series.intensity.label, series.intensity.covers.label)
    return Text(fr: "\(label.fr) · \(covers.fr)", en: "\(label.en) · \(covers.en)")
  }

  // MARK: The ways to count

  private func ways(_ series: HourlyFootprint.Series) -> ReportTable {
    var table = ReportTable(
      "hourly-" + key(series), title(series),
      columns: [
        .init("energy", Text(fr: "Énergie", en: "Energy"), unit: "kWh"),
        .init("intensity", Text(fr: "Moyenne", en: "Mean"), unit: "gCO2e/kWh", decimals: 2),
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "kgCO2e", decimals: 1),
      ])
    let total = series.total
    func row(_ key: String, _ label: Text, _ amount: ExactAmount?) {
      let mean = amount.flatMap { grams(of: $0, per: total.energy) }
      table.rows.append(
        .init(
          key, .words(label),
          [
            .amount(Figure(total.energy)), mean.map { .number($0) } ?? .missing,
            amount.map { .amount(Figure($0)) } ?? .missing,
          ], role: .apart))
    }
    row("hourly", Text(fr: "Heure par heure", en: "Hour by hour"), total.hourly)
    row(
      "flat", Text(fr: "À la moyenne simple", en: "At the plain mean"),
      total.flat)
    row(
      "factor",
      Text(fr: "Au facteur de l'inventaire", en: "At the inventory's factor"), total.factor)
    table.rows.append(
      .init(
        "effect", .words(Text(fr: "Effet des heures", en: "Effect of the hours")),
        [.missing, .missing, .amount(Figure(total.effectOfHours))], role: .apart))
    if !series.energyWithout.isZero {
      table.rows.append(
        .init(
          "unknown",
          .words(Text(fr: "Heures sans intensité", en: "Hours without intensity")),
          [.amount(Figure(series.energyWithout)), .missing, .missing], role: .apart))
    }
    table.notes = notes(series)
    return table
  }

  /// g per kWh.
  private func grams(of amount: ExactAmount, per energy: ExactAmount) -> Number? {
    guard let energy = energy.roundedNumber(), let each = amount.divided(by: energy) else {
      return nil
    }
    return each.multiplied(by: Ratio(1000))?.roundedNumber()
  }

  private func notes(_ series: HourlyFootprint.Series) -> [Text] {
    var notes: [Text] = []
    switch series.intensity.covers {
    case .combustion:
      notes.append(
        Text(
          fr:
            "Couvre ce que les centrales émettent en marche (scope 2) : ni l'amont, ni les "
            + "pertes du réseau (scope 3). Le facteur n'est pris que pour cette étape.",
          en:
            "Covers what power stations emit while they run (scope 2): neither upstream nor "
            + "network losses (scope 3). Of the factor only that stage is taken."))
    case .lifeCycle:
      notes.append(
        Text(
          fr:
            "Couvre les centrales en marche (scope 2) et leur amont (scope 3), sans les pertes "
            + "du réseau. Du facteur, ces étapes seules sont prises.",
          en:
            "Covers power stations while they run (scope 2) and their upstream (scope 3), "
            + "without network losses. Of the factor only those stages are taken."))
    }
    if series.intensity.isCarbonDioxideOnly {
      notes.append(
        Text(
          fr: "CO2 seul : les autres gaz n'y sont pas.",
          en: "CO2 alone: other gases are not in it."))
    }
    if series.total.factor == nil {
      notes.append(
        Text(
          fr: "Le facteur de l'inventaire ne distingue pas ses étapes : il ne se compare pas.",
          en: "The inventory's factor does not tell its stages apart: it cannot be compared."))
    }
    func words(_ language: Language) -> String {
      let (known, all) = (
        language.numbers.text(series.knownHours), language.numbers.text(hourly.hours)
      )
      return language == .french
        ? "Intensité connue pour \(known) h sur \(all) h de l'année ; la moyenne est la leur."
        : "Intensity known for \(known) h of \(all) h of the year; the mean is theirs."
    }
    notes.append(Text(fr: words(.french), en: words(.english)))
    return notes
  }

  // MARK: Months and meters

  private func months(_ series: HourlyFootprint.Series) -> ReportTable {
    table(
      "hourly-months-" + key(series), series, series.months,
      Text(fr: "Par mois", en: "By month"), reach: .everywhere)
  }

  /// For programs, and for people when there are several.
  private func meters(_ series: HourlyFootprint.Series) -> ReportTable {
    table(
      "hourly-meters-" + key(series), series, series.meters,
      Text(fr: "Par compteur", en: "By meter"), reach: series.meters.count < 2 ? .data : .everywhere
    )
  }

  private func table(
    _ identifier: String, _ series: HourlyFootprint.Series,
    _ parts: [String: HourlyFootprint.Comparison], _ title: Text, reach: ReportTable.Reach
  ) -> ReportTable {
    let covers = series.intensity.covers.label
    var table = ReportTable(
      identifier, Text(fr: "\(title.fr) · \(covers.fr)", en: "\(title.en) · \(covers.en)"),
      columns: [
        .init("energy", Text(fr: "Énergie", en: "Energy"), unit: "kWh"),
        .init("hourly", Text(fr: "Par heure", en: "Hourly"), unit: "kgCO2e", decimals: 1),
        .init("flat", Text(fr: "Moyenne", en: "Mean"), unit: "kgCO2e", decimals: 1),
        .init("effect", Text(fr: "Effet", en: "Effect"), unit: "kgCO2e", decimals: 1),
      ], reach: reach)
    func values(_ part: HourlyFootprint.Comparison) -> [ReportValue] {
      [part.energy, part.hourly, part.flat, part.effectOfHours].map { .amount(Figure($0)) }
    }
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      table.rows.append(.init(name, .outside(name), values(part)))
    }
    table.rows.append(
      .init("total", .words(Text(same: "Total")), values(series.total), role: .total))
    table.noteRounding()
    return table
  }
}

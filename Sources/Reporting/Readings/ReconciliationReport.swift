public import Diagnostics
public import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// The way from the Bilan Carbone total to those of the other readings, cause by cause.
public struct ReconciliationReport {
  /// A part of a difference, down to a row of a file.
  public struct Line: Sendable {
    let reading: String
    let cause: String
    let file: String
    let line: Int
    let activity: String
    let amount: ExactAmount
  }

  private let footprint: Footprint
  private let readings: [Reading]
  private let log: FindingLog
  private let lines: [Line]
  /// How many items of a cause a terminal shows.
  private static let shownItems = 5

  /// A reconciliation of a footprint; the lines come from reading the files again.
  public init(
    _ footprint: Footprint, _ readings: [Reading], log: FindingLog, lines: [Line] = []
  ) {
    self.footprint = footprint
    self.readings = readings
    self.log = log
    self.lines = lines
  }

  /// The cause under which electricity by the mix of the grid gives way to contracts.
  private static let gridCause = "electricity-location-based"

  /// The parts of differences that one line of a file makes.
  public static func lines(of line: TracedLine, _ filers: [Filer]) -> [Line] {
    filers.flatMap { filer in
      var sums: [String: ExactAmount] = [:]
      for posting in filer.postings(of: line)
      where !posting.gas.isApart && filer.leavesOut(posting.code) {
        sums[posting.code, default: .zero] += posting.amount
      }
      if filer.asksForContracts, line.isBoughtElectricity {
        let code = filer.electricityCode(of: line)
        for posting in filer.postings(of: line) where posting.code == code && !posting.gas.isApart {
          sums[gridCause, default: .zero] += posting.amount
        }
      }
      return sums.sorted { $0.key < $1.key }.map { cause, amount in
        Line(
          reading: filer.name, cause: cause, file: line.file, line: line.line,
          activity: line.activity.identifier, amount: -amount)
      }
    }
  }

  /// The readings whose totals are not the headline one.
  public static func readings(_ run: Run) -> [Reading] {
    run.catalog.readings.filter { $0.identifier != Reading.headline }
  }

  /// The report value.
  public func report() -> Report {
    let name = footprint.run.campus.name
    var report = Report(
      "reconciliation",
      Text(
        fr: "\(name) · rapprochement des totaux · \(footprint.year)",
        en: "\(name) · reconciliation of totals · \(footprint.year)"),
      campus: name, year: footprint.year)
    report.warnings = QualitySection(footprint, log).warnings()
    if footprint.isResourcesOnly {
      report.notes = [
        Text(
          fr: "Pas de total d'empreinte pour cette année.",
          en: "No footprint total for this year.")
      ]
      return report
    }
    for reading in readings {
      let filed = footprint.filed(under: reading)
      report.tables.append(table(filed))
      if let market = filed.market { report.tables.append(table(market, filed)) }
    }
    if let table = lineTable() { report.tables.append(table) }
    for place in report.tables.indices {
      report.tables[place].noteRounding()
      report.tables[place].nameRowsApart()
    }
    report.notes = [
      Text(
        fr:
          "Chaque écart s'ajoute exactement ; ligne par ligne : `--reconcile -O csv`. Lectures : "
          + "arithmétique publiée, aucune conformité revendiquée.",
        en:
          "Every difference adds up exactly; row by row: `--reconcile -O csv`. Readings: published "
          + "arithmetic, no conformity claimed.")
    ]
    return report
  }

  private static let column = ReportTable.Column(
    "emissions", Text(fr: "Émissions", en: "Emissions"), unit: "kgCO2e")

  private func table(_ filed: FiledFootprint) -> ReportTable {
    let label = filed.reading.label
    var table = ReportTable(
      "reconciliation-" + filed.reading.identifier,
      Text(
        fr: "Du Bilan Carbone au total \(label.fr)",
        en: "From Bilan Carbone to the \(label.en) total"
      ), columns: [Self.column])
    table.rows.append(
      .init(
        Reading.headline, .words(Text(fr: "Total Bilan Carbone", en: "Bilan Carbone total")),
        [.amount(Figure(footprint.total))]))
    for (code, entry) in filed.leftOut where !entry.total.isZero {
      table.rows.append(
        .init(code.identifier, .words(code.label.capitalised), [.amount(Figure(-entry.total))]))
      table.rows += items(entry, of: code)
    }
    table.rows.append(
      .init(
        "total", .words(Text(fr: "Total \(label.fr)", en: "\(label.en) total")),
        [.amount(Figure(filed.reported.total))], role: .total))
    return table
  }

  /// The items behind a difference, the largest first.
  private func items(
    _ entry: FiledFootprint.Entry, of cause: ReadingCode
  ) -> [ReportTable.Row] {
    let sorted = entry.byItem.filter { !$0.value.isZero }.sorted {
      let (left, right) = ($0.value.magnitude, $1.value.magnitude)
      return left == right ? $0.key < $1.key : right < left
    }
    var rows = sorted.prefix(Self.shownItems).map { place, amount in
      let item = footprint.items[place]
      let label =
        item.label.isEmpty ? ReportValue.words(item.activity.label) : .outside(item.label)
      return ReportTable.Row(
        "\(cause.identifier)/\(item.activity.identifier)", label, [.amount(Figure(-amount))],
        role: .detail)
    }
    let rest = sorted.dropFirst(Self.shownItems)
    if !rest.isEmpty {
      let amount = rest.reduce(ExactAmount.zero) { $0 - $1.value }
      rows.append(
        .init(
          "\(cause.identifier)/others",
          .words(Text(fr: "… \(rest.count) autre(s)", en: "… \(rest.count) other(s)")),
          [.amount(Figure(amount))], role: .detail))
    }
    return rows
  }

  private func table(_ market: MarketElectricity, _ filed: FiledFootprint) -> ReportTable {
    let label = filed.reading.label
    var table = ReportTable(
      "reconciliation-" + filed.reading.identifier + "-market",
      Text(
        fr: "\(label.fr) : du réseau aux contrats",
        en: "\(label.en): from location-based to market-based"), columns: [Self.column])
    let total = filed.reported.total
    table.rows = [
      .init(
        "location-based",
        .words(Text(fr: "Total, selon le réseau", en: "Total, location-based")),
        [.amount(Figure(total))]),
      .init(
        Self.gridCause,
        .words(Text(fr: "− électricité selon le réseau", en: "− electricity, location-based")),
        [.amount(Figure(-market.locationBased))]),
    ]
    table.rows += market.byItem.map { place, amount in
      let activity = footprint.items[place].activity
      return .init(
        "\(Self.gridCause)/\(activity.identifier)", .words(activity.label),
        [.amount(Figure(-amount))], role: .detail)
    }
    table.rows.append(
      .init(
        "market-based",
        .words(Text(fr: "+ électricité selon les contrats", en: "+ electricity, market-based")),
        [.amount(Figure(market.total))]))
    table.rows += market.uses.enumerated().map { place, use in
      .init(
        "market-based/contract-\(place + 1)", .outside(use.contract.label),
        [.amount(Figure(use.amount))], role: .detail)
    }
    table.rows += [
      .init(
        "market-based/rest", .words(Text(fr: "reste", en: "rest")),
        [.amount(Figure(market.restAmount))], role: .detail),
      .init(
        "total", .words(Text(fr: "Total, selon les contrats", en: "Total, market-based")),
        [.amount(Figure(total + market.difference))], role: .total),
    ]
    return table
  }

  private func lineTable() -> ReportTable? {
    if lines.isEmpty { return nil }
    var table = ReportTable(
      "reconciliation-lines", Text(fr: "Ligne par ligne", en: "Row by row"),
      columns: [
        .init("reading", Text(fr: "Lecture", en: "Reading")),
        .init("cause", Text(fr: "Cause", en: "Cause")),
        .init("activity", Text(fr: "Activité", en: "Activity")), Self.column,
      ], reach: .data)
    table.rows = lines.map { line in
      .init(
        "\(line.reading):\(line.file):\(line.line):\(line.cause)",
        .outside("\(line.file):\(line.line)"),
        [
          .outside(line.reading), .outside(line.cause), .outside(line.activity),
          .amount(Figure(line.amount)),
        ])
    }
    return table
  }
}

extension Text {
  /// With a capital first letter: reasons are written to stand within a sentence.
  var capitalised: Text {
    func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Text(fr: capital(fr), en: capital(en))
  }
}

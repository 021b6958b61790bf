public import Diagnostics
public import EmissionFactors
public import Footprint
import Inventory
import Quantities
public import Scenarios
import Uncertainty

/// A footprint told the way of an official reading: its table, what it leaves out, and why.
public struct ReadingReport {
  private let filed: FiledFootprint
  private let reading: Reading
  private let log: FindingLog
  private let outlook: Outlook?
  private let uncertainty: UncertaintyMode?
  private let draws: DrawChoice?

  /// A report of a footprint under a reading, with the plan of a scenario where one is named, and with
  /// intervals where they are asked for.
  public init(
    _ footprint: Footprint, _ reading: Reading, log: FindingLog, outlook: Outlook? = nil,
    uncertainty: UncertaintyMode? = nil, draws: DrawChoice? = nil
  ) {
    self.uncertainty = uncertainty
    self.draws = draws
    filed = footprint.filed(under: reading)
    self.reading = reading
    self.log = log
    self.outlook = outlook
  }

  private var footprint: Footprint { filed.footprint }

  /// The report value.
  public func report() -> Report {
    let name = footprint.run.campus.name
    var report = Report(
      "reading",
      Text(
        fr: "\(name) · \(reading.label.fr) · \(footprint.year)",
        en: "\(name) · \(reading.label.en) · \(footprint.year)"),
      campus: name, year: footprint.year)
    report.warnings = QualitySection(footprint, log).warnings()
    if footprint.isResourcesOnly {
      report.tables = registers()
      report.notes = [
        Text(
          fr: "Pas de total d'empreinte pour cette année. " + footprint.campusYear.footprintNote,
          en: "No footprint total for this year. " + footprint.campusYear.footprintNote)
      ]
      return report
    }
    report.headlines = headlines()
    report.tables = [table()] + intervals()
    if let market = filed.market { report.tables.append(MarketTable.table(market, filed)) }
    if reading.identifier != Reading.headline {
      var way = ReconciliationReport(footprint, [reading], log: log).report().tables
      // A terminal has --reconcile.
      for place in way.indices { way[place].reach = .pages }
      report.tables += way
    }
    report.tables += registers()
    for place in report.tables.indices { report.tables[place].noteRounding() }
    report.notes = ReadingNotes.notes(filed)
    return report
  }

  /// How far the figure of each code may be off.
  private func intervals() -> [ReportTable] {
    let groups = [IntervalGroup.of(filed)]
    switch uncertainty {
    case nil: return []
    case .gsd: return OfficialUncertaintySection(OfficialYear(footprint), groups).tables()
    case .shared:
      return UncertaintySection(UncertainYear(footprint), groups, draws: draws).tables()
    }
  }

  /// What is left out, what was asked for, and what is planned.
  private func registers() -> [ReportTable] {
    let plan = outlook.flatMap { TransitionPlanTable($0, after: footprint.year).table() }
    return [ExclusionTable.table(footprint), CollectionTable.table(footprint), plan]
      .compactMap(\.self)
  }

  private func headlines() -> [Text] {
    func words(_ language: Language) -> String {
      let format = language.numbers
      func tonnes(_ amount: ExactAmount) -> String {
        format.text(amount.multiplied(by: Ratio(1, 1000)) ?? amount, decimals: 1)
      }
      let (total, headline) = (tonnes(filed.reported.total), tonnes(footprint.total))
      if reading.identifier == Reading.headline {
        return language == .french ? "Total : \(total) tCO2e" : "Total: \(total) tCO2e"
      }
      return language == .french
        ? "Total : \(total) tCO2e · total Bilan Carbone : \(headline) tCO2e (--reconcile explique "
          + "l'écart)"
        : "Total: \(total) tCO2e · Bilan Carbone total: \(headline) tCO2e (--reconcile explains "
          + "the difference)"
    }
    var lines = [Text(fr: words(.french), en: words(.english))]
    if !filed.notFiled.isZero { lines.append(notFiled) }
    return lines
  }

  /// A total that lacks much must not be read without what it lacks.
  private var notFiled: Text {
    func words(_ language: Language) -> String {
      let amount = filed.notFiled.multiplied(by: Ratio(1, 1000)) ?? filed.notFiled
      let text = language.numbers.text(amount, decimals: 1)
      return language == .french
        ? "Non classé, faute de détail : \(text) tCO2e, qui ne sont dans aucune ligne."
        : "Not filed, for want of detail: \(text) tCO2e, which are in no line."
    }
    return Text(fr: words(.french), en: words(.english))
  }

  private func table() -> ReportTable {
    var table = ReportTable(
      "reading-" + reading.identifier,
      Text(fr: "\(reading.label.fr), en tCO2e", en: "\(reading.label.en), in tCO2e"),
      columns: ReadingColumns.columns(reading))
    table.statedUnit = "tCO2e"
    for code in reading.codes where !code.kind.isBeside {
      let entry = filed.entry(code)
      let isTop = code.parent.isEmpty
      // A line for what has no heading is shown when there is something in it.
      if isTop, code.kind == .code, entry.byGas.isEmpty { continue }
      table.rows.append(
        .init(
          code.identifier,
          .words(
            Text(
              fr: "\(code.identifier) \(code.label.fr)", en: "\(code.identifier) \(code.label.en)")
          ), ReadingColumns.values(entry, filed), role: isTop ? .part : .detail))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")), ReadingColumns.values(filed.reported, filed),
        role: .total))
    for (code, entry) in filed.leftOut {
      let label =
        code.kind == .otherwise
        ? Text(fr: "Compté autrement : \(code.label.fr)", en: "Counted otherwise: \(code.label.en)")
        : Text(fr: "Hors total : \(code.label.fr)", en: "Not in the total: \(code.label.en)")
      table.rows.append(
        .init(
          "out-" + code.identifier, .words(label),
          ReadingColumns.values(entry, filed, isOut: true), role: .apart))
    }
    return table
  }
}

/// The columns of a reading: its gases, the total, biogenic CO2 apart, the uncertainty.
enum ReadingColumns {
  static func columns(_ reading: Reading) -> [ReportTable.Column] {
    let gases = reading.gases.map { gas in
      ReportTable.Column(
        gas.rawValue, gas.title, unit: "tCO2e", decimals: 1, isOptional: gas.isSeldom)
    }
    return gases + [
      .init("total", Text(same: "Total"), unit: "tCO2e", decimals: 1),
      .init("co2-biogenic", Text(same: "CO2b"), unit: "t", decimals: 1),
      .init(
        "uncertainty", Text(fr: "Incert.", en: "Uncert."), unit: "%", adds: false),
    ]
  }

  static func values(
    _ entry: FiledFootprint.Entry, _ filed: FiledFootprint, isOut: Bool = false
  ) -> [ReportValue] {
    if entry.byGas.isEmpty { return columns(filed.reading).map { _ in .missing } }
    let gases = filed.reading.gases.map { tonnes(entry.amount(in: $0)) }
    return gases + [
      tonnes(entry.total), tonnes(entry.biogenic),
      isOut ? .missing : uncertainty(filed.deviation(of: entry)),
    ]
  }

  static func tonnes(_ amount: ExactAmount) -> ReportValue {
    amount.multiplied(by: Ratio(1, 1000)).map { .amount(Figure($0)) } ?? .missing
  }

  /// In percent, to a hundredth: the last digits of a logarithm depend on the machine.
  private static func uncertainty(_ deviation: OfficialDeviation?) -> ReportValue {
    guard let deviation, deviation.excess < 1e9 else { return .missing }
    let hundredths = Int((deviation.excess * 10_000).rounded())
    return Number(hundredths).multiplied(by: Ratio(1, 100)).map { .number($0) } ?? .missing
  }
}

extension Reading.GasColumn {
  var title: Text {
    switch self {
    case .co2: Text(same: "CO2")
    case .ch4: Text(same: "CH4")
    case .n2o: Text(same: "N2O")
    case .hfc: Text(same: "HFC")
    case .pfc: Text(same: "PFC")
    case .sf6: Text(same: "SF6")
    case .nf3: Text(same: "NF3")
    case .other: Text(fr: "Autres", en: "Others")
    case .otherGases: Text(fr: "Autres gaz", en: "Other gases")
    }
  }

  /// True for gases that most campuses do not emit: a terminal shows them when they are there.
  var isSeldom: Bool {
    switch self {
    case .co2, .ch4, .n2o, .otherGases: false
    case .hfc, .pfc, .sf6, .nf3, .other: true
    }
  }
}

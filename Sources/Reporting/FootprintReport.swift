public import Diagnostics
import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// Turns a footprint into the report value that every format renders.
public struct FootprintReport {
  let footprint: Footprint
  let log: FindingLog
  let breakdowns: [BreakdownDimension]
  let surroundings: ReportSurroundings
  let uncertainty: UncertaintyMode?
  let draws: DrawChoice?
  private let isIllustrated: Bool
  /// What gives the figures of the breakdowns their intervals.
  private let known: FigureIntervals?

  /// A report of a year, with more breakdowns when they are asked for, and what is told beside it where
  /// there is room; without pictures unless it `isIllustrated`.
  public init(
    _ footprint: Footprint, log: FindingLog, breakdowns: [BreakdownDimension] = [],
    surroundings: ReportSurroundings = ReportSurroundings(), uncertainty: UncertaintyMode? = nil,
    draws: DrawChoice? = nil, isIllustrated: Bool = true
  ) {
    self.isIllustrated = isIllustrated
    self.draws = draws
    self.uncertainty = uncertainty
    self.footprint = footprint
    self.log = log
    self.breakdowns = breakdowns
    self.surroundings = surroundings
    known = uncertainty.map { FigureIntervals(footprint, $0) }
  }

  /// What a page tells without being asked.
  private static let told: [BreakdownDimension] = [.site, .month, .gas]

  /// The report value.
  public func report() -> Report {
    let campus = footprint.run.campus
    var report = Report(
      "report", title, campus: campus.name, year: footprint.year)
    report.warnings = QualitySection(footprint, log).warnings()
    if !footprint.isResourcesOnly, footprint.items.isEmpty {
      report.warnings.append(Self.uncounted(footprint.year))
    }
    if !footprint.isResourcesOnly {
      let summary = SummarySection(footprint)
      report.headlines = summary.headlines()
      report.add(
        [summary.table(), summary.equivalents(), scopeTable(), postTable()], to: .footprint)
    }
    report.add(breakdownTables(), to: .footprint)
    let groups = uncertainty == nil ? [] : IntervalGroup.of(footprint, breakdowns)
    let shared = known?.shared.map { UncertaintySection($0, groups, draws: draws) }
    let better = known?.shared.map { KnowBetterSection($0) }
    let official = known?.official.map { OfficialUncertaintySection($0, groups).tables() } ?? []
    if !footprint.isResourcesOnly {
      report.add(
        (shared?.tables() ?? []) + [better?.table(), shared?.defaults()] + official,
        to: .uncertainty)
      // The interval stands beside the total, wherever it is known.
      report.headlines += [shared?.headline()].compactMap(\.self)
    }
    report.add(ResourceSection(footprint).tables(), to: .resources)
    report.add(PublishedSection(footprint).tables(), to: .resources)
    let years = YearsSection(surroundings.years)
    let changes = ChangeSection(surroundings.changes)
    report.add([years.table()] + changes.tables(), to: .change)
    let trajectory = surroundings.outlook.map(TrajectorySection.init)
    report.add(trajectory?.tables ?? [], to: .trajectory)
    report.add(QualitySection(footprint, log).tables(), to: .quality)
    report.add(MeterSection(footprint).tables(), to: .quality)
    report.add([SurveySection(footprint).table()] + registers, to: .quality)
    report.add(MethodSection(footprint, digest: surroundings.digest).tables(), to: .method)
    for place in report.tables.indices {
      noteIncomplete(&report.tables[place])
      report.tables[place].noteRounding()
      report.tables[place].nameRowsApart()
    }
    if isIllustrated {
      report.pictures =
        FootprintPictures(footprint, known: known?.shared).pictures()
        + [years.picture()].compactMap(\.self)
        + [better?.picture()].compactMap(\.self) + changes.pictures()
        + [trajectory?.picture()].compactMap(\.self)
    }
    report.notes = notes() + surroundings.notes
    return report
  }

  /// The breakdowns that were asked for.
  var asked: [ReportTable] {
    let dimensions = footprint.isResourcesOnly ? breakdowns.filter { $0 == .activity } : breakdowns
    return dimensions.map(table)
  }

  /// What was asked for, and what a page tells without being asked.
  private func breakdownTables() -> [ReportTable] {
    if footprint.isResourcesOnly { return asked }
    let told = Self.told.filter { !breakdowns.contains($0) }.map { dimension in
      var table = table(by: dimension)
      table.reach = .pages
      return table
    }
    // One part is the whole, and says nothing.
    return asked + told.filter { $0.rows.count > 2 }
  }

  /// Said of a year without rows: its zero was never measured.
  static func uncounted(_ year: Int) -> Text {
    Text(
      fr: "Rien n'est compté en \(year) : ce zéro n'est pas un résultat.",
      en: "Nothing is counted in \(year): this zero is no result.")
  }

  /// What is left out, and what was asked for: a terminal has them under --reading.
  private var registers: [ReportTable] {
    [ExclusionTable.table(footprint), CollectionTable.table(footprint)].compactMap(\.self).map {
      var table = $0
      table.reach = .pages
      return table
    }
  }

  /// Beside every total stands what it lacks; the account of the rows says it itself.
  private func noteIncomplete(_ table: inout ReportTable) {
    let hasTotal = table.rows.contains { $0.role == .total }
    if hasTotal, !footprint.isComplete, table.identifier != "rows" {
      table.notes.insert(QualitySection(footprint, log).incomplete(), at: 0)
    }
  }

  private var title: Text {
    let (name, year) = (footprint.run.campus.name, footprint.year)
    let calendar = footprint.run.campus.calendar
    let period = calendar == .calendar ? "\(year)" : "\(year)–\(year + 1)"
    if footprint.isResourcesOnly {
      return Text(fr: "\(name) · ressources \(period)", en: "\(name) · resources \(period)")
    }
    return Text(fr: "\(name) · empreinte \(period)", en: "\(name) · footprint \(period)")
  }

  private func scopeTable() -> ReportTable {
    table(
      "scope", Text(fr: "Par scope", en: "By scope"), rows: footprint.breakdown(by: .scope),
      carbon: false)
  }

  private func postTable() -> ReportTable {
    table(
      "post", Text(fr: "Par poste", en: "By post"), rows: footprint.breakdown(by: .post),
      carbon: footprint.run.campus.carbonColumn != nil)
  }

  private func table(by dimension: BreakdownDimension) -> ReportTable {
    table(
      "by-" + dimension.rawValue, dimension.title, rows: footprint.breakdown(by: dimension),
      carbon: false)
  }

  /// A breakdown with its shares, its total and, when asked, the kg C that older sheets print.
  private func table(
    _ identifier: String, _ title: Text, rows: [BreakdownRow], carbon: Bool
  ) -> ReportTable {
    var columns: [ReportTable.Column] = []
    if carbon { columns.append(CarbonColumn.column) }
    columns.append(.init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "kgCO2e"))
    columns.append(.init("share", Text(fr: "Part", en: "Share")))
    var table = ReportTable(identifier, title, columns: columns)
    for row in rows {
      table.rows.append(
        .init(
          row.key, .words(row.label),
          values(row.amount, row.byItem, site: row.site, carbon: carbon),
          role: row.isApart ? .apart : row.depth > 0 ? .detail : .part))
    }
    let total = ReportTable.Row(
      "total", .words(Text(same: "Total")),
      values(footprint.total, footprint.totals, carbon: carbon), role: .total)
    let place = table.rows.firstIndex { $0.role == .apart } ?? table.rows.count
    table.rows.insert(total, at: place)
    return table
  }

  private func values(
    _ amount: ExactAmount, _ byItem: [Int: ExactAmount], site: Int32? = nil, carbon: Bool
  ) -> [ReportValue] {
    var values: [ReportValue] = []
    if carbon { values.append(CarbonColumn.value(amount, campus: footprint.run.campus)) }
    values.append(.amount(Figure(amount, interval: known?.interval(of: byItem, site: site))))
    values.append(amount.share(of: footprint.total).map { .share($0) } ?? .missing)
    return values
  }

  func notes() -> [Text] {
    var notes: [Text] = []
    let year = footprint.campusYear
    if footprint.isResourcesOnly {
      notes.append(
        Text(
          fr: "Pas de total d'empreinte pour cette année. " + year.footprintNote,
          en: "No footprint total for this year. " + year.footprintNote))
    }
    if let reason = year.atypical {
      notes.append(Text(fr: "Année atypique : \(reason).", en: "Atypical year: \(reason)."))
    }
    if footprint.run.campus.lastDay == .excluded {
      notes.append(
        Text(
          fr: "Périodes de deux dates : le dernier jour n'est pas compté (last-day: excluded).",
          en: "Periods of two dates: the last day does not count (last-day: excluded)."))
    }
    notes += footprint.run.campus.notes.map { Text(same: $0) }
    return notes
  }
}

/// kg C = kgCO2e × ratio, cut to whole kg: the way a published table was made.
enum CarbonColumn {
  static let column = ReportTable.Column(
    "carbon", Text(fr: "Carbone", en: "Carbon"), unit: "kg C", rounding: .down)

  static func value(_ amount: ExactAmount, campus: Campus) -> ReportValue {
    guard let ratio = campus.carbonColumn, let carbon = amount.multiplied(by: Ratio(ratio)) else {
      return .missing
    }
    return .amount(Figure(carbon))
  }
}

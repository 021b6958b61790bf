import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Reporting
import Tables

/// One row of a file, from its cells to its kilograms.
enum LineExplanation {
  static func report(
    _ place: LinePlace, _ files: [ByteSource], _ run: Run, log: FindingLog, year: Int?
  ) -> Report? {
    guard let found = LineFinder.find(place, files, run) else {
      return findingsOnly(place, run, log)
    }
    var report = Report(
      "explanation",
      Text(same: "\(run.campus.name) · \(place.file):\(place.line)"), campus: run.campus.name,
      year: year ?? found.years.first)
    report.tables.append(cells(found))
    for each in found.years where year == nil || each == year {
      if let table = steps(place, files, run, year: each, found.sample) {
        report.tables.append(table)
      }
    }
    report.notes = notes(place, log)
    return report
  }

  private static func cells(_ found: LineFinder.Found) -> ReportTable {
    var table = ReportTable(
      "row", Text(fr: "La ligne telle qu'elle est lue", en: "The row as it is read"),
      columns: [.init("value", Text(same: ""))])
    for cell in found.cells {
      table.rows.append(.init(cell.name, .outside(cell.name), [.outside(cell.value)]))
    }
    return table
  }

  private static func steps(
    _ place: LinePlace, _ files: [ByteSource], _ run: Run, year: Int,
    _ sample: Int?
  ) -> ReportTable? {
    var rows: [TraceRow] = []
    Tracer.trace(run, files: files, year: year, only: (file: place.file, line: place.line)) {
      rows.append($0)
    }
    guard let first = rows.first else { return nil }
    var table = ReportTable(
      "year-\(year)", Text(fr: "Ce qui compte en \(year)", en: "What counts in \(year)"),
      columns: [
        .init("value", Text(same: ""), decimals: 6, rounding: .trimmed),
        .init("detail", Text(same: "")),
      ])
    func add(_ key: String, _ label: Text, _ value: ReportValue, _ detail: String) {
      table.rows.append(
        .init(key, .words(label), [value, .outside(detail)], role: .apart))
    }
    if let sample = sample.flatMap({ Self.sample(of: first, run, year: $0) }) {
      // The quantity below has it in it already.
      add(
        "weight", Text(fr: "Une réponse vaut pour", en: "One answer stands for"),
        sample.weight.map { .ratio($0) } ?? .missing,
        "\(sample.people) / \(sample.answers)")
    }
    add(
      "quantity", Text(fr: "Quantité lue", en: "Quantity read"), .number(first.quantity),
      first.unit.symbol)
    if first.share != first.quantity {
      add(
        "share", Text(fr: "Part de l'année, par jours", en: "The year's share, by days"),
        .number(first.share), "\(first.unit.symbol), \(first.period)")
    }
    for (place, step) in (first.resolution?.steps ?? []).enumerated() {
      add(
        "step-\(place + 1)", Text(fr: "× " + step.label.fr, en: "× " + step.label.en),
        .ratio(step.ratio),
        step.unit + (step.source.isEmpty ? "" : " · " + step.source))
    }
    if let resolution = first.resolution {
      let factor = resolution.factor
      add(
        "factor",
        Text(fr: "× facteur \(factor.identifier)", en: "× factor \(factor.identifier)"),
        .number(resolution.counted),
        "kgCO2e/\(factor.unit.symbol) · \(factor.provenance.release)")
      if resolution.wholeCells != nil {
        add(
          "convention",
          Text(
            fr: "  convention de recyclage ; facteur entier",
            en: "  recycling convention; whole factor"),
          .number(factor.total), "kgCO2e/\(factor.unit.symbol)")
      }
    }
    var total = ExactAmount.zero
    for row in rows {
      if !row.gas.isApart { total += row.amount }
      let label = row.stage.label(with: row.gas)
      table.rows.append(
        .init(
          "\(row.stage.identifier)-\(row.gas.identifier)", .words(label),
          [.amount(Figure(row.amount)), .words(row.scope.label)],
          role: row.gas.isApart ? .apart : .part))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "=")), [.amount(Figure(total)), .outside("kgCO2e")],
        role: .total))
    table.noteRounding()
    table.nameRowsApart()
    return table
  }

  /// The survey that a row was scaled up in.
  private static func sample(of row: TraceRow, _ run: Run, year: Int) -> SurveySample? {
    run.vocabulary.samples.first {
      $0.year == year && $0.population == SurveySample.Population(activity: row.activity.identifier)
    }
  }

  /// A row that is in no figure: the findings say why.
  private static func findingsOnly(_ place: LinePlace, _ run: Run, _ log: FindingLog) -> Report? {
    let notes = notes(place, log)
    if notes.isEmpty { return nil }
    var report = Report(
      "explanation", Text(same: "\(run.campus.name) · \(place.file):\(place.line)"),
      campus: run.campus.name, year: nil)
    report.warnings = [
      Text(fr: "Cette ligne n'est dans aucun chiffre.", en: "This row is in no figure.")
    ]
    report.notes = notes
    return report
  }

  private static func notes(_ place: LinePlace, _ log: FindingLog) -> [Text] {
    log.sortedGroups.flatMap(\.first)
      .filter { $0.location.file == place.file && $0.location.line == place.line }
      .map { finding in
        Text(
          fr: "\(finding.summary(in: .french)) [\(finding.kind.identifier)]",
          en: "\(finding.summary(in: .english)) [\(finding.kind.identifier)]")
      }
  }
}

/// Finds a row again by its place in a file.
struct LineFinder: LineSink {
  struct Found {
    var cells: [(name: String, value: String)]
    var years: [Int]
    /// The year of the survey that it was scaled up in.
    var sample: Int?
  }

  private let line: Int
  private let calendar: YearCalendar
  private var found: Found?

  static func find(_ place: LinePlace, _ files: [ByteSource], _ run: Run) -> Found? {
    var finder = LineFinder(line: place.line, calendar: run.campus.calendar)
    var reader = InventoryReader(
      campus: run.campus, catalog: run.catalog, files: files.filter { $0.name == place.file },
      samples: run.vocabulary.samples)
    var log = FindingLog(accepting: run.campus.acceptances)
    reader.read(into: &finder, log: &log)
    return finder.found
  }

  private init(line: Int, calendar: YearCalendar) {
    self.line = line
    self.calendar = calendar
  }

  mutating func take(
    _ lines: [ActivityLine], of reader: FileReader, vocabulary: Vocabulary, log: inout FindingLog
  ) {
    guard let match = lines.first(where: { Int($0.lineNumber) == line }) else { return }
    let first = calendar.year(containing: match.period.start)
    let last = calendar.year(containing: match.period.last)
    let known = match.knowledge < 0 ? nil : vocabulary.knowledge[Int(match.knowledge)]
    found = Found(
      cells: reader.cells(of: match), years: Array(first...last), sample: known?.sample)
  }

  mutating func exclude(_ row: SetAside, reason: ExclusionReason, vocabulary: Vocabulary) {}
  mutating func reject(_ row: SetAside, vocabulary: Vocabulary) {}
}

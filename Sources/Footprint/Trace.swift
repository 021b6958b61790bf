public import Diagnostics
public import EmissionFactors
public import Inventory
public import Quantities
public import Tables

/// One line's part in one stage and gas of a year: the smallest thing a total is made of.
public struct TraceRow: Sendable {
  /// The item of the footprint it is a part of.
  public let item: ItemKey
  public let file: String
  public let line: Int
  public let activity: Activity
  public let post: String
  /// The quantity of the whole line, as read.
  public let quantity: Number
  public let unit: Unit
  /// The part of it that counts in the year.
  public let share: Number
  public let period: Period
  public let site: String
  /// Nil for declared figures.
  public let resolution: Resolution?
  public let stage: Stage
  public let gas: Gas
  public let scope: Scope
  /// kgCO2e per unit of the line.
  public let coefficient: Coefficient
  public let amount: ExactAmount
}

/// One line's part in a year: its share of the year, and how that becomes emissions.
public struct TracedLine: Sendable {
  /// The item of the footprint it is a part of.
  public let item: ItemKey
  public let file: String
  public let line: Int
  public let activity: Activity
  public let post: String
  public let characterisation: Characterisation
  /// The quantity of the whole line, as read.
  public let quantity: Number
  public let unit: Unit
  /// The part of it that counts in the year.
  public let share: Number
  /// What was bought in the year, for fixed assets.
  public let bought: Number?
  public let period: Period
  public let site: String
  /// Nil for declared figures.
  public let resolution: Resolution?
  let parts: [Resolution.Cell]

  /// The rows of the trace: one a stage and gas.
  public var rows: [TraceRow] {
    parts.map { part in
      let scope: Scope =
        resolution == nil
        ? .notSplit
        : activity.scopeRule.scope(of: part.stage, characterisation: characterisation)
      return TraceRow(
        item: item, file: file, line: line, activity: activity, post: post, quantity: quantity,
        unit: unit, share: share, period: period, site: site, resolution: resolution,
        stage: part.stage, gas: part.gas, scope: scope, coefficient: part.coefficient,
        amount: ExactAmount(share, times: part.coefficient))
    }
  }
}

/// Reads the files again and unfolds every line of a year; its rows add up to the total exactly.
public struct Tracer: LineSink {
  private let run: Run
  private let year: Int
  private let only: (file: String, line: Int)?
  private let body: (TracedLine) -> Void
  private var pieces: PeriodPieces
  private var reader: InventoryReader

  /// Calls `body` for every row of the trace, in the order of files and lines.
  public static func trace(
    _ run: Run, files: [ByteSource], year: Int, only: (file: String, line: Int)? = nil,
    _ body: (TraceRow) -> Void
  ) {
    lines(run, files: files, year: year, only: only) { $0.rows.forEach(body) }
  }

  /// Calls `body` for every line that counts in the year, in the order of files and lines.
  public static func lines(
    _ run: Run, files: [ByteSource], year: Int, only: (file: String, line: Int)? = nil,
    _ body: (TracedLine) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var tracer = Tracer(run, files: files, year: year, only: only, body)
      var reader = tracer.reader
      var log = FindingLog(accepting: run.campus.acceptances)
      reader.read(into: &tracer, log: &log)
    }
  }

  private init(
    _ run: Run, files: [ByteSource], year: Int, only: (file: String, line: Int)?,
    _ body: @escaping (TracedLine) -> Void
  ) {
    self.run = run
    self.year = year
    self.only = only
    self.body = body
    pieces = PeriodPieces(calendar: run.campus.calendar)
    let wanted = only.map { only in files.filter { $0.name == only.file } } ?? files
    reader = InventoryReader(
      campus: run.campus, catalog: run.catalog, files: wanted, samples: run.vocabulary.samples)
  }

  /// Unfolds the lines of a batch.
  public mutating func take(
    _ lines: [ActivityLine], of reader: FileReader, vocabulary: Vocabulary, log: inout FindingLog
  ) {
    for line in lines {
      if let only, Int(line.lineNumber) != only.line { continue }
      take(line, of: reader, vocabulary: vocabulary)
    }
  }

  /// Rows left out are in no total.
  public mutating func exclude(_ row: SetAside, reason: ExclusionReason, vocabulary: Vocabulary) {}
  /// Rows that are wrong are in no total.
  public mutating func reject(_ row: SetAside, vocabulary: Vocabulary) {}

  private mutating func take(
    _ line: ActivityLine, of reader: FileReader, vocabulary: Vocabulary
  ) {
    let activity = run.catalog.activities[Int(line.activity)]
    let unit = vocabulary.units[Int(line.unit)]
    let cuts = pieces.pieces(of: line).filter { $0.year == year }
    if cuts.isEmpty { return }
    let share = cuts.reduce(Number.zero) {
      $0 + line.quantity.share(from: $1.from, to: $1.to, of: $1.of)
    }
    let resolution: Resolution?
    let parts: [Resolution.Cell]
    switch run.fold.decide(activity, unit: unit, year: year) {
    case .resolved(let value):
      resolution = value
      parts = value.cells
    case .declared(let ratio):
      resolution = nil
      let coefficient = Coefficient(value: .one, ratio: ratio) ?? .zero
      parts = [
        .init(stage: .whole, gas: .unspecified, coefficient: coefficient, published: .one)
      ]
    case .resource, .failed, .undecided: return
    }
    let isDeclared = line.post >= 0
    let post = isDeclared ? run.catalog.posts[Int(line.post)].identifier : activity.post
    let isBought = cuts.contains { $0.from == 0 }
    body(
      TracedLine(
        item: ItemKey(
          activity: activity.identifier, unit: unit.symbol,
          characterisation: line.characterisation,
          label: isDeclared ? vocabulary.label(line.label) : "", post: isDeclared ? post : "",
          isAmortised: line.lifetime > 0),
        file: reader.name, line: Int(line.lineNumber), activity: activity, post: post,
        characterisation: line.characterisation, quantity: line.quantity, unit: unit,
        share: share, bought: line.lifetime > 0 ? (isBought ? line.quantity : .zero) : nil,
        period: line.period,
        site: line.site >= 0 ? run.campus.sites[Int(line.site)].identifier : "",
        resolution: resolution, parts: parts))
  }
}

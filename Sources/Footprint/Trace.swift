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

/// Reads the files again and unfolds every line of a year; its rows add up to the total exactly.
public struct Tracer: LineSink {
  private let run: Run
  private let year: Int
  private let only: (file: String, line: Int)?
  private let body: (TraceRow) -> Void
  private var pieces: PeriodPieces
  private var reader: InventoryReader

  /// Calls `body` for every row of the trace, in the order of files and lines.
  public static func trace(
    _ run: Run, files: [ByteSource], year: Int, only: (file: String, line: Int)? = nil,
    _ body: (TraceRow) -> Void
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
    _ body: @escaping (TraceRow) -> Void
  ) {
    self.run = run
    self.year = year
    self.only = only
    self.body = body
    pieces = PeriodPieces(calendar: run.campus.calendar)
    let wanted = only.map { only in files.filter { $0.name == only.file } } ?? files
    reader = InventoryReader(campus: run.campus, catalog: run.catalog, files: wanted)
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
    var share = Number.zero
    for cut in pieces.pieces(of: line) where cut.year == year {
      share += line.quantity.share(from: cut.from, to: cut.to, of: cut.of)
    }
    let covers = pieces.pieces(of: line).contains { $0.year == year }
    guard covers else { return }
    let isDeclared = line.post >= 0
    let item = ItemKey(
      activity: activity.identifier, unit: unit.symbol, characterisation: line.characterisation,
      label: isDeclared ? vocabulary.label(line.label) : "",
      post: isDeclared ? run.catalog.posts[Int(line.post)].identifier : "",
      isAmortised: line.lifetime > 0)
    func row(
      _ resolution: Resolution?, _ stage: Stage, _ gas: Gas, _ scope: Scope,
      _ coefficient: Coefficient
    ) -> TraceRow {
      TraceRow(
        item: item, file: reader.name, line: Int(line.lineNumber), activity: activity,
        post: line.post >= 0 ? run.catalog.posts[Int(line.post)].identifier : activity.post,
        quantity: line.quantity, unit: unit, share: share, period: line.period,
        site: line.site >= 0 ? run.campus.sites[Int(line.site)].identifier : "",
        resolution: resolution, stage: stage, gas: gas, scope: scope, coefficient: coefficient,
        amount: ExactAmount(share, times: coefficient))
    }
    switch run.fold.decide(activity, unit: unit, year: year) {
    case .resolved(let resolution):
      for cell in resolution.cells {
        let scope = activity.scopeRule.scope(
          of: cell.stage, characterisation: line.characterisation)
        body(row(resolution, cell.stage, cell.gas, scope, cell.coefficient))
      }
    case .declared(let ratio):
      body(
        row(nil, .whole, .unspecified, .notSplit, Coefficient(value: .one, ratio: ratio) ?? .zero))
    case .resource, .failed, .undecided: break
    }
  }
}

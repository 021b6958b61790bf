public import Diagnostics
public import EmissionFactors
public import Inventory
import Quantities

/// Sums lines as they come: one small table a question, none that grows with rows.
///
/// Quantities are summed first and multiplied by their coefficients afterwards. Sums and products
/// are exact, so this gives the same digits as multiplying every line, in any order of rows.
public struct Fold: Sendable, LineSink {
  /// What sums can be told by, beside what the series itself says.
  enum Table: Int, CaseIterable {
    case site, building, month, tags, status
  }

  /// How a series fares in a year.
  enum Outcome: Sendable {
    case undecided
    /// Only the quantity counts.
    case resource
    /// A declared figure, in kgCO2e per unit.
    case declared(Ratio)
    case resolved(Resolution)
    case failed(ResolutionProblem)

    var isFailure: Bool {
      if case .failed = self { return true }
      return false
    }
  }

  private struct DeclaredKey: Hashable {
    var unit: Int32
    var post: Int32
    var label: Int32
  }

  let campus: Campus
  let catalog: FactorCatalog
  let resolver: FactorResolver
  private(set) var series: [Series] = []
  /// (series, year) → sum of what is used.
  private(set) var totals = PackedTable<QuantitySum>()
  /// (series, year, value) → sum, one table a question.
  private(set) var tables = Table.allCases.map { _ in PackedTable<QuantitySum>() }
  /// (series, year, knowledge) → sum of the lines of which more is known than their status.
  private(set) var qualities = PackedTable<QuantitySum>()
  /// (series, year, status) → sum of the same lines.
  private(set) var ratedStatuses = PackedTable<QuantitySum>()
  /// The same of what was bought in the year, of fixed assets.
  private(set) var boughtQualities = PackedTable<QuantitySum>()
  /// (series, year) → what was bought in the year, of fixed assets: the whole of it.
  private(set) var purchases = PackedTable<QuantitySum>()
  /// The first line behind every entry of the table of sites, in the order of its keys.
  private(set) var firstLines: [ActivityLine] = []
  /// (series, year) → how it becomes emissions, or why not.
  private(set) var outcomes = PackedTable<Outcome>()
  var accounts: AccountBook
  /// The years that a dated line names: a building bought for fifty years makes no year by itself.
  private(set) var datedYears: Set<Int> = []
  /// The years dated lines begin in: a bill that ends in January does not open a new year.
  private(set) var startYears: Set<Int> = []
  private var seriesPlaces = PackedTable<Int32>()
  private var declaredPlaces: [DeclaredKey: Int32] = [:]
  private var pieces: PeriodPieces

  /// An empty fold for a campus.
  public init(campus: Campus, catalog: FactorCatalog, fileCount: Int) {
    self.campus = campus
    self.catalog = catalog
    resolver = FactorResolver(campus: campus, catalog: catalog)
    pieces = PeriodPieces(calendar: campus.calendar)
    accounts = AccountBook(fileCount: fileCount)
  }

  /// Adds a batch of lines.
  public mutating func take(
    _ lines: [ActivityLine], of reader: FileReader, vocabulary: Vocabulary, log: inout FindingLog
  ) {
    for line in lines { take(line, of: reader, vocabulary: vocabulary, log: &log) }
  }

  private mutating func take(
    _ line: ActivityLine, of reader: FileReader, vocabulary: Vocabulary, log: inout FindingLog
  ) {
    let number = seriesNumber(of: line)
    let cuts = pieces.pieces(of: line)
    var row = AccountBook.RowFate(file: line.file, unit: line.unit, rows: Int(line.rows))
    var lastYear = Int.min
    for cut in cuts {
      let share =
        cut.of == cut.to - cut.from
        ? line.quantity : line.quantity.share(from: cut.from, to: cut.to, of: cut.of)
      let key = Self.key(number, cut.year)
      let outcome = outcomes.place(key, .undecided)
      if case .undecided = outcomes[outcome] {
        let activity = catalog.activities[Int(line.activity)]
        let unit = vocabulary.units[Int(line.unit)]
        outcomes[outcome] = decide(activity, unit: unit, year: cut.year)
        note(outcomes[outcome], activity, cut.year, line, reader, &log)
      }
      if line.lifetime == 0 {
        datedYears.insert(cut.year)
        if cut.from == 0 { startYears.insert(cut.year) }
      }
      if outcomes[outcome].isFailure {
        let stands = report(
          outcomes[outcome], catalog.activities[Int(line.activity)],
          vocabulary.units[Int(line.unit)], year: cut.year, line, reader, log: &log)
        row.add(share, year: cut.year, fate: stands ? .rejected : .excluded, to: &accounts)
        continue
      }
      row.add(share, year: cut.year, fate: .used, to: &accounts)
      add(share, key: key, line: line, month: cut.month, isNewRow: cut.year != lastYear)
      if line.lifetime > 0, cut.from == 0 {
        let bought = purchases.place(key, QuantitySum())
        purchases[bought].add(line.quantity)
        if line.knowledge >= 0 {
          let rated = boughtQualities.place(
            key << 32 | UInt64(UInt32(line.knowledge)), QuantitySum())
          boughtQualities[rated].add(line.quantity)
        }
      }
      lastYear = cut.year
    }
    if row.isAccepted { accounts.count(excluded: .accepted, file: line.file, rows: Int(line.rows)) }
    accounts.close(row)
  }

  @inline(__always)
  private mutating func add(
    _ share: Number, key: UInt64, line: ActivityLine, month: Int32, isNewRow: Bool
  ) {
    let total = totals.place(key, QuantitySum())
    totals[total].mantissa += share.mantissa
    // A line cut into months is one line.
    if isNewRow { totals[total].rows += 1 }
    let values = (line.site, line.building, month, line.tags, Int32(line.status.rawValue))
    add(share, .site, key, values.0)
    if tables[Table.site.rawValue].count > firstLines.count { firstLines.append(line) }
    add(share, .building, key, values.1)
    add(share, .month, key, values.2)
    add(share, .tags, key, values.3)
    add(share, .status, key, values.4)
    if line.knowledge >= 0 {
      let rated = qualities.place(key << 32 | UInt64(UInt32(line.knowledge)), QuantitySum())
      qualities[rated].add(share)
      let status = ratedStatuses.place(
        key << 32 | UInt64(UInt32(bitPattern: values.4)), QuantitySum())
      ratedStatuses[status].add(share)
    }
  }

  @inline(__always)
  private mutating func add(_ share: Number, _ table: Table, _ key: UInt64, _ value: Int32) {
    let full = key << 32 | UInt64(UInt32(bitPattern: value))
    let place = tables[table.rawValue].place(full, QuantitySum())
    tables[table.rawValue][place].add(share)
  }

  mutating func add(
    _ sum: QuantitySum, to dimension: LineSums.Dimension, _ key: UInt64, _ value: Int32
  ) {
    let table: Table =
      switch dimension {
      case .site: .site
      case .building: .building
      case .month: .month
      case .tags: .tags
      case .status: .status
      }
    let place = tables[table.rawValue].place(
      key << 32 | UInt64(UInt32(bitPattern: value)), QuantitySum())
    tables[table.rawValue][place].add(sum)
  }

  mutating func add(_ sum: QuantitySum, toTotalOf key: UInt64) {
    let total = totals.place(key, QuantitySum())
    totals[total].add(sum)
  }

  /// The series of a line that is no declared figure, if there is one.
  func seriesNumber(like line: ActivityLine) -> Int32? {
    seriesPlaces.value(Self.seriesKey(line))
  }

  /// Takes note of a row left out on purpose.
  public mutating func exclude(
    _ row: SetAside, reason: ExclusionReason, vocabulary: Vocabulary
  ) {
    setAside(row, fate: .excluded, vocabulary)
    accounts.count(excluded: reason, file: row.file, rows: row.rows)
  }

  /// Takes note of a row that is wrong.
  public mutating func reject(_ row: SetAside, vocabulary: Vocabulary) {
    setAside(row, fate: .rejected, vocabulary)
  }

  private mutating func setAside(
    _ row: SetAside, fate: AccountBook.Fate, _ vocabulary: Vocabulary
  ) {
    var account = AccountBook.RowFate(file: row.file, unit: row.unit, rows: row.rows)
    // A quantity beyond the limit is a slip, and in no sum.
    account.hasQuantity =
      row.unit >= 0
      && row.quantity.map {
        abs($0.mantissa) <= ShownUnit.limit(of: vocabulary.units[Int(row.unit)]).mantissa
      } ?? false
    if let period = row.period {
      for cut in campus.calendar.pieces(of: period) {
        // A year whose rows are all wrong is still a year somebody asked about.
        if fate == .rejected {
          datedYears.insert(cut.year)
          if cut.from == 0 { startYears.insert(cut.year) }
        }
        let share = (row.quantity ?? .zero).share(from: cut.from, to: cut.to, of: cut.of)
        account.add(share, year: cut.year, fate: fate, to: &accounts)
      }
    } else {
      account.add(row.quantity ?? .zero, year: AccountBook.unknownYear, fate: fate, to: &accounts)
    }
    accounts.close(account)
  }

  /// (series, year) in the low 32 bits: a million series, 2 048 years.
  static func key(_ series: Int32, _ year: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: series)) << 11 | UInt64(year - 1000) & 0x7FF
  }

  static func unpack(_ key: UInt64) -> (series: Int, year: Int) {
    (Int(key >> 11), Int(key & 0x7FF) + 1000)
  }

  private mutating func seriesNumber(of line: ActivityLine) -> Int32 {
    if line.post >= 0 {
      let key = DeclaredKey(unit: line.unit, post: line.post, label: line.label)
      if let number = declaredPlaces[key] { return remember(line, as: number) }
      let number = newSeries(line, post: Int(line.post), label: line.label)
      declaredPlaces[key] = number
      return number
    }
    let place = seriesPlaces.place(Self.seriesKey(line), -1)
    if seriesPlaces[place] < 0 { seriesPlaces[place] = newSeries(line, post: -1, label: -1) }
    return remember(line, as: seriesPlaces[place])
  }

  private static func seriesKey(_ line: ActivityLine) -> UInt64 {
    UInt64(UInt32(bitPattern: line.activity)) << 32 | UInt64(UInt32(bitPattern: line.unit)) << 5
      | UInt64(code(line.characterisation)) << 1 | (line.lifetime > 0 ? 1 : 0)
  }

  /// Keeps the first line of a series by file and row, whatever order the rows came in.
  private mutating func remember(_ line: ActivityLine, as number: Int32) -> Int32 {
    let first = series[Int(number)].first
    if (line.file, line.lineNumber) < (first.file, first.lineNumber) {
      series[Int(number)].first = line
    }
    return number
  }

  private mutating func newSeries(_ line: ActivityLine, post: Int, label: Int32) -> Int32 {
    series.append(
      Series(
        activity: Int(line.activity), unit: Int(line.unit),
        characterisation: line.characterisation, post: post, label: label,
        isAmortised: line.lifetime > 0, first: line))
    return Int32(series.count - 1)
  }

  private static func code(_ characterisation: Characterisation) -> UInt8 {
    switch characterisation {
    case .operated: 0
    case .notOperated: 1
    case .rentedOut: 2
    case .leased: 3
    case .process: 4
    case .fugitive: 5
    case .landUse: 6
    case .notPaid: 7
    case .finalClient: 8
    case .intermediary: 9
    }
  }

  func decide(_ activity: Activity, unit: Unit, year: Int) -> Outcome {
    switch activity.ledger {
    case .resource: return resource(activity, unit: unit, year: year)
    case .declared:
      guard let ratio = unit.conversion(to: Self.kilogram) else { return .failed(.declaredUnit) }
      return .declared(ratio)
    case .footprint:
      if campus.years[year]?.isResourcesOnly == true {
        return resource(activity, unit: unit, year: year)
      }
      switch resolver.resolve(activity, unit: unit, year: year) {
      case .success(let resolution): return .resolved(resolution)
      case .failure(let problem): return .failed(problem)
      }
    }
  }

  /// Even where nothing is emitted, a unit must measure what the activity is counted in.
  private func resource(_ activity: Activity, unit: Unit, year: Int) -> Outcome {
    resolver.fits(activity, unit: unit, year: year)
      ? .resource : .failed(resolver.misfit(activity, unit: unit))
  }

  private static let kilogram: Unit =
    (try? UnitExpression.parse("kgCO2e").get())
    ?? Unit(
      symbol: "kgCO2e", dimension: EmissionDimension.value, ratio: .one)
}

private enum EmissionDimension {
  static let value = Dimension(.emission)
}

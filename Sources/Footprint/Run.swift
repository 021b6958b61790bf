public import Diagnostics
public import EmissionFactors
public import Inventory
public import Quantities
public import Tables

/// One pass over a campus: everything any report of any of its years needs.
public struct Run: Sendable {
  /// The campus.
  public let campus: Campus
  /// The activities and factors it was computed with.
  public let catalog: FactorCatalog
  /// The words behind the numbers of lines.
  public let vocabulary: Vocabulary
  /// The names of the activity files, in order.
  public let files: [String]
  /// The activity files that hold something and could not be read at all.
  public let unreadFiles: [String]
  /// The days that each meter's rows cover.
  public let meters: [MeterCoverage]
  let fold: Fold
  let readers: [Int32: FileReader]

  /// Reads and folds every activity file.
  public init(
    campus: Campus, catalog: FactorCatalog, files: [ByteSource],
    duplicates: InventoryReader.DuplicateReach, shape: ChunkShape = ChunkShape(),
    log: inout FindingLog
  ) {
    var reader = InventoryReader(
      campus: campus, catalog: catalog, files: files, duplicates: duplicates, shape: shape)
    var fold = Fold(campus: campus, catalog: catalog, fileCount: files.count)
    reader.read(into: &fold, log: &log)
    self.campus = campus
    self.catalog = catalog
    self.files = files.map(\.name)
    self.vocabulary = reader.vocabulary
    self.readers = reader.readers
    self.unreadFiles = reader.unreadFiles
    self.meters = reader.meterCoverage
    self.fold = fold
    PurchaseCheck.run(self, log: &log)
    ReadingCheck.run(self, log: &log)
  }

  /// The years a report can be asked for: those a dated line or campus.yaml names.
  public var years: [Int] {
    fold.datedYears.union(campus.years.keys).sorted()
  }

  /// The latest year that lines begin in.
  public var latestYear: Int? { fold.startYears.max() ?? campus.years.keys.max() }

  /// The footprint of a year.
  public func footprint(year: Int) -> Footprint { Footprint(self, year: year) }

  /// kgCO2e by scope for one unit of an activity in a year, in the unit of the activity; nil when it
  /// has no factor then.
  public func emissions(ofUnitOf activity: Activity, year: Int) -> [Scope: Coefficient]? {
    switch fold.decide(activity, unit: activity.unit, year: year) {
    case .resource: return [:]
    case .resolved(let resolution):
      var sums: [Scope: Coefficient] = [:]
      for cell in resolution.cells where !cell.gas.isApart {
        let scope = activity.scopeRule.scope(of: cell.stage, characterisation: .operated)
        let sum = sums[scope, default: .zero].mantissa + cell.coefficient.mantissa
        sums[scope] = Coefficient(mantissa: sum)
      }
      return sums
    case .declared, .failed, .undecided: return nil
    }
  }

  /// How one unit of an activity becomes emissions in a year; nil when it has no factor then.
  public func resolution(ofUnitOf activity: Activity, year: Int) -> Resolution? {
    if case .resolved(let resolution) = fold.decide(activity, unit: activity.unit, year: year) {
      return resolution
    }
    return nil
  }

  /// What became of every row, for a year or for all.
  public func accounts(year: Int?) -> [Account] {
    fold.accounts.accounts(files: files, units: vocabulary.units, year: year)
  }
}

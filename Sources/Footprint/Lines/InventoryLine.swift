import Diagnostics
public import EmissionFactors
import Inventory
public import Quantities
public import Tables

/// All rows of a year that are alike in everything a scenario can tell apart: what, where, and with
/// which tags.
public struct InventoryLine: Sendable {
  public let activity: Activity
  public let unit: Unit
  public let characterisation: Characterisation
  /// The post it is filed under.
  public let post: String
  /// The label of a declared figure; empty otherwise.
  public let label: String
  public let site: String
  public let building: String
  public let tags: [String]
  /// True for the year's share of a lifetime.
  public let isAmortised: Bool
  /// The sum of the rows.
  public internal(set) var quantity: Number
  /// How a unit becomes emissions; nil for declared figures and for resources.
  public internal(set) var resolution: Resolution?
  /// kgCO2e per unit of a declared figure.
  let declared: Coefficient?
  /// From its unit to that of the activity, where one leads to the other.
  let resourceRatio: Ratio?

  /// kgCO2e by scope, biogenic CO2 left out.
  public var emissions: [Scope: ExactAmount] {
    var sums: [Scope: ExactAmount] = [:]
    if let declared { sums[.notSplit] = ExactAmount(quantity, times: declared) }
    for cell in resolution?.cells ?? [] where !cell.gas.isApart {
      let scope = activity.scopeRule.scope(of: cell.stage, characterisation: characterisation)
      sums[scope, default: .zero] += ExactAmount(quantity, times: cell.coefficient)
    }
    return sums
  }

  /// The quantity in the unit of the activity, when its unit leads there.
  public var resourceQuantity: Number? { resourceRatio.flatMap { quantity.multiplied(by: $0) } }

  /// True for a figure that the organisation states itself, without scopes.
  public var isDeclared: Bool { declared != nil }

  /// Orders lines whatever order their rows came in.
  var key: [String] {
    [
      post, activity.identifier, unit.symbol, label, site, building, tags.joined(separator: " "),
      characterisation.rawValue, isAmortised ? "1" : "0",
    ]
  }

  /// The lines of a year, read from the files again; their emissions add up to its total exactly.
  public static func all(_ run: Run, files: [ByteSource], year: Int) -> [InventoryLine] {
    var fold = LineFold(run, year: year)
    var reader = InventoryReader(campus: run.campus, catalog: run.catalog, files: files)
    // What is wrong with the rows was said when they were read for the inventory.
    var unheard = FindingLog(accepting: run.campus.acceptances)
    reader.read(into: &fold, log: &unheard)
    // Lines are large and keys are made: places are sorted, not lines.
    let keys = fold.lines.map(\.key)
    let places = keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    return places.map { fold.lines[$0] }
  }
}

/// Sums the rows of a year by everything that tells lines apart.
private struct LineFold: LineSink {
  private struct Key: Hashable {
    var activity: Int32
    var unit: Int32
    var characterisation: Characterisation
    var post: Int32
    var label: Int32
    var site: Int32
    var building: Int32
    var tags: Int32
    var isAmortised: Bool
  }

  private let run: Run
  private let year: Int
  private var pieces: PeriodPieces
  private var places: [Key: Int] = [:]
  private(set) var lines: [InventoryLine] = []

  init(_ run: Run, year: Int) {
    self.run = run
    self.year = year
    pieces = PeriodPieces(calendar: run.campus.calendar)
  }

  mutating func take(
    _ lines: [ActivityLine], of reader: FileReader, vocabulary: Vocabulary, log: inout FindingLog
  ) {
    for line in lines { take(line, vocabulary) }
  }

  mutating func exclude(_ row: SetAside, reason: ExclusionReason, vocabulary: Vocabulary) {}
  mutating func reject(_ row: SetAside, vocabulary: Vocabulary) {}

  private mutating func take(_ line: ActivityLine, _ vocabulary: Vocabulary) {
    let cuts = pieces.pieces(of: line).filter { $0.year == year }
    if cuts.isEmpty { return }
    let key = Key(
      activity: line.activity, unit: line.unit, characterisation: line.characterisation,
      post: line.post, label: line.post >= 0 ? line.label : -1, site: line.site,
      building: line.building, tags: line.tags, isAmortised: line.lifetime > 0)
    guard let place = places[key] ?? newLine(line, key, vocabulary) else { return }
    for cut in cuts {
      lines[place].quantity += line.quantity.share(from: cut.from, to: cut.to, of: cut.of)
    }
  }

  private mutating func newLine(
    _ line: ActivityLine, _ key: Key, _ vocabulary: Vocabulary
  ) -> Int? {
    let activity = run.catalog.activities[Int(line.activity)]
    let unit = vocabulary.units[Int(line.unit)]
    var resolution: Resolution?
    var declared: Coefficient?
    switch run.fold.decide(activity, unit: unit, year: year) {
    case .resolved(let value): resolution = value
    case .declared(let ratio): declared = Coefficient(value: .one, ratio: ratio)
    case .resource: break
    case .failed, .undecided: return nil
    }
    let sites = run.campus.sites
    let isDeclared = line.post >= 0
    lines.append(
      InventoryLine(
        activity: activity, unit: unit, characterisation: line.characterisation,
        post: isDeclared ? run.catalog.posts[Int(line.post)].identifier : activity.post,
        label: isDeclared ? vocabulary.label(line.label) : "",
        site: line.site >= 0 ? sites[Int(line.site)].identifier : "",
        building: line.building >= 0 ? vocabulary.buildings[Int(line.building)].name : "",
        tags: vocabulary.tags(line.tags).split(separator: "|").map { String($0) },
        isAmortised: line.lifetime > 0, quantity: .zero, resolution: resolution,
        declared: declared,
        resourceRatio: run.fold.resolver.resourceRatio(of: activity, unit: unit, year: year)))
    places[key] = lines.count - 1
    return lines.count - 1
  }
}

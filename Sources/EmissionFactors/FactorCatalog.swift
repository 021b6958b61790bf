/// Everything known about what is consumed and what it emits.
public struct FactorCatalog: Sendable {
  /// The activities, in the order of their file.
  public var activities: [Activity] = []
  /// The factors, in the order of their files.
  public var factors: [Factor] = []
  /// The posts, in the order tables show them.
  public var posts: [Post] = []
  /// The named conversions.
  public var conversions: [Conversion] = []
  /// Pure gases with their potentials.
  public var warmingGases: [WarmingGas] = []
  /// Refrigerants made of several gases.
  public var blends: [Blend] = []
  /// The official ways to file what is computed.
  public var readings: [Reading] = []
  /// What recycled waste is counted at under the method's convention.
  var recycling: [RecyclingConvention.Key: RecyclingConvention] = [:]

  private var activityPlaces: [String: Int] = [:]
  private var factorPlaces: [String: Int] = [:]
  private var familyPlaces: [String: [Int]] = [:]
  private var postPlaces: [String: Int] = [:]

  /// An empty catalogue.
  public init() {}

  /// Adds what another piece of the catalogue holds, behind what is there; for before the indexes are built.
  mutating func append(_ piece: FactorCatalog) {
    Self.add(piece.activities, to: &activities)
    Self.add(piece.factors, to: &factors)
    Self.add(piece.posts, to: &posts)
    Self.add(piece.conversions, to: &conversions)
    Self.add(piece.warmingGases, to: &warmingGases)
    Self.add(piece.blends, to: &blends)
    Self.add(piece.readings, to: &readings)
    recycling.merge(piece.recycling) { _, later in later }
  }

  /// Adds some behind others; the first ones are not copied, unless room was made for all.
  static func add<Element>(_ more: [Element], to all: inout [Element]) {
    if all.capacity == 0 { all = more } else { all += more }
  }

  /// Builds the indexes once everything is read.
  mutating func index() {
    for (place, activity) in activities.enumerated() {
      activityPlaces[activity.identifier, default: place] = place
    }
    for (place, factor) in factors.enumerated() {
      factorPlaces[factor.identifier, default: place] = place
      familyPlaces[factor.family, default: []].append(place)
    }
    for (place, post) in posts.enumerated() { postPlaces[post.identifier, default: place] = place }
  }

  /// Keeps factors from being chosen; they can still be shown and named as substitutes.
  mutating func leaveOut(_ identifiers: Set<String>) {
    guard !identifiers.isEmpty else { return }
    for (family, places) in familyPlaces {
      familyPlaces[family] = places.filter { !identifiers.contains(factors[$0].identifier) }
    }
  }

  /// The place of an activity in `activities`.
  public func activityIndex(named identifier: String) -> Int? { activityPlaces[identifier] }

  /// An activity by its name.
  public func activity(named identifier: String) -> Activity? {
    activityPlaces[identifier].map { activities[$0] }
  }

  /// A factor by its name, or by the identifier its source gives it.
  public func factor(named identifier: String) -> Factor? {
    if let place = factorPlaces[identifier] { return factors[place] }
    return factors.first { $0.provenance.sourceIdentifier == identifier }
  }

  /// The factors of a family, potentials included.
  public func factors(ofFamily family: String, warming set: GlobalWarmingSet) -> [Factor] {
    if family.hasPrefix(WarmingGas.familyPrefix) {
      let name = String(family.dropFirst(WarmingGas.familyPrefix.count))
      return warmingFactor(named: name, set: set).map { [$0] } ?? []
    }
    return (familyPlaces[family] ?? []).map { factors[$0] }
  }

  /// True when a family has a factor, whatever potentials are taken.
  func hasFactors(ofFamily family: String) -> Bool {
    guard family.hasPrefix(WarmingGas.familyPrefix) else { return familyPlaces[family] != nil }
    return GlobalWarmingSet.allCases.contains { !factors(ofFamily: family, warming: $0).isEmpty }
  }

  /// Where in `factors` those of each family with several are, in the order of their names.
  var sharedFamilies: [[Int]] {
    familyPlaces.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// True when no two factors and no two activities have the same name.
  var hasUniqueNames: Bool {
    factorPlaces.count == factors.count && activityPlaces.count == activities.count
  }

  /// A post by its name.
  public func post(named identifier: String) -> Post? {
    postPlaces[identifier].map { posts[$0] }
  }

  /// The place of a post in the order of tables.
  public func order(ofPost identifier: String) -> Int { postPlaces[identifier] ?? posts.count }

  /// The top-level post above a post.
  public func topPost(of identifier: String) -> String {
    var current = identifier
    for _ in 0..<8 {
      guard let post = post(named: current), !post.parent.isEmpty else { return current }
      current = post.parent
    }
    return current
  }

  /// A reading by its name.
  public func reading(named identifier: String) -> Reading? {
    readings.first { $0.identifier == identifier }
  }

  /// The cells of a factor under the recycling convention; nil when it is not concerned.
  public func conventionalCells(of factor: Factor) -> [Factor.Cell]? {
    let key = RecyclingConvention.Key(
      source: factor.provenance.source, identifier: factor.provenance.sourceIdentifier)
    return recycling[key].flatMap { factor.cells(under: $0) }
  }
}

/// What the figures of a year rest on, by name.
public struct LockSelection: Sendable {
  /// Where the first row of a factor stands: names may be given twice, places may not.
  struct Place: Hashable, Sendable {
    var file: String
    var line: Int
  }

  private(set) var activities: Set<String> = []
  /// The families of the activities, for conversions.
  private(set) var families: Set<String> = []
  private(set) var factors: Set<Place> = []
  private(set) var conventions: Set<RecyclingConvention.Key> = []
  private(set) var warmingNames: Set<String> = []

  /// Nothing yet.
  public init() {}

  /// Adds an activity that a row names.
  public mutating func add(_ activity: Activity) {
    activities.insert(activity.identifier)
    families.insert(activity.family)
  }

  /// Adds a factor behind a figure.
  public mutating func add(_ factor: Factor) {
    if factor.family.hasPrefix(WarmingGas.familyPrefix) {
      warmingNames.insert(String(factor.family.dropFirst(WarmingGas.familyPrefix.count)))
      return
    }
    let source = factor.provenance
    factors.insert(Place(file: source.file, line: source.line))
    conventions.insert(
      RecyclingConvention.Key(source: source.source, identifier: source.sourceIdentifier))
  }
}

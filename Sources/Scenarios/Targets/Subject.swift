public import EmissionFactors

/// What a target is about: which figure, and of what.
public struct Subject: Hashable, Sendable {
  /// A figure that an inventory has.
  public enum Measure: String, CaseIterable, Sendable {
    /// tCO2e, biogenic CO2 apart.
    case emissions
    /// kWh of all carriers.
    case energy
    /// m³.
    case water
    /// t.
    case waste

    /// The unit of its figures.
    public var unit: String {
      switch self {
      case .emissions: "tCO2e"
      case .energy: "kWh"
      case .water: "m3"
      case .waste: "t"
      }
    }
  }

  /// What it is divided by.
  public enum Divisor: String, CaseIterable, Sendable {
    case people
    case floorArea = "floor-area"
  }

  public internal(set) var measure = Measure.emissions
  /// Only these scopes; empty for all.
  public internal(set) var scopes: Set<Scope> = []
  /// Only these posts, and those under them; empty for all.
  public internal(set) var posts: [String] = []
  /// Only these sites; empty for all.
  public internal(set) var sites: [String] = []
  public internal(set) var divisor: Divisor?

  /// All emissions, or all of a resource.
  public init(_ measure: Measure = .emissions) { self.measure = measure }

  /// True when it is the whole of a figure.
  public var isWhole: Bool { scopes.isEmpty && posts.isEmpty && sites.isEmpty }
}

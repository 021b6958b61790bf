public import Diagnostics
public import Quantities

/// What a campus decides where the official readings leave it a choice.
public struct ReadingChoices: Sendable {
  /// What students are to the campus when they come to it.
  public enum Students: String, CaseIterable, Sendable {
    /// Like staff: their travel is commuting.
    case commuters
    /// Like clients: their travel is that of visitors.
    case visitors
  }

  /// Our assumption until the campus decides.
  public var students = Students.commuters
  /// True when campus.yaml decided itself.
  public var choosesStudents = false

  /// Nothing decided.
  public init() {}

  /// The choices as rules name them.
  public var names: [String] { ["students=\(students.rawValue)"] }
}

/// Something the campus leaves out of its inventory, and owns up to.
public struct Exclusion: Sendable {
  /// The post it concerns.
  public let post: String
  public let reason: String
  /// What will be done about it.
  public let action: String
  /// The inventory years it concerns; empty for all.
  public let years: [Int]
  public let location: Location

  /// True when it concerns a year.
  public func covers(_ year: Int) -> Bool { years.isEmpty || years.contains(year) }
}

/// What the campus's electricity contracts say, for the market-based figure.
public struct ElectricityMarket: Sendable {
  /// A contract or a lot of guarantees of origin.
  public struct Contract: Sendable {
    public let label: String
    /// kWh.
    public let quantity: Number
    /// The year the electricity was produced in.
    public let year: Int
    /// kgCO2e per kWh at the plants it names.
    public let emissions: Number
    public let source: String
    public let location: Location

    /// True for one that says the same, word for word.
    func isSame(_ other: Contract) -> Bool {
      label == other.label && quantity == other.quantity && year == other.year
        && emissions == other.emissions && source == other.source
    }
  }

  public var contracts: [Contract] = []
  /// kgCO2e per kWh of what is left when every guarantee was sold.
  public var residualMix: Number?
  public var residualSource = ""

  /// Nothing said.
  public init() {}
}

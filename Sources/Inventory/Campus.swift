public import Diagnostics
public import EmissionFactors
public import Quantities

/// The organisation, as campus.yaml describes it.
public struct Campus: Sendable {
  /// A place of the organisation.
  public struct Site: Sendable {
    public let identifier: String
    public let name: String
    /// Its buildings; empty when none are declared, and then any name is accepted.
    public let buildings: [Building]
  }

  /// A building of a site.
  public struct Building: Sendable {
    public let identifier: String
    public let name: String
  }

  /// A factor used for an activity and a year although it is another year's, or another thing's.
  public struct Substitution: Sendable {
    public let activity: String
    public let year: Int
    public let factor: String
    public let reason: String
    public let location: Location
  }

  /// Something a total can be told as.
  public struct Equivalent: Sendable {
    public let label: String
    /// kgCO2e of one of them.
    public let kilograms: Number
    public let source: String
  }

  public var name = ""
  public var language: Language?
  public var baseYear: Int?
  public var calendar = YearCalendar.calendar
  public var consolidation = ""
  public var warming = GlobalWarmingSet.ar6
  /// True when campus.yaml chose the set of potentials itself.
  public var choosesWarming = false
  public var decimalMark: DecimalMark?
  public var sites: [Site] = []
  public var years: [Int: CampusYear] = [:]
  public var substitutions: [Substitution] = []
  public var acceptances: [FindingLog.Acceptance] = []
  public var postLabels: [String: String] = [:]
  /// The posts named in campus.yaml, in its order: tables follow it.
  public var postOrder: [String] = []
  /// Where campus.yaml names each of them.
  public var postLocations: [String: Location] = [:]
  public var priceIndex: [Int: Number] = [:]
  /// How much of a currency one euro was worth, by its code and by year.
  public var exchangeRates: [String: [Int: Number]] = [:]
  /// The VAT rate, as a share: 0.2.
  public var vat: Number?
  /// kg C per kg CO2e, for the column older sheets print.
  public var carbonColumn: Number?
  public var equivalents: [Equivalent] = []
  public var notes: [String] = []
  /// What the campus decides where the official readings leave it a choice.
  public var readings = ReadingChoices()
  /// Whether the last day written on a bill counts.
  public var lastDay = LastDay.included
  /// How far places are from one another.
  public var distances = Distances()
  /// The files that are read through a profile, by their names.
  public var imports: [String: FileImport] = [:]
  /// The part of each activity that heats, and follows the weather.
  public var heating: [String: Number] = [:]
  /// Where campus.yaml names each of them.
  public var heatingLocations: [String: Location] = [:]
  /// The scenario it holds itself against in its reports; empty when it names none.
  public var scenario = ""
  public var scenarioLocation: Location?
  /// What it leaves out of its inventory.
  public var exclusions: [Exclusion] = []
  /// What it asked for to make its inventory.
  public var collection: [CollectionEntry] = []

  /// A campus about which nothing is known yet.
  public init() {}

  /// The place of a site in `sites`.
  public func siteIndex(named name: String) -> Int? {
    sites.firstIndex { $0.identifier == name }
      ?? sites.firstIndex {
        FoldedText.fold($0.identifier) == FoldedText.fold(name)
          || FoldedText.fold($0.name) == FoldedText.fold(name)
      }
  }

  /// Its choices as the rules of readings name them.
  public var readingChoices: [String] { readings.names }
}

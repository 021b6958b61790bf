public import Diagnostics
public import Quantities

/// What campus.yaml says of one year.
public struct CampusYear: Sendable {
  /// A figure the organisation states itself.
  public struct Published: Sendable {
    public let label: String
    public let value: String
    public let source: String
    /// The goal that it is told under.
    public let goal: DevelopmentGoal?
  }

  /// The low-carbon and renewable shares of the electricity bought.
  public struct ElectricityMix: Sendable {
    public var lowCarbon: Number?
    public var renewable: Number?
    public var source = ""
  }

  public var students: Number?
  public var staff: Number?
  /// Full-time equivalents, kept apart from head counts.
  public var fullTimeEquivalents: Number?
  /// The head count, when the one published is not students + staff.
  public var people: Number?
  /// m².
  public var floorArea: Number?
  /// €.
  public var budget: Number?
  public var atypical: String?
  /// The sites in scope; nil for all of them.
  public var sites: Set<String>?
  /// Where campus.yaml names them.
  public var sitesLocation: Location?
  /// How much heating the year called for.
  public var degreeDays: Number?
  /// True when only resources are told for the year, with why.
  public var isResourcesOnly = false
  public var footprintNote = ""
  public var electricityMix: ElectricityMix?
  /// What its electricity contracts say.
  public var market: ElectricityMarket?
  public var published: [Published] = []
  public var weightedUsers: WeightedUsers?
  public var fleet: Fleet?
  public var food: FoodShares?
  /// How many people the answers of a survey stand for, by population.
  public var survey: [SurveySample.Population: Number] = [:]
  /// Where campus.yaml says it.
  public var surveyLocation: Location?

  /// A year about which nothing is said.
  public init() {}

  /// Everyone: the published head count, or students and staff.
  public var headCount: Number? {
    if let people { return people }
    if students == nil && staff == nil { return nil }
    return (students ?? .zero) + (staff ?? .zero)
  }
}

/// The weighted campus users of AASHE STARS: residents count whole, the others for three quarters.
public struct WeightedUsers: Sendable {
  public var residentStudents = Number.zero
  public var residentStaff = Number.zero
  public var otherResidents = Number.zero
  public var students = Number.zero
  public var staff = Number.zero
  public var distanceStudents = Number.zero

  /// Nobody.
  public init() {}

  /// A + B + C + 0.75 · ((D − A) + (E − B) − F), STARS 2.2, OP 21.
  public var count: Number {
    let nonResident =
      (students - residentStudents) + (staff - residentStaff) - distanceStudents
    let weighted = nonResident.multiplied(by: Ratio(3, 4)) ?? .zero
    return residentStudents + residentStaff + otherResidents + weighted
  }
}

/// Whether the last day of a period given by two dates counts: both are published conventions.
public enum LastDay: String, CaseIterable, Sendable {
  /// From 1 January to 31 January is January.
  case included
  /// From 1 January to 1 February is January: the next bill begins on the day this one ends.
  case excluded
}

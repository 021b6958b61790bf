public import Diagnostics

/// Where a goal comes from, as its file says.
public struct Provenance: Hashable, Sendable {
  public internal(set) var source = ""
  /// The day the rule was in force; rules change.
  public internal(set) var ruleDate: String?
  /// What replaces the rule.
  public internal(set) var supersededBy: String?
  /// The words of whoever made the pledge.
  public internal(set) var quotation: String?
  /// True for what no source states.
  public internal(set) var isAssumption = false
  public internal(set) var note: Text?
}

/// A goal for every year, or for some of them.
public struct Target: Sendable {
  /// A part of what the target is about, with a course of its own.
  public struct Part: Sendable {
    /// The posts it is about; empty for everything.
    public internal(set) var posts: [String] = []
    public internal(set) var label: Text?
    public let course: Course
  }

  /// What the years may add up to.
  public struct Budget: Hashable, Sendable {
    public let amount: Double
    /// The last year that counts.
    public let through: Int
  }

  public let identifier: String
  public internal(set) var label: Text
  public internal(set) var subject = Subject()
  public internal(set) var parts: [Part] = []
  public internal(set) var budget: Budget?
  /// The year that the pledge names for its end; nil for the horizon of the scenario.
  public internal(set) var goal: Int?
  /// The year it is measured from; nil for that of the scenario.
  public internal(set) var base: Int?
  /// What the base year was, where no inventory says.
  public internal(set) var baseAmount: Double?
  public internal(set) var provenance = Provenance()
  public let location: Location

  /// True for a goal of the organisation, and not a yardstick: the report is about it.
  public internal(set) var isPledge = false
}

/// A look at the years to come.
public struct Scenario: Sendable {
  public let identifier: String
  public internal(set) var label: Text
  public internal(set) var base: Int?
  /// True for a shelf of measures that others take from: nothing to run.
  public internal(set) var isLibrary = false
  /// The last year that is looked at; nil where no file says.
  var statedHorizon: Int?
  /// The years that tables show; nil where no file says.
  var statedMilestones: [Int]?
  /// Where its file begins.
  var place = Location(file: "")
  public internal(set) var targets: [Target] = []
  /// What grows by itself.
  public internal(set) var drivers: [Driver] = []
  /// What others change.
  public internal(set) var paths: [FactorPath] = []
  /// What is done.
  public internal(set) var measures: [Measure] = []
  public internal(set) var notes: [Text] = []

  /// The last year that is looked at.
  public internal(set) var horizon: Int {
    get { statedHorizon ?? 2050 }
    set { statedHorizon = newValue }
  }

  /// The years that tables show.
  public internal(set) var milestones: [Int] {
    get { statedMilestones ?? [2030, 2040, 2048, 2050] }
    set { statedMilestones = newValue }
  }

  /// True when it says more than targets.
  public var hasPlan: Bool { !measures.isEmpty || !drivers.isEmpty || !paths.isEmpty }
}

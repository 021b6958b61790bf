public import Diagnostics

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
  /// What is told beside the emissions.
  public internal(set) var ledgers: [LedgerEntry] = []
  /// What units of activities cost.
  public internal(set) var prices: [Price] = []
  /// How money is counted; nil when no file says.
  public internal(set) var economy: Economy?
  /// True when its file says how, whether or not it could be understood.
  var statesCosts = false
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

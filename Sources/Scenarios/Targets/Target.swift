public import Diagnostics

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

public import Diagnostics
public import Quantities

/// Something that is done: what it changes, how far it gets, and when.
public struct Measure: Sendable {
  /// One thing it changes, once it is done in full.
  ///
  /// Whatever the order they are written in, they act in this one: what is done less, what is cut,
  /// what is moved elsewhere, what is emitted for each unit, and last of all tonnes that are tied to
  /// nothing.
  public enum Effect: Sendable {
    /// 0.1 less of what follows a driver.
    case driver(String, Double)
    /// 0.4 less of an activity.
    case less(Selector, Double)
    /// So much less of an activity, shared by its lines in proportion to what they were.
    case cut(Selector, Amount)
    /// A share of an activity becomes another one, so many units of it for each unit.
    case move(Selector, Double, to: Destination)
    /// 0.6 less emitted for each unit.
    case factor(Selector, Double)
    /// Tonnes that somebody promised, tied to no activity.
    case tonnes(Selector, Double)
  }

  /// A quantity in a unit.
  public struct Amount: Sendable {
    public let value: Double
    public let unit: Unit
  }

  /// What an activity becomes.
  public struct Destination: Sendable {
    public let activity: String
    /// How many `unit` of it replace one `per` of the other.
    public let ratio: Double
    public let unit: Unit
    public let per: Unit
  }

  public let identifier: String
  public internal(set) var label: Text
  public internal(set) var uptake: Uptake
  /// The part of what is saved that is lost again, because what costs less is used more.
  public internal(set) var rebound = 0.0
  /// Only one measure of a group is taken.
  public internal(set) var group: String?
  /// Measures without which it makes no sense.
  public internal(set) var requires: [String] = []
  public internal(set) var effects: [(effect: Effect, location: Location)] = []
  public internal(set) var provenance = Provenance()
  public let location: Location
}

/// What grows or shrinks by itself, and activities with it: people, floor area, a budget.
public struct Driver: Sendable {
  public let identifier: String
  public internal(set) var label: Text
  /// Straight between the years it names; its last value holds.
  public internal(set) var values: [Int: Double]
  /// The same share every year, in place of values; 0.005 for 0.5 %.
  public internal(set) var growth: Double?
  public internal(set) var selector = Selector()
  /// 1 when an activity follows in full, 0.5 when half of it is fixed.
  public internal(set) var elasticity = 1.0
  public internal(set) var provenance = Provenance()
  public let location: Location

  /// What an activity that follows it is multiplied by in a year.
  func factor(in year: Int, since base: Int) -> Double {
    let ratio: Double
    if let growth {
      ratio = Exponential.power(1 + growth, Double(year - base))
    } else if let first = Course.interpolated(values, in: base), first > 0,
      let value = Course.interpolated(values, in: year)
    {
      ratio = value / first
    } else {
      return 1
    }
    return elasticity == 1 ? ratio : Exponential.power(ratio, elasticity)
  }
}

/// What is emitted for a unit of an activity over the years: a mix that others change.
public struct FactorPath: Sendable {
  public let identifier: String
  public internal(set) var label: Text
  public internal(set) var values: [Int: Double]
  public internal(set) var selector = Selector()
  /// True when it is told among the measures, with a share of what is saved.
  public internal(set) var isMeasure = false
  public internal(set) var provenance = Provenance()
  public let location: Location

  /// What the factor of the base year is multiplied by.
  func factor(in year: Int, since base: Int) -> Double {
    guard let first = Course.interpolated(values, in: base), first > 0,
      let value = Course.interpolated(values, in: year)
    else { return 1 }
    return value / first
  }
}

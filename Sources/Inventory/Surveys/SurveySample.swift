public import Quantities

/// Those of a population who answered a survey in a year, out of all of it.
public struct SurveySample: Sendable {
  /// Who is asked.
  public enum Population: String, CaseIterable, Sendable {
    case staff, students

    /// The population that an activity is about; nil for what no survey asks.
    public init?(activity: String) {
      guard let found = Self.allCases.first(where: { activity.hasPrefix($0.prefix) }) else {
        return nil
      }
      self = found
    }

    /// What the names of its activities begin with.
    var prefix: String { "commute-\(rawValue)-" }
  }

  public let year: Int
  public let population: Population
  /// How many there are in all.
  public let people: Number
  /// How many answered.
  public let answers: Number
  /// The standard error of what each activity was scaled up to, as a share of it.
  public let deviations: [String: Double]

  /// What every answer is multiplied by; nil when nobody answered, or more than there are.
  public var weight: Ratio? {
    guard !answers.isZero, people >= answers else { return nil }
    return Ratio(people) / Ratio(answers)
  }
}

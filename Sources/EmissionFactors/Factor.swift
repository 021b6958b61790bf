public import Quantities

/// Emissions per unit of an activity, by stage and by gas.
public struct Factor: Sendable {
  /// One stage and gas of a factor.
  public struct Cell: Hashable, Sendable {
    /// Where in the life cycle.
    public let stage: Stage
    /// What is emitted.
    public let gas: Gas
    /// kgCO2e per unit of the factor.
    public let value: Number
  }

  /// Its unique name, `bc-37133`.
  public let identifier: String
  /// The family it belongs to.
  public let family: String
  /// Its parts; those that are not apart add up to `total` exactly.
  public let cells: [Cell]
  /// The total the source publishes, per unit.
  public let total: Number
  /// The unit it is given per.
  public let unit: Unit
  /// The first and last year it is used for; nil is open.
  public let from: Int?
  public let to: Int?
  /// Where it comes from and what may be done with it.
  public let provenance: Provenance
  /// The uncertainty the source states, in percent.
  public let uncertainty: Number?
  /// Ratings, a geometric standard deviation or a law, where the table gives more than a percentage.
  public var quality: Quality?

  /// What the source says about itself.
  public struct Provenance: Hashable, Sendable {
    public var region = ""
    public var release = ""
    public var source = ""
    public var sourceIdentifier = ""
    public var licence = ""
    public var status = ""
    public var validity = ""
    public var note = ""
    /// The file and line of the row, for `factors show`.
    public var file = ""
    public var line = 0
  }

  /// All that a figure depends on, in one form: equal for factors that count the same.
  public var canonicalBytes: [UInt8] {
    let parts = cells.map { "\($0.stage.identifier) \($0.gas.identifier) \($0.value)" }.sorted()
    let text = [identifier, provenance.release, unit.symbol, total.description] + parts
    return Array(text.joined(separator: "\n").utf8)
  }

  /// True when the source splits it by gas.
  public var hasGasSplit: Bool {
    cells.contains { $0.gas != .unspecified && $0.gas != .rounding && !$0.gas.isApart }
  }

  /// True when the source splits it by stage.
  public var hasStageSplit: Bool { cells.contains { $0.stage != .whole && $0.stage != .rounding } }

  /// True when it is used for a year.
  public func covers(_ year: Int) -> Bool { (from ?? .min) <= year && year <= (to ?? .max) }
}

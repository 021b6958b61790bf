public import Diagnostics

/// Something that is told beside the emissions and never taken off them: a sink, what is avoided
/// elsewhere, a credit that is bought.
public struct LedgerEntry: Sendable {
  /// The account it is kept in; one is never added to another.
  public enum Ledger: String, CaseIterable, Sendable {
    /// Taken out of the air by what the organisation owns or looks after.
    case sinks
    /// Not emitted by others, thanks to the organisation.
    case avoided
    /// Paid for elsewhere.
    case credits
  }

  public let identifier: String
  public let ledger: Ledger
  public internal(set) var label: Text
  /// tCO2e a year once it is there in full, and how it gets there.
  public internal(set) var amount = 0.0
  public internal(set) var uptake = Uptake(start: .max)
  /// tCO2e of each year in place of an amount: straight between them, nothing before the first, and
  /// the last one holds.
  public internal(set) var values: [Int: Double] = [:]
  /// How many years what is taken out of the air stays out; nil where nobody says.
  public internal(set) var durability: Int?
  /// The register of a credit, the standard it is certified by.
  public internal(set) var registry = ""
  public internal(set) var provenance = Provenance()
  public let location: Location

  /// tCO2e in a year.
  public func amount(in year: Int) -> Double {
    if values.isEmpty { return amount * uptake.share(in: year) }
    return Course.interpolated(values, in: year) ?? 0
  }

  /// Every year from one to another.
  public func trajectory(from start: Int, through end: Int) -> Trajectory {
    Trajectory(start: start, values: (start...max(start, end)).map(amount(in:)))
  }
}

public import Diagnostics
public import Quantities

/// A kind of thing consumed: an entry of the catalogue.
public struct Activity: Sendable {
  /// What the entry is counted in.
  public enum Ledger: String, CaseIterable, Sendable {
    /// Emissions are computed.
    case footprint
    /// Only the quantity counts: nothing is emitted, or no factor exists.
    case resource
    /// A figure published by the organisation, in kgCO2e.
    case declared
  }

  /// How the quantity is known.
  public enum Basis: String, CaseIterable, Sendable {
    case physical, spend, declared
  }

  /// The name used in activity files.
  public let identifier: String
  /// Its name.
  public let label: Text
  /// Other names people type.
  public let aliases: [String]
  /// The family whose factors apply; empty when there is none.
  public let family: String
  /// The unit of its totals.
  public let unit: Unit
  /// The post it is filed under.
  public let post: String
  /// How its stages are filed by scope.
  public let scopeRule: ScopeRule
  /// What it is counted in.
  public let ledger: Ledger
  /// The resource table it feeds; empty for none.
  public let resource: String
  /// The energy carrier; empty when it is not energy.
  public let carrier: String
  /// The share of this energy that is low-carbon, when it is a property of the carrier.
  public let lowCarbon: Number?
  /// The share of this energy that is renewable, when it is a property of the carrier.
  public let renewable: Number?
  /// How the waste is treated; empty when it is not waste.
  public let treatment: String
  /// How the quantity is known.
  public let basis: Basis
  /// Shared by the physical and spend activities that may describe one purchase.
  public let purchaseGroup: String
  /// True for fixed assets, counted over their lifetime.
  public let isAsset: Bool
  /// What a reader should know.
  public let note: String
  /// The file and line of the entry.
  public let file: String
  public let line: Int
}

public import EmissionFactors

/// What lines must have in common to be one item of a footprint.
public struct ItemKey: Hashable, Sendable {
  public let activity: String
  public let unit: String
  public let characterisation: Characterisation
  /// The label and post of a declared figure; empty otherwise.
  public let label: String
  public let post: String
  public let isAmortised: Bool
}

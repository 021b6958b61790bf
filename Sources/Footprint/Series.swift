public import EmissionFactors
public import Inventory

/// Lines that become emissions in the same way: same activity, unit and characterisation.
///
/// Declared figures are series by post and label: each is told by itself.
public struct Series: Sendable {
  /// Its place in the catalogue's activities.
  public let activity: Int
  /// Its place in the vocabulary's units.
  public let unit: Int
  /// Who operates it.
  public let characterisation: Characterisation
  /// The post of a declared figure, as a place in the catalogue's posts; -1 otherwise.
  public let post: Int
  /// The label of a declared figure, as a place in the vocabulary; -1 otherwise.
  public let label: Int32
  /// True when the quantity is spread over a lifetime.
  public let isAmortised: Bool
  /// The first line of it, in the order of files and rows.
  public internal(set) var first: ActivityLine
}

public import Diagnostics

/// A post of the footprint, after the Bilan Carbone® nomenclature.
public struct Post: Sendable {
  /// The name used in files.
  public let identifier: String
  /// The post above; empty for a top-level post.
  public let parent: String
  /// Its name.
  public let label: Text
}

public import Diagnostics
public import Quantities

/// A named step from one unit to another that is not mere arithmetic: a convention, a property of
/// a fuel, a tax, a price index.
public struct Conversion: Hashable, Sendable {
  /// Its name, shown wherever it is used.
  public let identifier: String
  /// The only family it applies to; empty for any.
  public let family: String
  /// The unit it starts from.
  public let from: Unit
  /// The unit it leads to.
  public let to: Unit
  /// One `from` is so many `to`.
  public let ratio: Ratio
  /// What it is.
  public let label: Text
  /// Where the ratio comes from.
  public let source: String

  /// Names a step.
  public init(
    identifier: String, family: String, from: Unit, to: Unit, ratio: Ratio, label: Text,
    source: String
  ) {
    self.identifier = identifier
    self.family = family
    self.from = from
    self.to = to
    self.ratio = ratio
    self.label = label
    self.source = source
  }
}

public import Quantities

/// What recycled waste is counted at under the method's convention: collection and sorting only.
///
/// The source publishes a whole factor; two readings of four use this value in its place.
public struct RecyclingConvention: Sendable {
  /// The source and its own number for the factor.
  struct Key: Hashable, Sendable {
    var source: String
    var identifier: String
  }

  /// kgCO2e per unit.
  public let value: Number
  public let unit: Unit
}

extension Factor {
  /// The cells under a convention, per unit of the factor; nil when the units do not meet.
  func cells(under convention: RecyclingConvention) -> [Cell]? {
    guard let ratio = unit.conversion(to: convention.unit),
      let value = convention.value.multiplied(by: ratio)
    else { return nil }
    return [Cell(stage: .collection, gas: .unspecified, value: value)]
  }
}

public import Quantities

/// What the caterer or the buyer declares of food: shares of what is bought.
public struct FoodShares: Sendable {
  public var organic: Number?
  public var local: Number?
  public var source = ""

  /// Nothing declared.
  public init() {}
}

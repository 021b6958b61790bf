/// A unit of measure: its name as we write it, what it measures, and its exact size.
public struct Unit: Hashable, Sendable {
  /// The name as we write it: `kWh PCS`, `passenger.km`, `kgCO2e/kWh`.
  public let symbol: String
  /// What it measures.
  public let dimension: Dimension
  /// How many base units of its dimension it is.
  public let ratio: Ratio

  /// A unit.
  public init(symbol: String, dimension: Dimension, ratio: Ratio) {
    self.symbol = symbol
    self.dimension = dimension
    self.ratio = ratio
  }

  /// A count of things that the catalogue does not know.
  public init(counting thing: String) {
    self.init(symbol: thing, dimension: Dimension(.count(thing)), ratio: .one)
  }

  /// The pure number.
  public static let one = Unit(symbol: "1", dimension: .dimensionless, ratio: .one)

  /// How many `target` one of these is, or nil when they do not measure the same.
  public func conversion(to target: Unit) -> Ratio? {
    dimension == target.dimension ? ratio / target.ratio : nil
  }

  /// The product, or nil when its size needs more than 128 bits.
  public static func * (left: Unit, right: Unit) -> Unit? {
    guard let ratio = left.ratio * right.ratio else { return nil }
    return Unit(
      symbol: UnitSymbol.product(left.symbol, right.symbol),
      dimension: left.dimension * right.dimension, ratio: ratio)
  }

  /// The quotient, or nil when its size needs more than 128 bits.
  public static func / (left: Unit, right: Unit) -> Unit? {
    guard let ratio = left.ratio / right.ratio else { return nil }
    return Unit(
      symbol: UnitSymbol.quotient(left.symbol, right.symbol),
      dimension: left.dimension / right.dimension, ratio: ratio)
  }
}

extension Unit: CustomStringConvertible {
  /// The symbol.
  public var description: String { symbol }
}

/// Composes symbols: points inside a product, one bar at most, equal names cancelled.
enum UnitSymbol {
  /// The symbol of a product.
  static func product(_ left: String, _ right: String) -> String {
    let (a, b) = (parts(left), parts(right))
    return symbol(above: a.above + b.above, below: a.below + b.below)
  }

  /// The symbol of a quotient.
  static func quotient(_ left: String, _ right: String) -> String {
    let (a, b) = (parts(left), parts(right))
    return symbol(above: a.above + b.below, below: a.below + b.above)
  }

  private static func parts(_ symbol: String) -> (above: [Substring], below: [Substring]) {
    let sides = symbol.split(separator: "/", maxSplits: 1)
    func names(_ side: Int) -> [Substring] {
      side < sides.count ? sides[side].split(separator: ".").filter { $0 != "1" } : []
    }
    return (names(0), names(1))
  }

  private static func symbol(above: [Substring], below: [Substring]) -> String {
    var above = above
    let kept = below.filter { name in
      guard let match = above.firstIndex(of: name) else { return true }
      above.remove(at: match)
      return false
    }
    let numerator = above.isEmpty ? "1" : above.joined(separator: ".")
    return kept.isEmpty ? numerator : numerator + "/" + kept.joined(separator: ".")
  }
}

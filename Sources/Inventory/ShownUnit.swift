public import Quantities

/// The unit a quantity is told in: the one people use for its dimension.
public enum ShownUnit {
  private static let preferred: [Unit] = [
    "kWh", "kWh PCS", "kWh PCI", "kg", "m3", "km", "m2", "h", "GB", "EUR", "EUR HT", "EUR TTC",
    "kgCO2e", "passenger.km", "vehicle.km", "t.km",
  ].compactMap { try? UnitExpression.parse($0).get() }

  /// The unit people use for what another unit measures.
  public static func unit(for unit: Unit) -> Unit {
    if let known = preferred.first(where: { $0.dimension == unit.dimension }) { return known }
    // The base unit of a dimension nobody has a habit for: money of a year, a named count.
    return Unit(symbol: baseSymbol(of: unit), dimension: unit.dimension, ratio: .one)
  }

  private static func baseSymbol(of unit: Unit) -> String {
    if unit.ratio == .one { return unit.symbol }
    if unit.dimension.factors.count == 1,
      case .money(let currency, let tax, let year) = unit.dimension.factors[0].base,
      let money = Unit.money(currency, tax: tax, priceYear: year)
    {
      return money.symbol
    }
    return unit.dimension.description
  }

  /// The largest quantity a row may have: no campus buys ten thousand billion of anything.
  ///
  /// Held here, sums of any number of rows and their products stay within 128 and 256 bits.
  public static func limit(of unit: Unit) -> Number {
    let limit = Number(10_000_000_000_000)
    guard let ratio = unit.conversion(to: self.unit(for: unit)), ratio > .one,
      let inverse = ratio.inverse
    else { return limit }
    return limit.multiplied(by: inverse) ?? limit
  }
}

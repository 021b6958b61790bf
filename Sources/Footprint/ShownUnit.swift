import Quantities

/// The unit a quantity is told in: the one people use for its dimension.
enum ShownUnit {
  private static let preferred: [Unit] = [
    "kWh", "kWh PCS", "kWh PCI", "kg", "m3", "km", "m2", "h", "GB", "EUR", "EUR HT", "EUR TTC",
    "kgCO2e", "passenger.km", "vehicle.km", "t.km",
  ].compactMap { try? UnitExpression.parse($0).get() }

  static func unit(for unit: Unit) -> Unit {
    if let known = preferred.first(where: { $0.dimension == unit.dimension }) { return known }
    // The base unit of a dimension nobody has a habit for: money of a year, a named count.
    return Unit(symbol: baseSymbol(of: unit), dimension: unit.dimension, ratio: .one)
  }

  private static func baseSymbol(of unit: Unit) -> String {
    if unit.ratio == .one { return unit.symbol }
    if let basis = MoneyMatch.basis(of: unit),
      let money = Unit.money(basis.currency, tax: basis.tax, priceYear: basis.year)
    {
      return money.symbol
    }
    return unit.dimension.description
  }
}

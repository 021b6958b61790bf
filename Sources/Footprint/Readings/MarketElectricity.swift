import EmissionFactors
public import Inventory
public import Quantities

/// The electricity of a year counted by contract: what was bought, and what is left of the grid.
public struct MarketElectricity: Sendable {
  /// What a contract counts for.
  public struct Use: Sendable {
    public let contract: ElectricityMarket.Contract
    /// kWh of it that the campus consumed.
    public let quantity: Number
    /// kgCO2e.
    public let amount: ExactAmount
  }

  /// kWh.
  public let consumption: Number
  /// What the same electricity gives by the mix of the grid.
  public let locationBased: ExactAmount
  public let uses: [Use]
  /// kWh that no contract covers, and what they give.
  public let rest: Number
  public let restAmount: ExactAmount
  /// The mix of the rest; nil when none is stated and the mix of the grid stands in.
  public let residualMix: Number?
  public let residualSource: String

  /// kgCO2e by contract.
  public var total: ExactAmount { uses.reduce(restAmount) { $0 + $1.amount } }
  /// What the market-based figure has more than the location-based one.
  public var difference: ExactAmount { total - locationBased }

  /// How much of each contract counts, in the order of campus.yaml: matched by year, and never more
  /// than was consumed.
  static func allot(
    _ contracts: [ElectricityMarket.Contract], year: Int, consumption: Number
  ) -> [(contract: ElectricityMarket.Contract, quantity: Number)] {
    var rest = consumption
    return contracts.filter { $0.year == year }.map { contract in
      let taken = min(contract.quantity, rest)
      rest = rest - taken
      return (contract, taken)
    }
  }
}

extension Footprint {
  /// kWh of electricity that the campus bought and used itself.
  var electricityBought: Number {
    items.filter(\.isBoughtElectricity).reduce(.zero) { sum, item in
      guard let quantity = item.resourceQuantity, let kilowattHour = Self.kilowattHour,
        let ratio = item.activity.unit.conversion(to: kilowattHour),
        let converted = quantity.multiplied(by: ratio)
      else { return sum }
      return sum + converted
    }
  }

  private static let kilowattHour = try? UnitExpression.parse("kWh").get()
}

extension Footprint.Item {
  /// True for electricity from the grid that the campus consumes, cars charged on it included.
  var isBoughtElectricity: Bool {
    activity.scopeRule == .electricity && characterisation.isOperated && !cells.isEmpty
  }
}

extension FiledFootprint {
  /// The market-based electricity; nil when the reading does not ask for it, or nothing was bought.
  public var market: MarketElectricity? {
    guard reading.electricity == .both else { return nil }
    let places = footprint.items.indices.filter { footprint.items[$0].isBoughtElectricity }
    let consumption = footprint.electricityBought
    guard let first = places.first, !consumption.isZero else { return nil }
    // Scope 2 alone: what comes before the plant and after it is no matter of contracts.
    let item = footprint.items[first]
    let code = footprint.run.catalog.code(
      in: reading, activity: item.activity, post: item.post, stage: .plantCombustion,
      characterisation: item.characterisation, choices: footprint.run.campus.readingChoices)
    guard let entry = reading.code(named: code).map({ self.entry($0) }) else { return nil }
    let location = places.reduce(ExactAmount.zero) { $0 + (entry.byItem[$1] ?? .zero) }
    let stated = footprint.campusYear.market ?? ElectricityMarket()
    let uses = MarketElectricity.allot(
      stated.contracts, year: footprint.year, consumption: consumption
    ).map { contract, quantity in
      MarketElectricity.Use(
        contract: contract, quantity: quantity,
        amount: Self.amount(quantity, contract.emissions))
    }
    let rest = uses.reduce(consumption) { $0 - $1.quantity }
    let restAmount =
      stated.residualMix.map { Self.amount(rest, $0) }
      ?? (Ratio(rest) / Ratio(consumption)).flatMap { location.multiplied(by: $0) } ?? .zero
    return MarketElectricity(
      consumption: consumption, locationBased: location, uses: uses, rest: rest,
      restAmount: restAmount, residualMix: stated.residualMix,
      residualSource: stated.residualSource)
  }

  private static func amount(_ quantity: Number, _ emissions: Number) -> ExactAmount {
    Coefficient(value: emissions, ratio: .one).map { ExactAmount(quantity, times: $0) } ?? .zero
  }
}

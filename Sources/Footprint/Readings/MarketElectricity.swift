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

  /// The code of the reading it is about.
  public let code: String
  /// kWh.
  public let consumption: Number
  /// What the same electricity gives by the mix of the grid.
  public let locationBased: ExactAmount
  /// The same by item, by its place in the footprint.
  public let byItem: [(item: Int, amount: ExactAmount)]
  /// All purchased energy by the mix of the grid, heat and cold included.
  public let scopeLocationBased: ExactAmount
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
    _ contracts: [ElectricityMarket.Contract], years: ClosedRange<Int>, consumption: Number
  ) -> [(contract: ElectricityMarket.Contract, quantity: Number)] {
    var rest = max(.zero, consumption)
    return contracts.filter { years.contains($0.year) }.map { contract in
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

  /// The calendar years that the inventory year touches: a guarantee of any of them counts.
  var calendarYears: ClosedRange<Int> {
    let period = run.campus.calendar.period(of: year)
    return period.start.year...period.last.year
  }

  private static let kilowattHour = try? UnitExpression.parse("kWh").get()
}

extension Fileable {
  /// True for electricity from the grid that the campus consumes, cars charged on it included.
  public var isBoughtElectricity: Bool {
    activity.scopeRule == .electricity && characterisation.isOperated && !cells.isEmpty
  }
}

extension FiledFootprint {
  /// The market-based electricity; nil when the reading does not ask for it, or nothing was bought.
  public var market: MarketElectricity? {
    guard reading.electricity == .both else { return nil }
    let places = footprint.items.indices.filter { footprint.items[$0].isBoughtElectricity }
    let consumption = footprint.electricityBought
    guard let first = places.first, consumption > .zero else { return nil }
    // Scope 2 alone: what comes before the plant and after it is no matter of contracts.
    let item = footprint.items[first]
    let code = Filer(reading, footprint.run).electricityCode(of: item)
    guard let known = reading.code(named: code) else { return nil }
    let entry = entry(known)
    let location = places.reduce(ExactAmount.zero) { $0 + (entry.byItem[$1] ?? .zero) }
    let heading = reading.code(named: known.parent).map { self.entry($0) } ?? entry
    let stated = footprint.campusYear.market ?? ElectricityMarket()
    let uses = MarketElectricity.allot(
      stated.contracts, years: footprint.calendarYears, consumption: consumption
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
      code: code, consumption: consumption, locationBased: location,
      byItem: places.compactMap { place in entry.byItem[place].map { (place, $0) } },
      scopeLocationBased: heading.total, uses: uses, rest: rest,
      restAmount: restAmount, residualMix: stated.residualMix,
      residualSource: stated.residualSource)
  }

  private static func amount(_ quantity: Number, _ emissions: Number) -> ExactAmount {
    Coefficient(value: emissions, ratio: .one).map { ExactAmount(quantity, times: $0) } ?? .zero
  }
}

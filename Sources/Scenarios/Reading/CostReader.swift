import Diagnostics
import Documents
import Inventory
import Quantities

/// Reads what things cost: how money is counted, prices, and the costs of a measure.
enum CostReader {
  /// `costs: {discount: 4 %, currency: EUR HT}`.
  ///
  /// What it does not say, it takes from the scenario it extends.
  static func economy(_ node: Node, _ known: Economy?, log: inout FindingLog) -> Economy? {
    var fields = Fields(node, log: &log)
    var discount = known?.discount
    let stated =
      known == nil ? fields.require("discount", log: &log) : fields.take("discount")
    if let node = stated {
      let expected = Text(
        fr: "un taux d'actualisation entre 0 et 20 % par an, 4 %",
        en: "a discount rate from 0 to 20 % a year, 4 %")
      discount = node.percent(expected, log: &log)
      if let discount, !(0...0.2).contains(discount) { node.refuse(expected, log: &log) }
    }
    var currency = known?.currency ?? Unit.money("EUR")
    if let node = fields.take("currency") {
      currency = node.scalar.flatMap(money)
      if currency == nil || currency?.ratio != .one {
        node.refuse(
          Text(fr: "une monnaie, EUR ou EUR HT", en: "a currency, EUR or EUR HT"), log: &log)
      }
    }
    fields.finish(log: &log)
    guard let discount, let currency else { return nil }
    return Economy(discount: discount, currency: currency)
  }

  /// A unit of money.
  private static func money(_ name: String) -> Unit? {
    guard case .success(let unit) = UnitExpression.parse(name), unit.isMoney else { return nil }
    return unit
  }

  /// `gas: {values: {2025: 0.09}, unit: €/kWh PCS, of: {activity: natural-gas}}`.
  static func price(_ entry: Node.Entry, log: inout FindingLog) -> Price? {
    var fields = Fields(entry.value, log: &log)
    let label = fields.take("label")?.bilingual(log: &log) ?? Text(same: entry.key)
    let values = fields.require("values", log: &log).map { PlanReader.series($0, log: &log) }
    let unit = fields.require("unit", log: &log).flatMap { self.unit($0, log: &log) }
    let selector = fields.require("of", log: &log).map { PlanReader.selector($0, log: &log) }
    let provenance = TargetReader.provenance(&fields, log: &log)
    fields.finish(log: &log)
    guard let values, let unit, let selector else { return nil }
    if values.values.contains(where: { $0 * unit.scale > largest }) {
      entry.value.refuse(
        Text(fr: "un prix plausible", en: "a price that can be"), log: &log)
    }
    var price = Price(
      identifier: entry.key, label: label, values: values.mapValues { $0 * unit.scale },
      currency: unit.currency, per: unit.per, location: entry.location)
    price.selector = selector
    price.provenance = provenance
    return price
  }

  private static func unit(
    _ node: Node, log: inout FindingLog
  ) -> (currency: Unit, scale: Double, per: Unit)? {
    let sides = node.scalar?.split(separator: "/", omittingEmptySubsequences: false) ?? []
    if sides.count == 2, let money = money(String(sides[0])),
      case .success(let per) = UnitExpression.parse(String(sides[1]))
    {
      return (money, money.size, per)
    }
    node.refuse(
      Text(fr: "de l'argent par unité, €/kWh", en: "money for a unit, €/kWh"), log: &log)
    return nil
  }

  // MARK: Measures

  /// What a measure costs; nil when it does not say.
  static func cost(
    _ fields: inout Fields, _ known: MeasureCost?, log: inout FindingLog
  ) -> MeasureCost? {
    let investment = fields.take("capex")
    let (subsidy, running) = (fields.take("subsidy"), fields.take("opex"))
    let lifetime = fields.take("lifetime")
    let nodes = [investment, subsidy, running, lifetime].compactMap(\.self)
    guard let first = nodes.first else { return known }
    var currency = known?.currency
    var cost = known ?? MeasureCost(currency: Unit.one)
    if let investment {
      if case .mapping = investment.content {
        var amounts: [Int: Double] = [:]
        for (year, node) in TargetReader.years(investment, log: &log) {
          amounts[year] = amount(node, &currency, log: &log)
        }
        cost.investment = .dated(amounts)
      } else if let amount = amount(investment, &currency, log: &log) {
        cost.investment = .overRamp(amount)
      }
    }
    if let running, let amount = amount(running, &currency, canBeNegative: true, log: &log) {
      cost.running = amount
    }
    if let subsidy, let amount = amount(subsidy, &currency, log: &log) {
      cost.subsidy = amount
    }
    // Either of them may come from the measure it is taken from.
    if let node = subsidy ?? investment, cost.subsidy > cost.investment.total {
      node.refuse(
        Text(
          fr: "une aide (`subsidy`) d'au plus l'investissement (`capex`)",
          en: "a `subsidy` of no more than the investment (`capex`)"), log: &log)
    }
    if let lifetime, let years = lifetime.integer(log: &log) {
      cost.lifetime = years
      if !(1...100).contains(years) {
        lifetime.refuse(PlanReader.hundredYears, log: &log)
      }
    }
    guard let currency else {
      if log.count(of: .error) == 0 {
        first.refuse(
          Text(
            fr: "`capex` ou `opex` à côté, car une durée de vie n'est pas un coût, et",
            en: "`capex` or `opex` beside it, because a lifetime is no cost,"), log: &log)
      }
      return nil
    }
    cost.currency = currency
    return cost
  }

  /// `250000 €`; all costs of a measure are in one money.
  private static func amount(
    _ node: Node, _ currency: inout Unit?, canBeNegative: Bool = false, log: inout FindingLog
  ) -> Double? {
    if let scalar = node.scalar, let space = scalar.firstIndex(of: " "),
      let value = Number(String(scalar[..<space])), canBeNegative || !value.isNegative,
      let unit = money(String(scalar[scalar.index(after: space)...]))
    {
      if let currency, currency.dimension != unit.dimension {
        node.refuse(
          Text(
            fr: "une somme en \(currency.symbol), comme les autres",
            en: "an amount in \(currency.symbol), like the others"), log: &log)
        return nil
      }
      currency = currency ?? unit
      let amount = Node.double(value) * unit.size
      if abs(amount) <= largest { return amount }
    }
    node.refuse(
      Text(
        fr: "un nombre sans espaces et une monnaie, 250000 € (mille milliards au plus),",
        en: "a number without spaces and a currency, 250000 € (a thousand billion at most),"),
      log: &log)
    return nil
  }

  /// More is a slip of the hand.
  private static let largest = 1e12
}

extension Unit {
  /// True for money, and nothing but money.
  fileprivate var isMoney: Bool {
    guard dimension.factors.count == 1, let factor = dimension.factors.first,
      factor.exponent == 1, case .money = factor.base
    else { return false }
    return true
  }

  /// How many of the smallest unit of its kind it is, a thousand for k€.
  fileprivate var size: Double { Double(ratio.numerator) / Double(ratio.denominator) }
}

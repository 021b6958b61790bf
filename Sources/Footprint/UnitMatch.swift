import Diagnostics
import EmissionFactors
import Inventory
import Quantities

/// The ways from the unit of a line to the unit of a factor.
struct UnitMatch {
  var steps: [Resolution.Step]
  var ratio: Ratio

  /// Tries arithmetic first, then money, then the named conversions of the fuel.
  static func find(
    from unit: Unit, to target: Unit, family: String, year: Int, campus: Campus,
    conversions: [Conversion]
  ) -> UnitMatch? {
    if let direct = arithmetic(from: unit, to: target) { return direct }
    if let money = MoneyMatch.find(from: unit, to: target, year: year, campus: campus) {
      return money
    }
    for conversion in conversions where conversion.family.isEmpty || conversion.family == family {
      if let match = through(conversion, from: unit, to: target) { return match }
    }
    return nil
  }

  static func arithmetic(from unit: Unit, to target: Unit) -> UnitMatch? {
    guard let ratio = unit.conversion(to: target) else { return nil }
    if ratio == .one { return UnitMatch(steps: [], ratio: .one) }
    return UnitMatch(steps: [step(ratio, to: target.symbol)], ratio: ratio)
  }

  static func step(_ ratio: Ratio, to unit: String) -> Resolution.Step {
    Resolution.Step(
      label: Text(fr: "changement d'unité", en: "change of unit"), source: "", ratio: ratio,
      unit: unit)
  }

  private static func through(_ conversion: Conversion, from unit: Unit, to target: Unit)
    -> UnitMatch?
  {
    if let match = chain(
      unit, conversion.from, conversion.ratio, conversion.to, target, conversion)
    {
      return match
    }
    guard let inverse = conversion.ratio.inverse else { return nil }
    return chain(unit, conversion.to, inverse, conversion.from, target, conversion)
  }

  private static func chain(
    _ unit: Unit, _ from: Unit, _ ratio: Ratio, _ to: Unit, _ target: Unit,
    _ conversion: Conversion
  ) -> UnitMatch? {
    guard let before = arithmetic(from: unit, to: from),
      let after = arithmetic(from: to, to: target),
      let first = before.ratio * ratio, let whole = first * after.ratio
    else { return nil }
    let named = Resolution.Step(
      label: conversion.label, source: conversion.source, ratio: ratio, unit: to.symbol)
    return UnitMatch(steps: before.steps + [named] + after.steps, ratio: whole)
  }
}

/// Money: the currency must be the same; tax and price year are converted only as campus.yaml says.
enum MoneyMatch {
  struct Basis {
    var currency: String
    var tax: Tax
    var year: Int?
  }

  static func basis(of unit: Unit) -> Basis? {
    guard unit.dimension.factors.count == 1, let factor = unit.dimension.factors.first,
      factor.exponent == 1, case .money(let currency, let tax, let year) = factor.base
    else { return nil }
    return Basis(currency: currency, tax: tax, year: year)
  }

  static func find(from unit: Unit, to target: Unit, year: Int, campus: Campus) -> UnitMatch? {
    guard let line = basis(of: unit), let factor = basis(of: target),
      line.currency == factor.currency, let scale = unit.ratio / target.ratio
    else { return nil }
    var steps: [Resolution.Step] = []
    var ratio: Ratio? = scale
    if scale != .one { steps.append(UnitMatch.step(scale, to: target.symbol)) }
    if line.tax != factor.tax, factor.tax != .unstated {
      guard line.tax == .inclusive, factor.tax == .exclusive, let vat = campus.vat,
        let share = Ratio.one / Ratio(Number.one + vat)
      else { return nil }
      steps.append(
        .init(
          label: Text(fr: "TTC vers HT", en: "tax included to tax excluded"),
          source: "campus.yaml: vat", ratio: share, unit: target.symbol))
      ratio = ratio.flatMap { $0 * share }
    }
    let lineYear = line.year ?? year
    if let factorYear = factor.year, factorYear != lineYear {
      guard let from = campus.priceIndex[lineYear], let to = campus.priceIndex[factorYear],
        let index = Ratio(to) / Ratio(from)
      else { return nil }
      steps.append(
        .init(
          label: Text(
            fr: "prix de \(lineYear) vers prix de \(factorYear)",
            en: "prices of \(lineYear) to prices of \(factorYear)"),
          source: "campus.yaml: price-index", ratio: index, unit: target.symbol))
      ratio = ratio.flatMap { $0 * index }
    }
    return ratio.map { UnitMatch(steps: steps, ratio: $0) }
  }

  /// True when the factor's source leaves the tax or the year of its prices open.
  static func isUnstated(_ unit: Unit) -> Bool {
    guard let basis = basis(of: unit) else { return false }
    return basis.tax == .unstated || basis.year == nil
  }
}

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

import Diagnostics
public import EmissionFactors
public import Inventory
public import Quantities

/// Chooses the factor of an activity for a year and works out the way to it.
public struct FactorResolver: Sendable {
  let campus: Campus
  let catalog: FactorCatalog

  /// A resolver for a campus.
  public init(campus: Campus, catalog: FactorCatalog) {
    self.campus = campus
    self.catalog = catalog
  }

  /// The factor and the steps, or why there are none: never a neighbour taken in silence.
  public func resolve(_ activity: Activity, unit: Unit, year: Int)
    -> Result<Resolution, ResolutionProblem>
  {
    if let substitution = campus.substitutions.first(where: {
      $0.activity == activity.identifier && $0.year == year
    }) {
      return resolve(substitution, activity: activity, unit: unit, year: year)
    }
    let family = catalog.factors(ofFamily: activity.family, warming: campus.warming)
    if family.isEmpty { return .failure(.noFactor(set: campus.warming)) }
    let candidates = family.filter { $0.covers(year) }
    if candidates.isEmpty {
      return .failure(.noFactorForYear(years: Self.years(of: family)))
    }
    if let direct = candidates.first(where: { $0.unit.dimension == unit.dimension }) {
      return match(direct, activity: activity, unit: unit, year: year, substitution: nil)
    }
    for factor in candidates {
      let found = match(factor, activity: activity, unit: unit, year: year, substitution: nil)
      if case .success = found { return found }
    }
    return .failure(problem(unit, candidates))
  }

  private func resolve(
    _ substitution: Campus.Substitution, activity: Activity, unit: Unit, year: Int
  ) -> Result<Resolution, ResolutionProblem> {
    guard let factor = catalog.factor(named: substitution.factor) else {
      return .failure(
        .badSubstitution(
          substitution,
          reason: Text(
            fr: "le facteur « \(substitution.factor) » n'existe pas",
            en: "factor “\(substitution.factor)” does not exist")))
    }
    // A substitute keeps its own price year: that is what the reason is there to justify.
    let priceYear = MoneyMatch.basis(of: factor.unit)?.year ?? year
    let found = match(
      factor, activity: activity, unit: unit, year: priceYear, substitution: substitution)
    if case .success = found { return found }
    return .failure(
      .badSubstitution(
        substitution,
        reason: Text(
          fr: "« \(unit.symbol) » ne se convertit pas en « \(factor.unit.symbol) »",
          en: "“\(unit.symbol)” does not convert to “\(factor.unit.symbol)”")))
  }

  func match(
    _ factor: Factor, activity: Activity, unit: Unit, year: Int,
    substitution: Campus.Substitution?
  ) -> Result<Resolution, ResolutionProblem> {
    guard
      let way = UnitMatch.find(
        from: unit, to: factor.unit, family: activity.family, year: year, campus: campus,
        conversions: catalog.conversions)
    else { return .failure(problem(unit, [factor])) }
    let convention = catalog.conventionalCells(of: factor)
    guard let cells = Self.cells(convention ?? factor.cells, way.ratio),
      let whole = Self.cells(factor.cells, way.ratio)
    else { return .failure(problem(unit, [factor])) }
    return .success(
      Resolution(
        factor: factor, steps: way.steps, ratio: way.ratio, cells: cells,
        wholeCells: convention == nil ? nil : whole, substitution: substitution))
  }

  /// The cells per unit of the line; nil when they are too large to be added up.
  private static func cells(_ cells: [Factor.Cell], _ ratio: Ratio) -> [Resolution.Cell]? {
    var result: [Resolution.Cell] = []
    var sum: Int128 = 0
    for cell in cells {
      guard let coefficient = Coefficient(value: cell.value, ratio: ratio),
        case let (next, isTooLarge) = sum.addingReportingOverflow(coefficient.mantissa),
        !isTooLarge
      else { return nil }
      sum = next
      result.append(
        .init(
          stage: cell.stage, gas: cell.gas, coefficient: coefficient, published: cell.value))
    }
    return result
  }

  private func problem(_ unit: Unit, _ factors: [Factor]) -> ResolutionProblem {
    var expected: [String] = []
    for factor in factors where !expected.contains(factor.unit.symbol) {
      expected.append(factor.unit.symbol)
    }
    if MoneyMatch.basis(of: unit) != nil,
      factors.contains(where: { MoneyMatch.basis(of: $0.unit) != nil })
    {
      return .priceMismatch(expected: expected)
    }
    let needsHeatingValue = factors.contains { factor in
      factor.unit.dimension == Dimension(.energyHigher)
        || factor.unit.dimension == Dimension(.energyLower)
    }
    if unit.dimension == Dimension(.energy), needsHeatingValue { return .heatingValueMissing }
    return .unitMismatch(expected: expected)
  }

  private static func years(of family: [Factor]) -> String {
    let from = family.map { $0.from ?? .min }.min() ?? .min
    let to = family.map { $0.to ?? .max }.max() ?? .max
    return (from == .min ? "…" : String(from)) + "–" + (to == .max ? "…" : String(to))
  }

  /// True when a unit leads to the unit of the activity, or to that of one of its factors.
  func fits(_ activity: Activity, unit: Unit, year: Int) -> Bool {
    resourceRatio(of: activity, unit: unit, year: year) != nil
      || fitting(activity, unit: unit, year: year) != nil
  }

  /// A factor of the activity whose unit a unit leads to.
  func fitting(_ activity: Activity, unit: Unit, year: Int) -> Factor? {
    catalog.factors(ofFamily: activity.family, warming: campus.warming).first {
      UnitMatch.find(
        from: unit, to: $0.unit, family: activity.family, year: year, campus: campus,
        conversions: catalog.conversions) != nil
    }
  }

  /// Why a unit does not fit an activity that has no factor to say so.
  func misfit(_ activity: Activity, unit: Unit) -> ResolutionProblem {
    let counted = activity.unit.dimension
    if unit.dimension == Dimension(.energy),
      counted == Dimension(.energyHigher) || counted == Dimension(.energyLower)
    {
      return .heatingValueMissing
    }
    return .unitMismatch(expected: [activity.unit.symbol])
  }

  /// The unit of a resource total and the ratio to it, when there is one.
  public func resourceRatio(of activity: Activity, unit: Unit, year: Int) -> Ratio? {
    UnitMatch.find(
      from: unit, to: activity.unit, family: activity.family, year: year, campus: campus,
      conversions: catalog.conversions)?.ratio
  }
}

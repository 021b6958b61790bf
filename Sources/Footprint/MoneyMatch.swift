import Diagnostics
import EmissionFactors
import Inventory
import Quantities

/// Money: currency, tax and price year are converted only as campus.yaml says.
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
      let scale = unit.ratio / target.ratio
    else { return nil }
    var steps: [Resolution.Step] = []
    var ratio: Ratio? = scale
    if scale != .one { steps.append(UnitMatch.step(scale, to: target.symbol)) }
    if line.currency != factor.currency {
      let rateYear = line.year ?? year
      guard factor.currency == "EUR",
        let rate = campus.exchangeRates[line.currency]?[rateYear],
        let share = Ratio.one / Ratio(rate)
      else { return nil }
      steps.append(
        .init(
          label: Text(
            fr: "\(line.currency) vers EUR, au taux de \(rateYear)",
            en: "\(line.currency) to EUR, at the rate of \(rateYear)"),
          source: "campus.yaml: exchange-rates", ratio: share, unit: target.symbol))
      ratio = ratio.flatMap { $0 * share }
    }
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

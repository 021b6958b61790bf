import Diagnostics
import Quantities

/// The same fuel per kWh of the lower and of the higher heating value: their ratio is known.
enum HeatingValueLint {
  static func run(_ catalog: FactorCatalog, log: inout FindingLog) {
    let byFamily = Dictionary(grouping: catalog.factors, by: \.family)
    for (family, factors) in byFamily.sorted(by: { $0.key < $1.key }) {
      guard let expected = ratio(family, catalog) else { continue }
      for higher in factors where higher.unit.dimension == Dimension(.energyHigher) {
        for lower in factors
        where lower.unit.dimension == Dimension(.energyLower) && overlap(lower, higher) {
          check(lower, higher, expected, log: &log)
        }
      }
    }
  }

  /// How many kWh PCS one kWh PCI is, for a family.
  private static func ratio(_ family: String, _ catalog: FactorCatalog) -> Ratio? {
    catalog.conversions.first {
      $0.family == family && $0.from.dimension == Dimension(.energyLower)
        && $0.to.dimension == Dimension(.energyHigher)
    }.map(\.ratio)
  }

  private static func overlap(_ left: Factor, _ right: Factor) -> Bool {
    max(left.from ?? .min, right.from ?? .min) <= min(left.to ?? .max, right.to ?? .max)
  }

  /// Published figures have three digits: 2 % apart is rounding, more is not.
  private static func check(
    _ lower: Factor, _ higher: Factor, _ expected: Ratio, log: inout FindingLog
  ) {
    guard !higher.total.isZero, let size = lower.unit.ratio / higher.unit.ratio,
      let found = Ratio(lower.total) / Ratio(higher.total), let scaled = found / size,
      let quotient = scaled / expected
    else { return }
    let distance = quotient.toDouble() - 1
    guard distance > 0.02 || distance < -0.02 else { return }
    log.add(
      Finding(
        LintFindings.heatingValueRatio, at: FactorLint.place(of: lower),
        [
          .init("name", lower.identifier), .init("other", higher.identifier),
          .init("value", NumberFormat.plain.text(scaled.toDouble(), decimals: 3)),
          .init("expected", NumberFormat.plain.text(expected.toDouble(), decimals: 3)),
        ]), subject: lower.identifier)
  }
}

public import Diagnostics
import Quantities

/// Looks for factors that cannot be right, whoever published them.
public enum FactorLint {
  /// Checks a whole catalogue; findings go to the log in the order of the files.
  public static func run(_ catalog: FactorCatalog, log: inout FindingLog) {
    let burnt = Set(
      catalog.activities.filter { [.fuel, .mobileFuel].contains($0.scopeRule) }.map(\.family))
    for factor in catalog.factors {
      provenance(factor, log: &log)
      zero(factor, log: &log)
      upstream(factor, log: &log)
      if burnt.contains(factor.family) { carbon(factor, log: &log) }
    }
    blends(catalog, log: &log)
    labels(catalog, log: &log)
    HeatingValueLint.run(catalog, log: &log)
  }

  static func place(of factor: Factor) -> Location {
    Location(file: factor.provenance.file, line: factor.provenance.line)
  }

  /// Pure carbon gives 44/12 kg of CO2 per kg; no fuel sold by the litre is denser than water.
  private static func carbon(_ factor: Factor, log: inout FindingLog) {
    guard let size = kilograms(factor.unit) else { return }
    let burnt = factor.cells.filter { $0.gas == .co2Fossil || $0.gas == .unspecified }
      .filter { $0.stage == .combustion || $0.stage == .whole }
      .reduce(Number.zero) { $0 + $1.value }
    guard let limit = Number.one.multiplied(by: Ratio(44, 12)).flatMap({ $0.multiplied(by: size) }),
      burnt > limit
    else { return }
    log.add(
      Finding(
        LintFindings.carbonBalance, at: place(of: factor),
        [
          .init("name", factor.identifier), .init("value", burnt.description),
          .init("unit", factor.unit.symbol),
          .init("limit", NumberFormat.plain.text(limit, decimals: 2)),
        ]), subject: factor.identifier)
  }

  /// The most a unit of the factor can weigh, in kg; nil for units that say nothing of mass.
  private static func kilograms(_ unit: Unit) -> Ratio? {
    for name in ["kg", "L"] {
      if let known = UnitCatalog.unit(named: name), let ratio = unit.conversion(to: known) {
        return ratio
      }
    }
    return nil
  }

  private static func zero(_ factor: Factor, log: inout FindingLog) {
    guard factor.total.isZero, factor.provenance.note.isEmpty else { return }
    log.add(
      Finding(
        LintFindings.zeroWithoutReason, at: place(of: factor),
        [.init("name", factor.identifier)]), subject: factor.identifier)
  }

  private static func upstream(_ factor: Factor, log: inout FindingLog) {
    func sum(_ stage: Stage) -> Number {
      factor.cells.filter { $0.stage == stage && !$0.gas.isApart }
        .reduce(Number.zero) { $0 + $1.value }
    }
    let (upstream, combustion) = (sum(.upstream), sum(.combustion))
    // Nothing burnt on the spot, as in an electric train, is no swap of stages; nor is a fuel from
    // biomass, whose carbon is counted apart.
    let isBiogenic = factor.cells.contains {
      $0.stage == .combustion && ($0.gas == .ch4Biogenic || $0.gas.isApart)
    }
    guard combustion > .zero, !isBiogenic, let tenfold = combustion.multiplied(by: Ratio(10)),
      upstream > tenfold
    else { return }
    log.add(
      Finding(
        LintFindings.upstreamTooLarge, at: place(of: factor),
        [
          .init("name", factor.identifier), .init("upstream", upstream.description),
          .init("combustion", combustion.description),
        ]), subject: factor.identifier)
  }

  private static func provenance(_ factor: Factor, log: inout FindingLog) {
    let needed: [(value: String, words: Text)] = [
      (factor.provenance.source, Text(fr: "source", en: "source")),
      (factor.provenance.release, Text(fr: "version", en: "release")),
      (factor.provenance.licence, Text(fr: "licence", en: "licence")),
    ]
    for (value, words) in needed where value.isEmpty {
      log.add(
        Finding(
          LintFindings.missingProvenance, at: place(of: factor),
          [
            .init("name", factor.identifier), .init("missing-fr", words.fr),
            .init("missing-en", words.en),
          ]), subject: factor.identifier)
    }
  }

  private static func blends(_ catalog: FactorCatalog, log: inout FindingLog) {
    for blend in catalog.blends {
      let sum = blend.components.reduce(Number.zero) { $0 + $1.percent }
      guard sum != Number(100) else { continue }
      log.add(
        Finding(
          LintFindings.blendIncomplete, at: Location(file: "blends.csv"),
          [.init("name", blend.name), .init("value", sum.description)]), subject: blend.name)
    }
  }

  private static func labels(_ catalog: FactorCatalog, log: inout FindingLog) {
    var seen: [String: Activity] = [:]
    for activity in catalog.activities {
      let label = FoldedText.fold(activity.label.fr)
      guard let other = seen[label] else {
        seen[label] = activity
        continue
      }
      log.add(
        Finding(
          LintFindings.duplicateLabel, at: Location(file: activity.file, line: activity.line),
          [
            .init("name", activity.identifier), .init("other", other.identifier),
            .init("label", activity.label.fr),
          ]), subject: activity.identifier)
    }
  }
}

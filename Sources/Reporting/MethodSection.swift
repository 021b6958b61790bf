import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// The factors behind the figures, with release and licence.
struct MethodSection {
  let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  private struct Use {
    var factor: Factor
    /// kgCO2e per unit, as it is counted.
    var counted: Number
    var rows = 0
    var amount = ExactAmount.zero
  }

  func tables() -> [ReportTable] {
    var uses: [String: Use] = [:]
    for item in footprint.items {
      guard let resolution = item.resolution else { continue }
      let factor = resolution.factor
      uses[factor.identifier, default: Use(factor: factor, counted: resolution.counted)].rows +=
        item.rows
      uses[factor.identifier]?.amount += item.total
    }
    if uses.isEmpty { return [] }
    let sorted = uses.values.sorted {
      ($1.amount, $0.factor.identifier) < ($0.amount, $1.factor.identifier)
    }
    return [factors(sorted), releases(sorted)]
  }

  private func factors(_ uses: [Use]) -> ReportTable {
    var table = ReportTable(
      "factors", Text(fr: "Facteurs utilisés", en: "Factors used"),
      columns: [
        .init("value", Text(fr: "Facteur", en: "Factor"), decimals: 4),
        .init("unit", Text(fr: "Unité", en: "Unit")),
        .init("release", Text(fr: "Version", en: "Release")),
        .init("source-id", Text(fr: "Identifiant", en: "Source id")),
        .init("licence", Text(fr: "Licence", en: "Licence")),
        .init("uncertainty", Text(fr: "Incertitude", en: "Uncertainty"), unit: "%"),
        .init("gas-split", Text(fr: "Gaz", en: "Gases")),
        .init("lines", Text(fr: "Lignes", en: "Lines")),
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "kgCO2e"),
      ], isDetail: true)
    for use in uses {
      let factor = use.factor
      table.rows.append(
        .init(
          factor.identifier, .outside(factor.identifier),
          [
            .number(use.counted), .outside("kgCO2e/" + factor.unit.symbol),
            .outside(factor.provenance.release), .outside(factor.provenance.sourceIdentifier),
            .outside(factor.provenance.licence),
            factor.uncertainty.map { .number($0) } ?? .missing,
            factor.hasGasSplit
              ? .words(Text(fr: "ventilé", en: "split"))
              : .words(Text(fr: "non ventilé", en: "not split")),
            .count(use.rows), .amount(Figure(use.amount)),
          ]))
    }
    return table
  }

  private func releases(_ uses: [Use]) -> ReportTable {
    var table = ReportTable(
      "releases", Text(fr: "Sources des facteurs", en: "Sources of the factors"),
      columns: [
        .init("factors", Text(fr: "Facteurs", en: "Factors")),
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "kgCO2e"),
        .init("licence", Text(fr: "Licence", en: "Licence")),
      ])
    let byRelease = Dictionary(grouping: uses) { $0.factor.provenance.release }
    for (release, uses) in byRelease.sorted(by: { $0.key < $1.key }) {
      let licences = Set(uses.map(\.factor.provenance.licence)).sorted().joined(separator: ", ")
      table.rows.append(
        .init(
          release, .outside(release),
          [
            .count(uses.count),
            .amount(Figure(uses.reduce(.zero) { $0 + $1.amount })), .outside(licences),
          ]))
    }
    return table
  }
}

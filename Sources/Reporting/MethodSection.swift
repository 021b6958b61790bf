import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// The factors behind the figures, with release and licence.
struct MethodSection {
  let footprint: Footprint

  /// The digest of bytes; nil where nobody needs to compare factors.
  let digest: (@Sendable ([UInt8]) -> String)?

  init(_ footprint: Footprint, digest: (@Sendable ([UInt8]) -> String)? = nil) {
    self.footprint = footprint
    self.digest = digest
  }

  private struct Use {
    var factor: Factor
    /// kgCO2e per unit, as it is counted.
    var counted: Number
    var rows = 0
    var amount = ExactAmount.zero
    var labels: [Text] = []

    /// What it is used for; a factor of many things is known by the first.
    var activities: ReportValue {
      guard let first = labels.first else { return .missing }
      let others = labels.count - 1
      if others == 0 { return .words(first) }
      return .words(
        Text(fr: "\(first.fr) (+\u{A0}\(others))", en: "\(first.en) (+\u{A0}\(others))"))
    }
  }

  func tables() -> [ReportTable] {
    var uses: [String: Use] = [:]
    for item in footprint.items {
      guard let resolution = item.resolution else { continue }
      let factor = resolution.factor
      uses[factor.identifier, default: Use(factor: factor, counted: resolution.counted)].rows +=
        item.rows
      uses[factor.identifier]?.amount += item.total
      if !(uses[factor.identifier]?.labels.contains(item.activity.label) ?? true) {
        uses[factor.identifier]?.labels.append(item.activity.label)
      }
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
        .init("activity", Text(fr: "Pour", en: "For")),
        .init("value", Text(same: "kgCO2e"), decimals: 4),
        .init("per", Text(fr: "par", en: "per")),
        .init("unit", Text(fr: "Unité", en: "Unit"), reach: .data),
        .init("release", Text(fr: "Version", en: "Release")),
        .init("source-id", Text(fr: "Identifiant", en: "Source id"), reach: .data),
        .init("licence", Text(fr: "Licence", en: "Licence"), reach: .data),
        .init("uncertainty", Text(fr: "Incertitude", en: "Uncertainty"), unit: "%"),
        .init("gas-split", Text(fr: "Gaz", en: "Gases"), reach: .data),
        .init("lines", Text(fr: "Lignes", en: "Lines"), reach: .data),
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "kgCO2e"),
      ], reach: .pages)
    if digest != nil {
      table.columns.append(.init("digest", Text(fr: "Condensé", en: "Digest")))
      table.notes.append(
        Text(
          fr: "Deux rapports dont un facteur a le même condensé ont compté avec le même facteur.",
          en:
            "Two reports in which a factor has the same digest were computed with the same factor."
        ))
    }
    for use in uses {
      let factor = use.factor
      table.rows.append(
        .init(
          factor.identifier, .outside(factor.identifier),
          [
            use.activities, .number(use.counted), .words(UnitLabel.text(factor.unit)),
            .outside("kgCO2e/" + factor.unit.symbol),
            .outside(factor.provenance.release), .outside(factor.provenance.sourceIdentifier),
            .outside(factor.provenance.licence),
            factor.uncertainty.map { .number($0) } ?? .missing,
            factor.hasGasSplit
              ? .words(Text(fr: "ventilé", en: "split"))
              : .words(Text(fr: "non ventilé", en: "not split")),
            .count(use.rows), .amount(Figure(use.amount)),
          ] + (digest.map { [.outside(String($0(factor.canonicalBytes).prefix(8)))] } ?? [])))
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

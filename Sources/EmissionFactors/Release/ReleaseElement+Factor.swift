import Diagnostics
import Quantities

extension ReleaseElement {
  /// The element as a factor; nil for source data, which emits nothing by itself.
  ///
  /// Warming potentials are published as source data in older sets: they are kgCO2e per kg.
  public func factor(of release: String) -> Factor? {
    guard kind == .factor || unit.isWarmingPotential else { return nil }
    var provenance = Factor.Provenance()
    provenance.region = [location, place.fr].filter { !$0.isEmpty }.joined(separator: " / ")
    provenance.release = release
    provenance.source = source
    provenance.sourceIdentifier = identifier
    provenance.status = status.rawValue
    provenance.validity = validity
    provenance.note = title.fr
    return Factor(
      identifier: release + ":" + identifier, family: "", cells: cells, total: own.total,
      unit: unit.unit, from: nil, to: nil, provenance: provenance, uncertainty: uncertainty)
  }

  /// Stages and gases as published, with the explicit rounding that makes them add up to the total.
  public var cells: [Factor.Cell] { Factor.cells(of: stageRows, published: own.total) }

  /// The published rows; an element without stages is one that is not split.
  private var stageRows: [Factor.StageRow] {
    let rows =
      stages.isEmpty
      ? [ReleaseStage(stage: .whole, name: .init(same: ""), split: own)] : stages
    return rows.map { row in
      Factor.StageRow(
        stage: row.stage, total: row.split.total,
        gases: row.split.parts.map { (gas: $0.gas, value: $0.value) })
    }
  }
}

extension ReleaseUnit {
  /// What a warming potential without a unit is given per.
  static let warmingQualifier = "gaz émis"

  /// True when the unit was settled by what the element is.
  var isWarmingPotential: Bool { published.isEmpty && qualifier == Self.warmingQualifier }
}

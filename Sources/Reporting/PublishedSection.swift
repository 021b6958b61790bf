import Diagnostics
import Footprint
import Inventory

/// Figures that the organisation states itself: repeated, never computed.
struct PublishedSection {
  let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  func tables() -> [ReportTable] {
    let figures = footprint.campusYear.published
    if figures.isEmpty { return [] }
    var table = ReportTable(
      "published",
      Text(fr: "Chiffres publiés par l'établissement", en: "Figures published by the organisation"),
      columns: [.init("value", Text(fr: "Publié", en: "Published"))])
    for (place, figure) in figures.enumerated() {
      table.rows.append(
        .init("published-\(place + 1)", .outside(figure.label), [.outside(figure.value)]))
    }
    var sources: [String] = []
    for figure in figures where !figure.source.isEmpty && !sources.contains(figure.source) {
      sources.append(figure.source)
    }
    let list = sources.joined(separator: " ; ")
    table.notes.append(
      Text(
        fr: "Repris tels quels, non recalculés. " + list,
        en: "Repeated as they are, not computed. " + list))
    return [table]
  }
}

import Diagnostics
import Footprint
import Quantities
import Uncertainty

/// The intervals of the published arithmetic: [E / GSD², E × GSD²], with the band each is in.
struct OfficialUncertaintySection {
  private let year: OfficialYear
  private let groups: [IntervalGroup]

  init(_ year: OfficialYear, _ groups: [IntervalGroup]) {
    self.year = year
    self.groups = groups
  }

  func tables() -> [ReportTable] {
    if year.total == nil { return [] }
    return groups.enumerated().map { place, group in
      var table = table(group)
      // Once is enough.
      if place == 0 { table.notes = notes }
      return table
    }
  }

  private func table(_ group: IntervalGroup) -> ReportTable {
    let (identifier, title) = group.named(
      "uncertainty-gsd",
      Text(fr: "Incertitude, arithmétique publiée", en: "Uncertainty, published arithmetic"))
    var table = ReportTable(
      identifier, Text(fr: "\(title.fr) (tCO2e)", en: "\(title.en) (tCO2e)"),
      columns: [
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "tCO2e", decimals: 1),
        .init("low", Text(fr: "De", en: "From"), unit: "tCO2e", decimals: 1, adds: false),
        .init("high", Text(fr: "À", en: "To"), unit: "tCO2e", decimals: 1, adds: false),
        .init("gsd2", Text(same: "GSD²"), decimals: 4, adds: false),
        .init("band", Text(fr: "Qualité", en: "Quality")),
      ])
    table.statedUnit = "tCO2e"
    for row in group.rows {
      // An empty post has no band.
      guard let sum = year.sum(of: row.amounts) else { continue }
      let square = sum.deviation.squared
      table.rows.append(
        .init(
          row.key, row.label,
          [
            .real(sum.amount), .real(min(sum.amount / square, sum.amount * square)),
            .real(max(sum.amount / square, sum.amount * square)),
            .real(square), .words(OfficialBand(sum.deviation).label),
          ], role: row.role))
    }
    return table
  }

  private let notes = [
    Text(
      fr: "Chaque source y est connue à part de toute autre, même quand elles ont un facteur en "
        + "commun : des sommes paraissent mieux connues qu'elles ne le sont. `--uncertainty shared` "
        + "compte ce qui est partagé. Ce qui ne dit pas sa qualité compte comme très mal connu.",
      en:
        "Every source is taken as known apart from every other, even where they have a factor in "
        + "common: sums look better known than they are. `--uncertainty shared` counts what is "
        + "shared. What does not say its quality counts as very badly known.")
  ]
}

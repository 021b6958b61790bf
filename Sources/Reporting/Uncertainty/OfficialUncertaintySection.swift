import Diagnostics
import Footprint
import Inventory
import Quantities
import Uncertainty

/// The intervals of the published arithmetic: [E / GSD², E × GSD²], with the band each is in.
struct OfficialUncertaintySection {
  private let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  func table() -> ReportTable? {
    let year = OfficialYear(footprint)
    guard let total = year.total else { return nil }
    var table = ReportTable(
      "uncertainty-gsd",
      Text(
        fr: "Incertitude, arithmétique publiée (tCO2e)",
        en: "Uncertainty, published arithmetic (tCO2e)"),
      columns: [
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "tCO2e", decimals: 1),
        .init("low", Text(fr: "De", en: "From"), unit: "tCO2e", decimals: 1, adds: false),
        .init("high", Text(fr: "À", en: "To"), unit: "tCO2e", decimals: 1, adds: false),
        .init("gsd2", Text(same: "GSD²"), decimals: 4, adds: false),
        .init("band", Text(fr: "Qualité", en: "Quality")),
      ])
    table.statedUnit = "tCO2e"
    func row(
      _ key: String, _ label: Text, _ sum: (amount: Double, deviation: OfficialDeviation)?,
      _ role: ReportTable.Row.Role
    ) {
      guard let sum else { return }
      let square = sum.deviation.squared
      table.rows.append(
        .init(
          key, .words(label),
          [
            .real(sum.amount), .real(min(sum.amount / square, sum.amount * square)),
            .real(max(sum.amount / square, sum.amount * square)),
            .real(square), .words(OfficialBand(sum.deviation).label),
          ], role: role))
    }
    for part in footprint.breakdown(by: .post) where part.depth == 0 {
      row(part.key, part.label, year.sum(post: part.key), .part)
    }
    row("total", Text(same: "Total"), total, .total)
    table.notes.append(
      Text(
        fr: "Chaque source y est connue à part de toute autre, même quand elles ont un facteur en "
          + "commun : des sommes paraissent mieux connues qu'elles ne le sont. `--uncertainty shared` "
          + "compte ce qui est partagé. Ce qui ne dit pas sa qualité compte comme très mal connu.",
        en:
          "Every source is taken as known apart from every other, even where they have a factor in "
          + "common: sums look better known than they are. `--uncertainty shared` counts what is "
          + "shared. What does not say its quality counts as very badly known."))
    return table
  }
}

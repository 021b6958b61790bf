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
    groups.enumerated().compactMap { place, group in
      var table = table(group)
      if table.rows.isEmpty { return nil }
      // Once is enough.
      if place == 0 { table.notes = notes }
      let isUntold = table.rows.contains { row in
        if case .missing = row.values[1] { return true }
        return false
      }
      if isUntold { table.notes.append(Self.signs) }
      return table
    }
  }

  private static let signs = Text(
    fr:
      "« – » : des montants négatifs y sont, et l'arithmétique publiée n'en dit rien ; "
      + "`--uncertainty shared` les compte.",
    en:
      "“–”: there are negative amounts in it, of which the published arithmetic says nothing; "
      + "`--uncertainty shared` counts them.")

  private func table(_ group: IntervalGroup) -> ReportTable {
    let (identifier, title) = group.named(
      "uncertainty-gsd",
      Text(fr: "Incertitude, arithmétique publiée", en: "Uncertainty, published arithmetic"))
    var table = IntervalTable.table(
      identifier, title,
      more: [
        .init("gsd2", Text(same: "GSD²"), decimals: 4, adds: false),
        .init("band", Text(fr: "Qualité", en: "Quality")),
      ])
    for row in group.rows {
      // An empty post has no band.
      let amount = row.amounts.values.reduce(ExactAmount.zero) { $0 + $1 }.toDouble() / 1000
      if row.amounts.values.allSatisfy(\.isZero) { continue }
      guard let sum = year.sum(of: row.amounts, site: row.site) else {
        table.rows.append(
          .init(
            row.key, row.label, [.real(amount), .missing, .missing, .missing, .missing],
            role: row.role))
        continue
      }
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

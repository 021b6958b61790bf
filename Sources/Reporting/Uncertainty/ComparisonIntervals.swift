import Diagnostics
import Footprint
import Inventory
import Quantities
import Uncertainty

/// How far two years and their difference may be off: what is wrong with a factor is wrong in both, and goes
/// away.
struct ComparisonIntervals {
  private struct Row {
    let key: String
    let label: Text
    let sum: UncertainSum
    /// Another variance than that of the sum.
    var variance: Double?
    var role = ReportTable.Row.Role.apart
  }

  private let rows: [Row]
  private let draws: DrawChoice?

  init(_ comparison: YearComparison, draws: DrawChoice?) {
    self.draws = draws
    let years = [comparison.before, comparison.after].map { UncertainYear($0) }
    let (before, after) = (years[0].total, years[1].total)
    let difference = after - before
    var rows = years.map { year in
      Row(
        key: String(year.footprint.year), label: Text(same: String(year.footprint.year)),
        sum: year.total)
    }
    rows.append(
      Row(key: "difference", label: Text(fr: "Différence", en: "Difference"), sum: difference))
    // The parts of each post: one that only one of the years has is there too.
    var posts: [(key: String, label: Text)] = []
    for year in years {
      for row in year.footprint.breakdown(by: .post) where row.depth == 0 {
        if !posts.contains(where: { $0.key == row.key }) { posts.append((row.key, row.label)) }
      }
    }
    for post in posts {
      let sums = years.map { year in
        year.sum(
          of: year.footprint.breakdown(by: .post).first { $0.key == post.key }?.byItem ?? [:])
      }
      rows.append(
        Row(
          key: "difference-" + post.key, label: post.label, sum: sums[1] - sums[0], role: .detail))
    }
    rows.append(
      Row(
        key: "difference-apart",
        label: Text(
          fr: "Différence, si rien n'était partagé", en: "Difference, if nothing were shared"),
        sum: difference, variance: before.variance + after.variance))
    self.rows = rows
  }

  func tables() -> [ReportTable] { [intervals(), drawn()].compactMap(\.self) }

  private func intervals() -> ReportTable {
    var table = IntervalTable.table(
      "uncertainty", Text(fr: "Incertitude", en: "Uncertainty"))
    for row in rows {
      let interval = row.sum.interval(variance: row.variance ?? row.sum.variance)
      table.rows.append(
        .init(
          row.key, .words(row.label),
          [.real(row.sum.amount), .real(interval.low), .real(interval.high)], role: row.role))
    }
    let interval = rows.first { $0.key == "difference" }?.sum.interval
    if let interval, interval.low < 0, interval.high > 0 {
      table.notes.append(
        Text(
          fr:
            "Zéro est dans l'intervalle de la différence : on ne peut pas dire que le total a changé.",
          en: "Zero is in the interval of the difference: it cannot be said that the total changed."
        ))
    }
    table.notes.append(
      Text(
        fr: "95 fois sur 100 ; ce qu'un facteur a de faux l'est les deux années et s'annule. Voir "
          + "`empreinte report --uncertainty shared`.",
        en:
          "95 times in 100; what is wrong with a factor is wrong in both years, and goes away. See "
          + "`empreinte report --uncertainty shared`."))
    return table
  }

  /// The same by draws: a source that both years have is drawn once.
  private func drawn() -> ReportTable? {
    guard let draws else { return nil }
    let drawn = rows.filter { $0.variance == nil }
    let simulation = Simulation(drawn.map(\.sum), draws: draws.count, seed: draws.seed)
    var table = DrawnFigures.table(
      "uncertainty-draws", Text(fr: "Par tirages", en: "By draws"))
    for (row, outcome) in zip(drawn, simulation.outcomes) {
      table.rows.append(
        .init(row.key, .words(row.label), DrawnFigures.values(outcome), role: row.role))
    }
    table.notes.append(DrawnFigures.note(simulation.draws, draws.seed))
    return table
  }
}

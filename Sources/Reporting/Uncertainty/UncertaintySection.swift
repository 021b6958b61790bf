import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Uncertainty

/// How far the figures of a year may be off, what they share, and what was taken for want of better.
struct UncertaintySection {
  private let year: UncertainYear
  private let draws: DrawChoice?
  private let groups: [IntervalGroup]

  init(_ year: UncertainYear, _ groups: [IntervalGroup], draws: DrawChoice? = nil) {
    self.draws = draws
    self.groups = groups
    self.year = year
  }

  func tables() -> [ReportTable] { intervals() + drawn() }

  private static func decimals(_ total: UncertainSum) -> Int {
    let size = abs(total.amount)
    return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
  }

  /// The interval of the total, in a line.
  func headline() -> Text? {
    let total = year.total
    if total.parts.isEmpty { return nil }
    let interval = total.interval
    // As many decimals as tell the ends of a small total apart.
    let decimals = Self.decimals(total)
    func number(_ value: Double, _ language: Language) -> String {
      language.number(value, decimals: decimals)
    }
    // What rests on an assumption is never told as if it were known.
    let isAssumed = year.defaults.contains { $0.value > 0 }
    return Text(
      fr:
        "Entre \(number(interval.low, .french)) et \(number(interval.high, .french)) tCO2e, 95 fois "
        + "sur 100" + (isAssumed ? ", si les incertitudes prises par défaut sont justes" : ""),
      en:
        "Between \(number(interval.low, .english)) and \(number(interval.high, .english)) tCO2e, 95 "
        + "times in 100" + (isAssumed ? ", if the uncertainties taken by default are right" : ""))
  }

  /// The parts of a group that are something, with what they are.
  private func sums(_ group: IntervalGroup) -> [(row: IntervalGroup.Row, sum: UncertainSum)] {
    group.rows.map { ($0, year.sum(of: $0.amounts, site: $0.site)) }.filter { !$0.1.parts.isEmpty }
  }

  /// A table a group: the posts, the total and the scopes first.
  private func intervals() -> [ReportTable] {
    let total = year.total
    if total.parts.isEmpty { return [] }
    return groups.enumerated().map { place, group in
      let (identifier, title) = group.named(
        "uncertainty", Text(fr: "Incertitude", en: "Uncertainty"))
      var table = IntervalTable.table(
        identifier, title,
        more: [
          .init("minus", Text(same: "−"), adds: false), .init("plus", Text(same: "+"), adds: false),
        ])
      let known = sums(group)
      for (row, sum) in known {
        let (amount, interval) = (sum.amount, sum.interval)
        table.rows.append(
          .init(
            row.key, row.label,
            [
              .real(amount), .real(interval.low), .real(interval.high),
              .realShare(amount == 0 ? nil : (interval.low - amount) / abs(amount)),
              .realShare(amount == 0 ? nil : (interval.high - amount) / abs(amount)),
            ], role: row.role))
      }
      // Once is enough.
      if place == 0 { table.notes = notes(known.first { $0.row.role == .total }?.sum ?? total) }
      return table
    }
  }

  /// The same by drawing what may be wrong, for whoever doubts the formula.
  private func drawn() -> [ReportTable] {
    guard let draws else { return [] }
    let groups = groups.map { (group: $0, sums: sums($0)) }
    let all = groups.flatMap { $0.sums.map(\.sum) }
    let simulation = Simulation(all, draws: draws.count, seed: draws.seed)
    var outcomes = simulation.outcomes[...]
    return groups.enumerated().map { place, group in
      let (identifier, title) = group.group.named(
        "uncertainty-draws", Text(fr: "Par tirages", en: "By draws"))
      var table = DrawnFigures.table(identifier, title)
      for (row, _) in group.sums {
        guard let outcome = outcomes.popFirst() else { break }
        table.rows.append(
          .init(row.key, row.label, DrawnFigures.values(outcome), role: row.role))
      }
      if place == 0 { table.notes.append(DrawnFigures.note(simulation.draws, draws.seed)) }
      return table
    }
  }

  private func notes(_ total: UncertainSum) -> [Text] {
    func words(_ language: Language) -> [String] {
      let isFrench = language == .french
      func range(_ variance: Double) -> String {
        let interval = total.interval(variance: variance)
        return language.number(interval.low, decimals: Self.decimals(total)) + "–"
          + language.number(interval.high, decimals: Self.decimals(total)) + "\u{A0}t"
      }
      let (apart, together) = (
        range(total.independentVariance), range(total.correlatedVariance)
      )
      return isFrench
        ? [
          "L'intervalle où le total se trouve 95 fois sur 100, si les données et les facteurs sont "
            + "connus comme ils sont dits l'être. Ce qui n'est pas compté, ou l'est deux fois, n'y est pas.",
          "Un facteur se trompe partout à la fois ; un compteur, ou une activité sans compteur, dans "
            + "toutes ses lignes. Si rien n'était partagé : \(apart) ; si tout l'était : \(together).",
        ]
        : [
          "The interval that holds the total 95 times in 100, if data and factors are known as they "
            + "are said to be. What is not counted, or counted twice, is not in it.",
          "A factor errs everywhere at once; a meter, or an activity without meters, in all its rows. "
            + "If nothing were shared: \(apart); if everything were: \(together).",
        ]
    }
    return zip(words(.french), words(.english)).map { Text(fr: $0, en: $1) }
  }

  /// What was taken for want of anything better.
  func defaults() -> ReportTable? {
    let used = DefaultSpread.all.filter { (year.defaults[$0.identifier] ?? 0) > 0 }
    if used.isEmpty { return nil }
    var table = ReportTable(
      "uncertainty-defaults",
      Text(fr: "Incertitudes prises par défaut", en: "Uncertainties taken by default"),
      columns: [
        .init("half-width", Text(same: "±"), adds: false),
        .init("emissions", Text(fr: "Pour", en: "For"), unit: "tCO2e", adds: false),
        .init("origin", Text(fr: "Origine", en: "Origin")),
      ])
    for one in used {
      table.rows.append(
        .init(
          one.identifier, .words(one.label),
          [
            .realShare(one.halfWidth), .real(year.defaults[one.identifier] ?? 0),
            .words(one.origin),
          ], role: .apart))
    }
    return table
  }
}

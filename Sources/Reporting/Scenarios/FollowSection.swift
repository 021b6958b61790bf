import Diagnostics
import Quantities
import Scenarios

/// What was counted since, held against each target.
struct FollowSection {
  private let outlook: Outlook

  init(_ outlook: Outlook) { self.outlook = outlook }

  func tables() -> [ReportTable] { outlook.entries.compactMap(table) }

  private func table(_ entry: Outlook.Entry) -> ReportTable? {
    let horizon = outlook.scenario.horizon
    guard let follow = Follow(entry, horizon: horizon) else { return nil }
    let unit = entry.target.subject.unitText
    let label = entry.target.label
    var table = ReportTable(
      "observed-\(entry.target.identifier)",
      Text(
        fr: "Années comptées · \(label.fr) (\(unit))",
        en: "Counted years · \(label.en) (\(unit))"),
      columns: [
        .init("observed", Text(fr: "Compté", en: "Counted"), unit: unit, adds: false),
        .init("target", Text(fr: "Objectif", en: "Target"), unit: unit, adds: false),
        .init("gap", Text(fr: "Écart", en: "Gap"), unit: unit, adds: false),
        .init("overshoot", Text(fr: "Cumul", en: "Overshoot"), unit: unit, adds: false),
      ])
    table.statedUnit = unit
    for year in follow.years {
      table.rows.append(
        .init(
          String(year.year), .outside(String(year.year)),
          [.real(year.observed), .real(year.target), .real(year.gap), .real(year.overshoot)],
          role: .apart))
    }
    if let note = catchUp(follow, entry, horizon) { table.notes.append(note) }
    return table
  }

  /// The rate that makes up for what was emitted beyond the target.
  private func catchUp(_ follow: Follow, _ entry: Outlook.Entry, _ horizon: Int) -> Text? {
    guard let left = follow.budgetLeft, let now = entry.now else { return nil }
    let unit = entry.target.subject.measure.unit
    func words(_ language: Language) -> String {
      let isFrench = language == .french
      func number(_ value: Double, _ decimals: Int) -> String {
        language.number(value, decimals: decimals)
      }
      let amount = number(max(0, left), 0) + "\u{A0}" + unit
      guard let rate = follow.catchUp else {
        return isFrench
          ? "Le budget de l'objectif jusqu'en \(horizon) est dépensé."
          : "The budget of the target to \(horizon) is spent."
      }
      let percent = number(rate * 100, 2) + (isFrench ? "\u{A0}%" : "%")
      return isFrench
        ? "Il reste \(amount) de \(now.year + 1) à \(horizon) : \(percent) par an composés pour s'y "
          + "tenir."
        : "\(amount) are left from \(now.year + 1) to \(horizon): \(percent) a year compound to keep "
          + "within them."
    }
    return Text(fr: words(.french), en: words(.english))
  }
}

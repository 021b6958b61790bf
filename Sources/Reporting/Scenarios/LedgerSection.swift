import Diagnostics
import Quantities
import Scenarios

/// What is told beside the emissions, each ledger by itself: nothing is netted, nothing added up
/// across them.
struct LedgerSection {
  private let outlook: Outlook

  init(_ outlook: Outlook) { self.outlook = outlook }

  private var scenario: Scenario { outlook.scenario }

  func tables() -> [ReportTable] { LedgerEntry.Ledger.allCases.compactMap(table) }

  private func table(_ ledger: LedgerEntry.Ledger) -> ReportTable? {
    let entries = scenario.ledgers.filter { $0.ledger == ledger }
    guard !entries.isEmpty, let start = outlook.start else { return nil }
    let years = scenario.milestones.filter { $0 >= start && $0 <= scenario.horizon }
    var table = ReportTable(
      "ledger-\(ledger.rawValue)", Self.title(ledger),
      columns: years.map { .init(String($0), Text(same: String($0)), unit: "tCO2e") } + [
        .init(
          "cumulative",
          Text(fr: "Cumul \(scenario.horizon)", en: "Sum to \(scenario.horizon)"), unit: "tCO2e")
      ])
    table.statedUnit = "tCO2e"
    var sums = [Double](repeating: 0, count: years.count + 1)
    for entry in entries {
      let path = entry.trajectory(from: start, through: scenario.horizon)
      let values =
        years.map { path[$0] ?? 0 } + [path.cumulative(through: scenario.horizon) ?? 0]
      for (place, value) in values.enumerated() { sums[place] += value }
      table.rows.append(
        .init(entry.identifier, .words(entry.label), values.map(ReportValue.real)))
      table.notes += facts(entry)
    }
    if entries.count > 1 {
      table.rows.append(
        .init("total", .words(Text(same: "Total")), sums.map(ReportValue.real), role: .total))
    }
    if ledger == .sinks { table.notes += beside(entries) }
    table.notes.append(
      Text(
        fr: "Montré à part, déduit de rien.", en: "Shown apart, deducted from nothing."))
    return table
  }

  private static func title(_ ledger: LedgerEntry.Ledger) -> Text {
    switch ledger {
    case .sinks: Text(fr: "À part : puits (tCO2e)", en: "Kept apart: sinks (tCO2e)")
    case .avoided:
      Text(
        fr: "À part : émissions évitées ailleurs (tCO2e)",
        en: "Kept apart: emissions avoided elsewhere (tCO2e)")
    case .credits:
      Text(fr: "À part : crédits achetés (tCO2e)", en: "Kept apart: credits bought (tCO2e)")
    }
  }

  private func facts(_ entry: LedgerEntry) -> [Text] {
    let label = entry.label
    switch entry.ledger {
    case .avoided: return []
    case .credits:
      if !entry.registry.isEmpty {
        return [
          Text(
            fr: "\(label.fr) : registre, \(entry.registry)",
            en: "\(label.en): register, \(entry.registry)")
        ]
      }
      return [
        Text(fr: "\(label.fr) : registre non dit", en: "\(label.en): register not said")
      ]
    case .sinks:
      guard let years = entry.durability else {
        return [
          Text(
            fr: "\(label.fr) : personne ne dit combien de temps cela tient",
            en: "\(label.en): nobody says how long it lasts")
        ]
      }
      return [
        Text(
          fr: "\(label.fr) : tient \(years) an\(years == 1 ? "" : "s")",
          en: "\(label.en): lasts \(years) year\(years == 1 ? "" : "s")")
      ]
    }
  }

  /// How large sinks are beside what remains, and what conventions ask for; never a word on what that
  /// would make of the organisation.
  private func beside(_ entries: [LedgerEntry]) -> [Text] {
    guard let plan = outlook.plan, let rest = plan.plan[scenario.horizon], rest > 0,
      let base = plan.plan[plan.base], base > 0
    else { return [] }
    let sum = entries.reduce(0) { $0 + $1.amount(in: scenario.horizon) }
    func percent(_ share: Double, _ language: Language, sign: String = "") -> String {
      let number =
        ExactAmount(rounding: abs(share) * 100).map {
          language.numbers.text($0, decimals: abs(share) < 0.1 ? 1 : 0)
        }
        ?? "–"
      return (share < 0 ? "−" : sign) + number + (language == .french ? "\u{A0}%" : "%")
    }
    let (part, cut) = (sum / rest, (rest - base) / base)
    let lasting = lasting(entries)
    let year = scenario.horizon
    return [
      Text(
        fr: """
          En \(year), les puits font \(percent(part, .french)) de ce que le plan laisse ; \
          \(lasting.fr). Les \
          conventions demandent d'abord −90 % (ici \(percent(cut, .french, sign: "+"))), puis des puits \
          durables pour tout le reste.
          """,
        en: """
          In \(year), sinks are \(percent(part, .english)) of what the plan leaves; \
          \(lasting.en). Conventions \
          ask for −90% first (here \(percent(cut, .english, sign: "+"))), then for durable sinks for all of \
          the rest.
          """)
    ]
  }

  /// How long the least lasting of some sinks lasts, as far as anybody says.
  private func lasting(_ entries: [LedgerEntry]) -> Text {
    if entries.contains(where: { $0.durability == nil }) {
      return Text(
        fr: "pour certains, personne ne dit combien de temps",
        en: "of some, nobody says for how long")
    }
    let least = entries.compactMap(\.durability).min() ?? 0
    return Text(
      fr: "le moins durable tient \(least) an\(least == 1 ? "" : "s")",
      en: "the least lasting lasts \(least) year\(least == 1 ? "" : "s")")
  }
}

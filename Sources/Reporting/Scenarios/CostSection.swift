import Diagnostics
import Quantities
import Scenarios

/// What the measures of a plan cost for what they save.
struct CostSection {
  private let curve: CostCurve
  /// How many names a note holds.
  private static let shown = 8

  init(_ curve: CostCurve) { self.curve = curve }

  private var currency: String { curve.economy.currency.symbol }

  func table() -> ReportTable {
    var table = ReportTable(
      "costs",
      Text(
        fr: "Ce que coûtent les mesures, \(curve.base)–\(curve.horizon) (\(currency))",
        en: "What the measures cost, \(curve.base)–\(curve.horizon) (\(currency))"),
      columns: [
        .init("investment", Text(fr: "Investi", en: "Invested"), unit: currency),
        .init(
          "saving", Text(fr: "Épargne \(curve.horizon)", en: "Savings \(curve.horizon)"),
          unit: currency),
        .init("value", Text(fr: "Valeur nette", en: "Net value"), unit: currency),
        .init("tonnes", Text(fr: "Évité", en: "Cut"), unit: "tCO2e"),
        .init(
          "per-tonne", Text(fr: "Par tonne", en: "A tonne"), unit: currency + "/tCO2e", adds: false),
      ])
    table.statedUnit = currency
    for block in curve.blocks {
      table.rows.append(
        .init(
          block.identifier, .words(block.label),
          values(
            block.investment, block.savingAtHorizon, block.netPresentValue, block.tonnes,
            block.perTonne)))
    }
    let total = curve.total
    table.rows.append(
      .init(
        "total", .words(total.label),
        values(
          total.investment, total.savingAtHorizon, total.netPresentValue, total.tonnes,
          total.perTonne), role: .total))
    table.notes = notes
    return table
  }

  private func values(
    _ investment: Double, _ saving: Double, _ value: Double?, _ tonnes: Double,
    _ perTonne: Double?
  ) -> [ReportValue] {
    [investment, saving, value, tonnes, perTonne].map { $0.map(ReportValue.real) ?? .missing }
  }

  private var notes: [Text] {
    func rate(_ language: Language) -> String { language.shortest(curve.economy.discount * 100) }
    var notes = [
      Text(
        fr: """
          Valeur nette : ce que la mesure épargne, moins ce qu'elle coûte, en argent de \
          \(curve.base) à \(rate(.french)) % par an. Un investissement est réparti sur sa durée de \
          vie, puis refait ; ce qui dépasse \(curve.horizon) n'est pas compté. Épargnes et tonnes \
          sont des parts de Shapley ; les tonnes ne sont pas actualisées.
          """,
        en: """
          Net value: what a measure saves less what it costs, in money of \(curve.base) at \
          \(rate(.english))% a year. An investment is spread over its lifetime and then made \
          again; what is beyond \(curve.horizon) is not counted. Savings and tonnes are Shapley \
          shares; tonnes are not discounted.
          """)
    ]
    if curve.chargesAtOnce {
      notes.append(
        Text(
          fr: "Ce qui n'a pas de `lifetime` est compté en entier l'année où il est payé.",
          en: "What has no `lifetime` is charged in full in the year it is paid."))
    }
    if curve.blocks.contains(where: \.isSaving) {
      notes.append(
        Text(
          fr: """
            D'abord les mesures qui rapportent, par valeur nette : par tonne, elles sembleraient \
            meilleures en évitant moins. Puis les autres, par le coût de la tonne.
            """,
          en: """
            Measures that pay come first, by net value: by the tonne they would look better for \
            saving less. Then the others, by what a tonne costs.
            """))
    }
    if curve.isSampled {
      notes.append(
        Text(
          fr: "Plus de 14 mesures sur une ligne : parts tirées au sort.",
          en: "More than 14 measures on one line: shares are sampled."))
    }
    return notes + gaps
  }

  /// What is in no figure.
  var gaps: [Text] {
    var notes: [Text] = []
    if !curve.withoutCost.isEmpty {
      notes.append(
        Text(
          fr: "Sans coût donné, et dans aucune somme : "
            + curve.withoutCost.map(\.fr).joined(separator: ", ") + ".",
          en: "Without a cost, and in no sum: "
            + curve.withoutCost.map(\.en).joined(separator: ", ") + "."))
    }
    if !curve.withoutPrice.isEmpty {
      let shown = curve.withoutPrice.prefix(Self.shown).joined(separator: ", ")
      let rest = curve.withoutPrice.count - Self.shown
      let names = Text(
        fr: rest > 0 ? "\(shown) et \(rest) autre(s)" : shown,
        en: rest > 0 ? "\(shown) and \(rest) other(s)" : shown)
      notes.append(
        Text(
          fr: "Sans prix, donc sans épargne ni dépense : \(names.fr).",
          en: "Without a price, and so neither saved nor paid: \(names.en)."))
    }
    let half = curve.blocks.filter { $0.netPresentValue == nil }.map(\.label)
    if !half.isEmpty {
      notes.append(
        Text(
          fr:
            "Sans valeur nette, car ce qu'elles remplacent ou ce qui le remplace n'a pas de prix : "
            + half.map(\.fr).joined(separator: ", ") + ".",
          en: "Without a net value, because what they replace, or what replaces it, has no price: "
            + half.map(\.en).joined(separator: ", ") + "."))
    }
    return notes
  }
}

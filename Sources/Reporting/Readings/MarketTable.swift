import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// Scope 2 electricity twice: by the mix of the grid, and by contract.
enum MarketTable {
  static func table(_ market: MarketElectricity, _ filed: FiledFootprint) -> ReportTable {
    var table = ReportTable(
      "electricity-market",
      Text(
        fr: "Électricité du scope 2, par contrat (market-based)",
        en: "Scope 2 electricity, market-based"),
      columns: [
        .init("quantity", Text(fr: "Quantité", en: "Quantity"), unit: "kWh"),
        .init("total", Text(fr: "Émissions", en: "Emissions"), unit: "tCO2e", decimals: 1),
      ])
    for (place, use) in market.uses.enumerated() {
      table.rows.append(
        .init(
          "contract-\(place + 1)", .outside(use.contract.label),
          [.number(use.quantity), ReadingColumns.tonnes(use.amount)]))
    }
    let rest =
      market.residualMix == nil
      ? Text(
        fr: "Reste, au mix du réseau (aucun mix résiduel donné)",
        en: "Rest, by the mix of the grid (no residual mix given)")
      : Text(fr: "Reste, au mix résiduel", en: "Rest, by the residual mix")
    table.rows.append(
      .init(
        "rest", .words(rest),
        [.number(market.rest), ReadingColumns.tonnes(market.restAmount)]))
    table.rows.append(
      .init(
        "market-based", .words(Text(fr: "Selon les contrats", en: "Market-based")),
        [.number(market.consumption), ReadingColumns.tonnes(market.total)], role: .total))
    table.rows.append(
      .init(
        "location-based", .words(Text(fr: "Selon le réseau", en: "Location-based")),
        [.number(market.consumption), ReadingColumns.tonnes(market.locationBased)],
        role: .apart))
    let total = filed.reported.total
    let scope = market.scopeLocationBased
    let scopes: [(String, Text, ExactAmount)] = [
      (
        "scope-market-based",
        Text(fr: "Énergie achetée, selon les contrats", en: "Purchased energy, market-based"),
        scope + market.difference
      ),
      (
        "scope-location-based",
        Text(fr: "Énergie achetée, selon le réseau", en: "Purchased energy, location-based"), scope
      ),
    ]
    for (key, label, amount) in scopes {
      table.rows.append(
        .init(key, .words(label), [.missing, ReadingColumns.tonnes(amount)], role: .apart))
    }
    table.rows.append(
      .init(
        "total-market-based",
        .words(Text(fr: "Total, selon les contrats", en: "Total, market-based")),
        [.missing, ReadingColumns.tonnes(total + market.difference)], role: .apart))
    table.rows.append(
      .init(
        "total-location-based",
        .words(Text(fr: "Total, selon le réseau", en: "Total, location-based")),
        [.missing, ReadingColumns.tonnes(total)], role: .apart))
    table.notes = notes(market)
    return table
  }

  private static func notes(_ market: MarketElectricity) -> [Text] {
    var sources: [String] = []
    for source in market.uses.map(\.contract.source) + [market.residualSource]
    where !source.isEmpty && !sources.contains(source) {
      sources.append(source)
    }
    var notes = [
      Text(
        fr: "En CO2e : les contrats ne disent pas les gaz. Le premier écrit compte le premier.",
        en: "In CO2e: contracts do not tell gases apart. The first written counts first.")
    ]
    if !sources.isEmpty {
      notes.append(
        Text(
          fr: "Sources : \(sources.joined(separator: " ; "))",
          en: "Sources: \(sources.joined(separator: "; "))"))
    }
    return notes
  }
}

/// What the campus leaves out of its inventory, with its reasons.
enum ExclusionTable {
  static func table(_ footprint: Footprint) -> ReportTable? {
    let exclusions = footprint.run.campus.exclusions.filter { $0.covers(footprint.year) }
    if exclusions.isEmpty { return nil }
    var table = ReportTable(
      "exclusions", Text(fr: "Registre des exclusions", en: "Register of exclusions"),
      columns: [
        .init("reason", Text(fr: "Raison", en: "Reason")),
        .init("action", Text(fr: "Action prévue", en: "Action planned")),
      ])
    for exclusion in exclusions {
      table.rows.append(
        .init(
          exclusion.post, .words(footprint.label(ofPost: exclusion.post)),
          [.outside(exclusion.reason), .outside(exclusion.action)], role: .apart))
    }
    table.nameRowsApart()
    return table
  }
}

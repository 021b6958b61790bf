import Diagnostics
public import EmissionFactors
import Quantities

/// What is known of an activity or a factor, with everything its source says.
public struct CatalogReport {
  private let catalog: FactorCatalog
  private let warming: GlobalWarmingSet

  /// A report on the catalogue under a set of potentials.
  public init(_ catalog: FactorCatalog, _ warming: GlobalWarmingSet) {
    self.catalog = catalog
    self.warming = warming
  }

  /// An activity and all its factors.
  public func report(on activity: Activity) -> Report {
    var report = Report(
      "activity",
      Text(
        fr: "\(activity.label.fr) · \(activity.identifier)",
        en: "\(activity.label.en) · \(activity.identifier)"),
      campus: "", year: nil)
    let post = catalog.post(named: activity.post)?.label ?? Text(same: activity.post)
    report.headlines = [
      Text(fr: "Poste : \(post.fr)", en: "Post: \(post.en)"),
      Text(
        fr: "Unité des totaux : \(activity.unit.symbol)",
        en: "Unit of totals: \(activity.unit.symbol)"),
    ]
    if !activity.aliases.isEmpty {
      let names = activity.aliases.joined(separator: ", ")
      report.headlines.append(Text(fr: "Aussi : \(names)", en: "Also: \(names)"))
    }
    if !activity.note.isEmpty { report.notes.append(Text(same: activity.note)) }
    let factors = catalog.factors(ofFamily: activity.family, warming: warming)
    if factors.isEmpty {
      report.headlines.append(
        Text(
          fr: "Aucun facteur : seule la quantité est comptée.",
          en: "No factor: only the quantity counts."))
    }
    report.tables = factors.map { table($0) }
    return report
  }

  /// One factor.
  public func report(on factor: Factor) -> Report {
    var report = Report(
      "factor", Text(same: factor.identifier), campus: "", year: nil)
    report.tables = [table(factor)]
    let users = catalog.activities.filter { $0.family == factor.family }.map(\.identifier)
    if !users.isEmpty {
      let list = users.joined(separator: ", ")
      report.notes.append(Text(fr: "Utilisé par : \(list)", en: "Used by: \(list)"))
    }
    return report
  }

  private func table(_ factor: Factor) -> ReportTable {
    let unit = "kgCO2e/" + factor.unit.symbol
    var table = ReportTable(
      factor.identifier,
      Text(
        fr: "\(factor.identifier) · \(years(factor))", en: "\(factor.identifier) · \(years(factor))"
      ),
      columns: [.init("value", Text(same: unit))])
    table.columns[0].decimals = decimals(of: factor)
    for cell in factor.cells {
      table.rows.append(
        .init(
          cell.stage.identifier + "-" + cell.gas.identifier,
          .words(
            cell.stage.label(with: cell.gas)),
          [.number(cell.value)], role: cell.gas.isApart ? .apart : .part))
    }
    table.rows.append(
      .init(
        "total", .words(Text(fr: "Total publié", en: "Published total")),
        [.number(factor.total)], role: .total))
    table.notes = provenance(factor) + convention(factor)
    table.nameRowsApart()
    return table
  }

  /// What readings that follow the recycling convention count in its place.
  private func convention(_ factor: Factor) -> [Text] {
    guard let cells = catalog.conventionalCells(of: factor) else { return [] }
    let value = cells.reduce(Number.zero) { $0 + $1.value }
    func names(_ recycling: Reading.Recycling, _ language: Language) -> String {
      catalog.readings.filter { $0.recycling == recycling }.map { $0.label[language] }
        .joined(separator: ", ")
    }
    return [
      Text(
        fr:
          "\(names(.convention, .french)) : \(value) kgCO2e/\(factor.unit.symbol), convention de "
          + "recyclage ; \(names(.full, .french)) : le total publié",
        en:
          "\(names(.convention, .english)): \(value) kgCO2e/\(factor.unit.symbol), recycling "
          + "convention; \(names(.full, .english)): the published total")
    ]
  }

  /// As many decimals as the longest of its values, so that what is shown adds up.
  private func decimals(of factor: Factor) -> Int {
    let values = [factor.total] + factor.cells.map(\.value)
    return values.map { value in
      value.description.split(separator: ".").dropFirst().first?.count ?? 0
    }.max() ?? 0
  }

  private func years(_ factor: Factor) -> String {
    switch (factor.from, factor.to) {
    case (nil, nil): "…–…"
    case (let from?, nil): "\(from)–…"
    case (nil, let to?): "…–\(to)"
    case (let from?, let to?): from == to ? "\(from)" : "\(from)–\(to)"
    }
  }

  private func provenance(_ factor: Factor) -> [Text] {
    let source = factor.provenance
    func line(_ label: Text, _ value: String) -> Text? {
      value.isEmpty ? nil : Text(fr: "\(label.fr) : \(value)", en: "\(label.en): \(value)")
    }
    return [
      line(Text(fr: "Source", en: "Source"), source.source),
      line(Text(fr: "Version", en: "Release"), source.release),
      line(Text(fr: "Identifiant", en: "Source id"), source.sourceIdentifier),
      line(Text(fr: "Licence", en: "Licence"), source.licence),
      line(Text(fr: "Région", en: "Region"), source.region),
      line(Text(fr: "Statut", en: "Status"), source.status),
      line(
        Text(fr: "Validité selon la source", en: "Validity, as the source says"), source.validity),
      line(
        Text(fr: "Incertitude", en: "Uncertainty"),
        factor.uncertainty.map { $0.description + " %" } ?? ""),
      line(Text(fr: "Remarque", en: "Note"), source.note),
    ].compactMap(\.self)
  }
}

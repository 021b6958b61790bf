import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Uncertainty

/// The footprints of all years, by scope.
struct YearsSection {
  private let years: [Footprint]

  /// Years of resources have nothing to stand here.
  init(_ years: [Footprint]) { self.years = years.filter(\.hasEmissions) }

  /// The scopes that any of the years has something in.
  private var scopes: [Scope] {
    Scope.allCases.filter { scope in
      years.contains { row(scope, $0) != nil }
    }
  }

  private func row(_ scope: Scope, _ footprint: Footprint) -> ExactAmount? {
    footprint.breakdown(by: .scope).first { $0.key == scope.identifier && !$0.isApart }?.amount
  }

  /// Short enough for a heading.
  private func title(_ scope: Scope) -> Text {
    scope == .notSplit ? scope.label : Text(same: "Scope \(scope.identifier)")
  }

  func table() -> ReportTable? {
    guard years.count > 1 else { return nil }
    let scopes = self.scopes
    var table = ReportTable(
      "years", Text(fr: "Les années (kgCO2e)", en: "The years (kgCO2e)"),
      columns: [.init("total", Text(same: "Total"), unit: "kgCO2e", adds: false)]
        + scopes.map { .init("scope-" + $0.identifier, title($0), unit: "kgCO2e", adds: false) }
        + [
          .init(
            "per-person", Text(fr: "Par personne", en: "Per person"), unit: "kgCO2e", adds: false)
        ], reach: .pages)
    table.statedUnit = "kgCO2e"
    for footprint in years {
      let people = footprint.campusYear.headCount
      let each = people.flatMap { footprint.total.divided(by: $0) }
      table.rows.append(
        .init(
          String(footprint.year), .outside(String(footprint.year)),
          [.amount(Figure(footprint.total))]
            + scopes.map { row($0, footprint).map { .amount(Figure($0)) } ?? .missing }
            + [each.map { .amount(Figure($0)) } ?? .missing], role: .apart))
      if let reason = footprint.campusYear.atypical {
        table.notes.append(
          Text(
            fr: "\(footprint.year) est atypique : \(reason).",
            en: "\(footprint.year) is atypical: \(reason)."))
      }
      if !footprint.isComplete {
        let missing = QualitySection(footprint, FindingLog()).incomplete()
        table.notes.append(
          Text(
            fr: "\(footprint.year) : \(missing.fr)", en: "\(footprint.year): \(missing.en)"))
      }
    }
    return table
  }

  /// The scopes of every year on each other.
  func picture() -> ReportPicture? {
    guard years.count > 1, let last = years.last else { return nil }
    let name = last.run.campus.name
    let columns = years.map { String($0.year) }
    let parts = scopes.map { scope in
      (
        label: scope.label,
        values: years.map { row(scope, $0).map { $0.toDouble() / 1000 } }
      )
    }
    let whiskers = years.map { footprint in
      let interval = UncertainYear(footprint).total.interval
      return Whisker(low: interval.low, high: interval.high)
    }
    return ReportPicture(under: "years") { language in
      let told = parts.map { part in
        part.label[language] + " "
          + zip(columns, part.values).map { year, value in
            year + " " + (value.map { ChartNumber.text($0, 0, language) } ?? "–") + " t"
          }.joined(separator: ", ")
      }
      return ColumnChart(
        frame: .inWords(
          "years-\(columns.last ?? "")",
          name + (language == .french ? " · les années, par scope" : " · the years, by scope"),
          told.joined(separator: ". ") + ".", language,
          unit: FootprintPictures.whiskers[language]),
        columns: columns,
        parts: parts.map { .init(label: $0.label[language], values: $0.values) },
        whiskers: whiskers
      ).svg()
    }
  }
}

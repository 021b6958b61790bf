import Diagnostics
import Footprint
import Inventory

/// What changed since the year before and since the base year, inside the report of a year.
struct ChangeSection {
  private let changes: [YearComparison]

  init(_ changes: [YearComparison]) { self.changes = changes }

  func tables() -> [ReportTable] {
    changes.flatMap { change -> [ReportTable] in
      let tables = ChangeTables(change)
      let year = change.before.year
      var why = tables.why(
        "-\(year)",
        title: Text(
          fr: "Pourquoi, depuis \(year) (kgCO2e)", en: "Why, since \(year) (kgCO2e)"))
      if let reason = change.before.campusYear.atypical {
        why.notes.append(
          Text(
            fr: "\(year) est atypique : \(reason).", en: "\(year) is atypical: \(reason)."))
      }
      if !change.before.isComplete {
        let missing = QualitySection(change.before, FindingLog()).incomplete()
        why.notes.append(Text(fr: "\(year) : \(missing.fr)", en: "\(year): \(missing.en)"))
      }
      let movers = tables.movers(
        "-\(year)",
        title: Text(
          fr: "Ce qui a le plus compté depuis \(year) (kgCO2e)",
          en: "What moved it most since \(year) (kgCO2e)"))
      return [why, movers].map { table in
        var table = table
        table.reach = .pages
        return table
      }
    }
  }

  func pictures() -> [ReportPicture] {
    changes.map { ChangeTables($0).picture(under: "why-\($0.before.year)") }
  }
}

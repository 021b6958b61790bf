import Diagnostics
import Scenarios

/// Where the campus stands against its own scenario, inside the report of a year.
struct TrajectorySection {
  private let outlook: Outlook

  init(_ outlook: Outlook) { self.outlook = outlook }

  func tables() -> [ReportTable] {
    let whole = OutlookReport(outlook).report()
    let told = whole.tables.filter { table in
      table.identifier == "plan" || table.identifier.hasPrefix("observed-")
        || table.identifier.hasPrefix("targets-")
    }
    // What a pledge leads to is told in words before the tables that show it.
    var tables = told.enumerated().map { place, table in
      var table = table
      table.reach = .pages
      if place == 0 {
        let label = outlook.scenario.label
        table.title = Text(
          fr: "Trajectoire · \(label.fr) · \(table.title.fr)",
          en: "Trajectory · \(label.en) · \(table.title.en)")
      }
      return table
    }
    if !tables.isEmpty {
      let words = whole.headlines.map { Self.withoutIndent($0) }
      tables[0].notes = whole.warnings + words + tables[0].notes
      tables[0].notes.append(
        Text(
          fr: "Tout ce scénario : `empreinte scenario run \(outlook.scenario.identifier)`.",
          en: "All of this scenario: `empreinte scenario run \(outlook.scenario.identifier)`."))
    }
    return tables
  }

  func picture() -> ReportPicture {
    let outlook = outlook
    return ReportPicture(under: tables().first?.identifier ?? "") {
      ScenarioCharts(outlook, language: $0).svg(.trajectory)
    }
  }

  private static func withoutIndent(_ text: Text) -> Text {
    Text(fr: String(text.fr.drop { $0 == " " }), en: String(text.en.drop { $0 == " " }))
  }
}

import Diagnostics
import Scenarios

/// Where the campus stands against its own scenario, inside the report of a year.
struct TrajectorySection {
  private let outlook: Outlook
  private let draws: PlanDraws?
  let tables: [ReportTable]

  init(_ outlook: Outlook) {
    self.outlook = outlook
    draws = PlanDraws(outlook)
    let (words, told) = OutlookReport(outlook, draws: draws).trajectory()
    var tables = told
    for place in tables.indices { tables[place].reach = .pages }
    if !tables.isEmpty {
      let label = outlook.scenario.label
      let title = tables[0].title
      tables[0].title = Text(
        fr: "Trajectoire · \(label.fr) · \(title.fr)", en: "Trajectory · \(label.en) · \(title.en)")
      // What a pledge leads to is told in words before the tables that show it.
      tables[0].notes = words.map(Self.withoutIndent) + tables[0].notes
      tables[0].notes.append(
        Text(
          fr: "Tout ce scénario : `empreinte scenario run \(outlook.scenario.identifier)`.",
          en: "All of this scenario: `empreinte scenario run \(outlook.scenario.identifier)`."))
    }
    self.tables = tables
  }

  func picture() -> ReportPicture {
    let (outlook, draws) = (outlook, draws)
    return ReportPicture(under: tables.first?.identifier ?? "") {
      ScenarioCharts(outlook, language: $0, draws: draws).svg(.trajectory)
    }
  }

  private static func withoutIndent(_ text: Text) -> Text {
    Text(fr: String(text.fr.drop { $0 == " " }), en: String(text.en.drop { $0 == " " }))
  }
}

import TestSupport
import Testing

/// What stands beside an official reading: what was asked for, and what is planned.
struct RegisterTests {
  private static let rows = """
    period,site,activity,quantity,unit
    2023,main,natural-gas,100000,kWh PCS
    2023,main,electricity,100000,kWh
    2023,main,meal-average,1000,meal

    """

  private static let plan = """
    format: 1
    label: p
    base: 2023
    horizon: 2040
    milestones: [2023, 2030, 2040]
    measures:
      sobriety:
        start: 2024
        effects: [{less: 10 %, of: {activity: [natural-gas, electricity]}}]
        assumption: true
      pumps:
        start: 2025
        effects: [{move: 50 %, of: {activity: natural-gas}, to: electricity, ratio: 0.3 kWh/kWh PCS}]
        assumption: true
      promise:
        start: 2025
        effects: [{tonnes: 1 tCO2e, of: {activity: meal-average}}]
        assumption: true

    """

  private func campus(_ more: String) throws -> TemporaryFolder {
    try CampusFixture.campus(
      ["activity/a.csv": Self.rows, "scenarios/p.yaml": Self.plan],
      yaml: CampusFixture.yaml + more)
  }

  @Test func `the transition plan adds up to what the plan saves, scope by scope`() throws {
    let campus = try campus("scenario: p\n")
    let cells = try ReportCells(["report", "2023", "--reading", "beges"], in: campus)
    let run = try ReportCells(["scenario", "run", "p"], in: campus)
    for year in ["2030", "2040"] {
      let saved = try #require(run["plan/reference/\(year)"]) - #require(run["plan/plan/\(year)"])
      let told = try #require(
        cells["transition-plan/total/\(year == "2030" ? "total" : "horizon")"])
      #expect(abs(saved - told) < 1e-9)
    }
    for measure in ["sobriety", "pumps", "promise", "total"] {
      let parts = ["direct", "energy", "indirect"].compactMap {
        cells["transition-plan/\(measure)/\($0)"]
      }
      let whole = try #require(cells["transition-plan/\(measure)/total"])
      #expect(parts.count == 3 && abs(parts.reduce(0, +) - whole) < 1e-9, "\(measure)")
    }
    // A heat pump burns less gas and uses more electricity.
    #expect(try #require(cells["transition-plan/pumps/direct"]) > 0)
    #expect(try #require(cells["transition-plan/pumps/energy"]) < 0)
    #expect(cells["transition-plan/promise/indirect"] == 1)
    #expect(cells.texts["transition-plan/pumps/start"] == "2025")
    #expect(cells.notes.contains { $0.table == "transition-plan" && $0.text.contains("promise") })
  }

  @Test func `without a scenario there is no plan`() throws {
    let cells = try ReportCells(["report", "2023", "--reading", "beges"], in: try campus(""))
    #expect(!cells.has(table: "transition-plan") && !cells.has(table: "collection"))
    let named = try ReportCells(
      ["report", "2023", "--reading", "iso-14064-1", "--scenario", "p"], in: try campus(""))
    #expect(named.has(table: "transition-plan"))
  }

  @Test func `the collection matrix says what came`() throws {
    let campus = try campus(
      """
      collection:
        - {what: "=bills", from: "@service", post: energy, asked: 2024-01-31, received: 01/02/2024, files: [activity/a.csv]}
        - {what: old, from: b, years: [2022]}
        - {what: awaited, from: c, asked: 2024-02-29, note: soon}

      """)
    for arguments in [["report", "2023"], ["report", "2023", "--reading", "ghg-protocol"]] {
      let cells = try ReportCells(arguments, in: campus)
      #expect(cells["collection/collection-1/rows"] == 3)
      #expect(cells.texts["collection/collection-1/received"] == "2024-02-01")
      #expect(cells.texts["collection/collection-1/from"] == "@service")
      #expect(cells.texts["collection/collection-2/asked"] == "2024-02-29")
      #expect(cells.texts["collection/collection-2/received"] == nil)
      #expect(cells.texts["collection/collection-3/asked"] == nil)
      #expect(cells.notes.contains { $0.text == "Received: 1 of 2." })
    }
    let french = try Program.run(
      ["report", "2023", "-O", "md", "--lang", "fr"], in: campus.path)
    #expect(french.output.contains("31/01/2024"))
  }

  @Test(arguments: [
    "{from: a}", "{what: a, from: '  '}", "{what: a, from: b, asked: 2023-02-29}",
    "{what: a, from: b, asked: 2024-02-02, received: 2024-02-01}",
    "{what: a, from: b, years: [12]}", "{what: a, from: b, who: c}",
    "{what: a, from: b, post: enrgy}",
  ])
  func `what cannot be is refused where it stands`(entry: String) throws {
    let campus = try campus("collection:\n  - \(entry)\n")
    let run = try Program.run(["check"], in: campus.path)
    #expect(run.status != 0 && (run.output + run.errors).contains("campus.yaml:12:"), "\(run)")
  }
}

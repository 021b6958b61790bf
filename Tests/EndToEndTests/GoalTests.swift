import TestSupport
import Testing

/// The sheet by Sustainable Development Goal: what two schools publish, and what goes with a weather.
struct GoalTests {
  private func cells(_ example: String, _ year: String) throws -> ReportCells {
    let folder = try CampusFixture.copy(of: example)
    return try ReportCells(["-C", "campus", "report", year, "--by", "sdg"], in: folder)
  }

  /// mission-facts: IMT Mines Alès, report 2019/2020.
  @Test func `what Alès publishes of 2020`() throws {
    let cells = try cells("mines-ales", "2020")
    #expect(cells["sdg-6/water-supply/2020"] == 12_390)
    // 12 390 m³ / 1 844 people.
    #expect(abs(try #require(cells["sdg-6/water-per-person/2020"]) - 6.719) < 0.001)
    // 32 of 70 t: 45.7 %; with 16 t burnt for energy 68.6 %.
    #expect(abs(try #require(cells["sdg-12/recycling-rate/2020"]) - 32.0 / 70) < 1e-9)
    #expect(abs(try #require(cells["sdg-12/recovery-rate/2020"]) - 48.0 / 70) < 1e-9)
    #expect(cells["sdg-12/waste/2020"] == 70)
    // 11.5 t for 46 384 meals: 248 g.
    #expect(abs(try #require(cells["sdg-12/food-waste-per-meal/2020"]) - 0.2479) < 1e-4)
    #expect(cells["sdg-12/meals/2020"] == 46_384)
    #expect(cells["sdg-12/food-organic/2020"] == 0.2 && cells["sdg-12/food-organic/2019"] == 0.18)
    #expect(cells["sdg-13/total/2019"] == 3294.519 && cells["sdg-13/travel/2019"] == 1393.319)
    // 3 294 519 kg / 35 135 k€.
    #expect(abs(try #require(cells["sdg-13/per-keuro/2019"]) - 93.7674) < 1e-4)
    // No footprint is made up for 2020.
    #expect(cells["sdg-13/total/2020"] == nil)
  }

  @Test func `what Alès publishes of its energy`() throws {
    let cells = try cells("mines-ales-energy-2020", "2020")
    for (name, share) in [
      ("natural-gas-energy-share", 0.59), ("electricity-low-carbon", 0.92),
      ("electricity-renewable", 0.25), ("low-carbon", 0.3772), ("renewable", 0.1025),
    ] {
      #expect(abs(try #require(cells["sdg-7/\(name)/2020"]) - share) < 1e-12, "\(name)")
    }
    // 0.59 · 0.204 / (0.59 · 0.204 + 0.41 · 0.0599).
    #expect(abs(try #require(cells["sdg-7/natural-gas-carbon-share/2020"]) - 0.8305) < 1e-4)
  }

  /// mission-facts: IMT Mines Albi, report 2023.
  @Test func `what Albi publishes of 2023`() throws {
    let cells = try cells("mines-albi", "2023")
    #expect(cells["sdg-6/water-supply/2023"] == 26_681)
    // −22 % since 2018, although 2022 is the base year: it has no water.
    #expect(abs(try #require(cells["sdg-6/water-supply/change"]) + 0.22) < 1e-4)
    #expect(cells.texts["sdg-6/water-supply/since"] == "2018")
    #expect(cells["sdg-11/fleet-electric/2023"] == 10 && cells["sdg-11/fleet/2023"] == 30)
    #expect(cells["sdg-12/food-local/2023"] == 0.07)
    #expect(cells["sdg-13/total/2022"] == 4784)
    #expect(cells["targets-tCO2e/albi-compound/2048"].map { $0.rounded() } == 2167)
  }

  private static let yaml = """
    format: 1
    name: Test campus
    language: en
    base-year: 2021
    heating: {natural-gas: 80 %}
    years:
      2021: {degree-days: 2000, fleet: {electric: 1, diesel: 3}}
      2022: {fleet: {electric: 2, diesel: 2, gas: 0}}
      2023:
        degree-days: 1600
        published:
          - {label: "=2+2", value: "<b>", goal: 13}

    """

  private static let rows = """
    period,activity,quantity,unit
    2021,natural-gas,1000,kWh PCS
    2022,natural-gas,1000,kWh PCS
    2023,natural-gas,1000,kWh PCS

    """

  @Test func `heating is told as the weather of the base year would have had it`() throws {
    let campus = try CampusFixture.campus(["activity/a.csv": Self.rows], yaml: Self.yaml)
    let sheet = try ReportCells(["report", "2023", "--by", "sdg"], in: campus)
    // 80 % of 1 000 kWh heat; a winter of 2 000 degree-days in place of 1 600 makes 1 000 of 800.
    #expect(sheet["sdg-7/heating/2023"] == 800)
    #expect(sheet["sdg-7/heating-corrected/2021"] == 800)
    #expect(sheet["sdg-7/heating-corrected/2022"] == nil)
    #expect(sheet["sdg-7/heating-corrected/2023"] == 1000)
    #expect(sheet["sdg-7/heating-corrected/change"] == 0.25)
    let year = try ReportCells(["report", "2023"], in: campus)
    #expect(year["energy/heating-corrected/energy"] == 1000)
    let base = try ReportCells(["report", "2021"], in: campus)
    #expect(base["energy/heating/energy"] == 800 && base["energy/heating-corrected/energy"] == nil)
  }

  @Test func `vehicles are told by motor, and those that are not named are not zero`() throws {
    let campus = try CampusFixture.campus(["activity/a.csv": Self.rows], yaml: Self.yaml)
    let cells = try ReportCells(["report", "2022", "--by", "sdg"], in: campus)
    #expect(cells["sdg-11/fleet-electric-share/2021"] == 0.25)
    #expect(cells["sdg-11/fleet-electric-share/2022"] == 0.5)
    #expect(cells["sdg-11/fleet-gas/2022"] == 0 && cells["sdg-11/fleet-gas/2021"] == nil)
    #expect(cells["sdg-11/fleet-petrol/2022"] == nil)
    #expect(cells["sdg-11/fleet-diesel/change"].map { abs($0 + 1.0 / 3) < 1e-9 } == true)
    let year = try ReportCells(["report", "2022"], in: campus)
    #expect(year["fleet/total/vehicles"] == 4)
  }

  @Test func `what is stated stays text`() throws {
    let campus = try CampusFixture.campus(["activity/a.csv": Self.rows], yaml: Self.yaml)
    let page = try Program.run(["report", "2023", "--by", "sdg", "-O", "html"], in: campus.path)
    #expect(page.output.contains("&lt;b&gt;") && !page.output.contains("<b>"))
    let csv = try Program.run(["report", "2023", "--by", "sdg", "-O", "csv"], in: campus.path)
    #expect(csv.output.contains("'=2+2"))
  }

  @Test(arguments: [
    ("fleet: {steam: 3}", "unknown-key"), ("fleet: {electric: -1}", "not negative"),
    ("food: {organic: 12 kg}", "bad-campus-value"),
    ("published: [{label: a, value: b, goal: 5}]", "6, 7, 11, 12"),
  ])
  func `what cannot be is refused where it stands`(yaml: String, wanted: String) throws {
    let campus = try CampusFixture.campus(
      ["activity/a.csv": Self.rows], yaml: Self.yaml + "  2024:\n    \(yaml)\n")
    let run = try Program.run(["report", "2023"], in: campus.path)
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.contains("campus.yaml:14:"), "\(run.errors)")
    #expect(run.errors.contains(wanted), "\(run.errors)")
  }

  @Test func `a fifth year leaves the base year in the sheet`() throws {
    let rows = (2018...2024).map { "\($0),natural-gas,\($0),kWh PCS\n" }.joined()
    let campus = try CampusFixture.campus(
      ["activity/a.csv": "period,activity,quantity,unit\n" + rows],
      yaml: "format: 1\nname: c\nbase-year: 2019\n")
    let cells = try ReportCells(["report", "2024", "--by", "sdg"], in: campus)
    for year in [2019, 2022, 2023, 2024] {
      #expect(cells["sdg-7/natural-gas/\(year)"] == Double(year))
    }
    #expect(cells["sdg-7/natural-gas/2018"] == nil && cells["sdg-7/natural-gas/2021"] == nil)
    #expect(cells.texts["sdg-7/natural-gas/since"] == "2019")
  }
}

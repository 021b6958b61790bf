import Foundation
import TestSupport
import Testing

/// `empreinte scenario`, as it is typed.
struct ScenarioTests {
  private func run(_ example: String, _ arguments: String...) throws -> (
    status: Int32, output: String, errors: String
  ) {
    let run = try Program.run(
      ["-C", "Examples/" + example, "scenario"] + arguments, in: Program.root)
    return (run.status, run.output, run.errors)
  }

  /// The text with its blanks made one.
  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `check says that the scenario of campus.yaml is not there`() throws {
    func check(_ name: String) throws -> Program.Result {
      let campus = try CampusFixture.campus(
        [
          "activity/a.csv": "period,activity,quantity,unit\n2023,natural-gas,1000,kWh PCS\n",
          "scenarios/plan.yaml": "format: 1\nlabel: Plan\n",
        ], yaml: "format: 1\nname: c\nlanguage: en\nnumbers: {decimal: point}\nscenario: \(name)\n")
      return try Program.run(["check"], in: campus.path)
    }
    for name in ["plan", "snbc3", "scenarios/plan.yaml"] {
      #expect(try check(name).status == 0, "\(name)")
    }
    let wrong = try check("plann")
    #expect(wrong.status == 1 && wrong.output.contains("campus.yaml:5:11"), "\(wrong)")
    #expect(wrong.output.contains("unknown-scenario") && wrong.output.contains("“plan”"))
  }

  @Test func `the pledge of Albi, in both readings`() throws {
    // 4 784 × 0.97^8, ^18, ^26, ^28 and 4 784 × (1 − 0.03 n): reference §1.3 of the mission.
    let english = try run("mines-albi", "run", "albi-pledge", "--lang", "en")
    #expect(english.status == 0, "\(english.errors)")
    let text = flat(english.output)
    for line in [
      "2030: 3,749 t · 2040: 2,765 t · 2048: 2,167 t · 2050: 2,039 t",
      "2030: 3,636 t · 2040: 2,201 t · 2048: 1,052 t · 2050: 765 t",
      "conventions allow 478 t (10%) to remain: 4.5 times that in 2048, 4.3 times that in 2050",
      "−50% is reached in 2045, −90% is reached in 2098",
      "for −90% in 2048, from 2022: 8.48% a year compound, or 3.46% of the base (166 t a year)",
      "for −90% in 2050, from 2022: 7.89% a year compound, or 3.21% of the base (154 t a year)",
      "93,542 t emitted, 17,237 t more than a straight line to −90%, 34,182 t more than −4.2% of "
        + "the base a year, whose whole budget is spent in 2037",
      "Scopes 1 and 2 in 2048: not computable, 2022 was declared without scopes",
      "Scope 3 in 2050 – assumption, no source",
    ] {
      #expect(text.contains(line), "\(line)\n\(english.output)")
    }
    #expect(english.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let french = try run("mines-albi", "run", "albi-pledge", "--lang", "fr")
    #expect(flat(french.output).contains("non calculable, 2022 est déclaré sans scopes"))
    for output in [english.output, french.output] {
      #expect(!output.lowercased().contains("neutr"))
    }
  }

  @Test func `the pledge of Alès starts from its own year`() throws {
    let ales = try run("mines-ales", "run", "three-percent", "--lang", "en")
    let text = flat(ales.output)
    #expect(text.contains("from 3,295 t in 2019"))
    #expect(text.contains("2030: 2,357 t · 2040: 1,738 t · 2048: 1,362 t · 2050: 1,281 t"))
    #expect(text.contains("−50% is reached in 2042, −90% is reached in 2095"))
    #expect(text.contains("whose whole budget is spent in 2034"))
  }

  @Test func `a later year is now, and the clock is not asked`() throws {
    let demo = try run("demo-campus", "run", "three-percent", "--lang", "en")
    #expect(demo.status == 0)
    #expect(demo.output.contains("from 2023:"))
  }

  @Test func `figures for programs`() throws {
    let csv = try run("mines-albi", "run", "albi-pledge", "-O", "csv", "--lang", "en")
    #expect(csv.output.contains("2166.98678"), "\(csv.output)")
    let json = try run("mines-albi", "run", "albi-pledge", "-O", "json")
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect(value is [String: Any])
  }

  @Test func `every shipped scenario runs on every example`() throws {
    let list = try run("mines-albi", "list", "--lang", "en")
    let names = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.count >= 9)
    for name in names.map(String.init) {
      #expect(try run("demo-campus", "check", name).status == 0, "\(name)")
      for example in ["demo-campus", "mines-albi", "mines-ales"] {
        let result = try run(example, "run", name)
        // A shelf of measures is checked, and not run.
        let expected: Int32 = name == "campus-measures" ? 64 : 0
        #expect(result.status == expected, "\(example) \(name): \(result.errors)")
      }
    }
  }

  @Test func `a scenario of the campus comes before a shipped one, and a path before both`() throws
  {
    let campus = try CampusFixture.sound()
    let plan = "format: 1\nlabel: mine\ntargets: {a: {path: [{rate: 3 %, method: linear}]}}\n"
    try campus.write(plan, to: "scenarios/snbc3.yaml")
    try campus.write(plan.replacing("mine", with: "other"), to: "elsewhere/snbc3.yaml")
    let own = try Program.run(["scenario", "run", "snbc3"], in: campus.path)
    #expect(own.output.contains("· mine"), "\(own.errors)")
    let named = try Program.run(["scenario", "run", "elsewhere/snbc3.yaml"], in: campus.path)
    #expect(named.output.contains("· other"))
  }

  @Test func `what is wrong is told before anything is computed`() throws {
    let campus = try CampusFixture.sound()
    try campus.write(
      "format: 1\nlabel: x\ntargets:\n  a: {post: enrgy, path: [{rate: 3 %}]}\n",
      to: "scenarios/plan.yaml")
    let check = try Program.run(["scenario", "check", "plan"], in: campus.path)
    #expect(check.status == 1)
    #expect(check.output.contains("scenarios/plan.yaml:4:34: error"), "\(check.output)")
    #expect(check.output.contains("unqualified-rate") && check.output.contains("unknown-post"))
    let run = try Program.run(["scenario", "run", "plan"], in: campus.path)
    #expect(run.status == 65 && run.output.isEmpty && run.errors.contains("unqualified-rate"))
    // The check of the campus says it too.
    #expect(try Program.run(["check"], in: campus.path).status == 1)
    let missing = try Program.run(["scenario", "run", "plna"], in: campus.path)
    #expect(missing.status == 64 && missing.errors.contains("“plan”"))
    let nothing = try Program.run(["scenario", "run", "no/such.yaml"], in: campus.path)
    #expect(nothing.status == 66)
  }
}

/// Plans, as they are typed.
struct PlanCommandTests {
  private static let rows = """
    period,site,activity,quantity,unit
    2023,main,natural-gas,4000,MWh PCS
    2023,main,natural-gas,2000000,kWh PCS
    2023,main,electricity,5000,MWh
    2023,main,water-supply,120,m3

    """
  private static let plan = """
    format: 1
    label: plan
    base: 2023
    milestones: [2023, 2030]
    measures:
      insulation:
        start: 2024
        rebound: 10 %
        effects: [{less: 30 %, of: {activity: natural-gas}}]
      pumps:
        start: 2024
        effects: [{move: 80 %, of: {activity: natural-gas}, to: electricity, ratio: 0.3 kWh/kWh PCS}]

    """

  private func campus(_ plan: String = plan) throws -> TemporaryFolder {
    try CampusFixture.campus(["activity/2023/a.csv": Self.rows, "scenarios/plan.yaml": plan])
  }

  /// The cells of the CSV form, by row and column.
  private func cells(_ output: String) -> [String: String] {
    var cells: [String: String] = [:]
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if parts.count >= 6 { cells["\(parts[0])/\(parts[1])/\(parts[4])"] = parts[5] }
    }
    return cells
  }

  @Test func `rows in two units are one line, and the base year is the inventory`() throws {
    let campus = try campus()
    let run = try Program.run(
      ["scenario", "run", "plan", "-O", "csv", "--lang", "en"], in: campus.path)
    #expect(run.status == 0, "\(run.errors)")
    let cells = cells(run.output)
    // Gas 2023: 0.215 (element 37133); electricity 0.058 (43273); water 0.132 × 120 = 15.84 kg.
    let report = try Program.run(["report", "2023", "-O", "json"], in: campus.path)
    #expect(report.status == 0)
    let before = try #require(Double(cells["plan/reference/2023"] ?? ""))
    #expect(abs(before - (6000 * 0.215 + 5000 * 0.058)) < 0.1)
    #expect(cells["plan/plan/2023"] == cells["plan/reference/2023"])
    // 6 000 × 0.73 = 4 380 MWh of heat; a fifth stays gas, 3 504 become 1 051.2 MWh of electricity.
    let expected = before - 6000 * 0.215 + 4380 * 0.2 * 0.215 + 4380 * 0.8 * 0.3 * 0.058
    let after = try #require(Double(cells["plan/plan/2030"] ?? ""))
    #expect(abs(after - expected) < 1e-6)
    let shares = ["insulation", "pumps"].compactMap { Double(cells["shares/\($0)/2030"] ?? "") }
    #expect(abs(shares.reduce(0, +) - (before - after)) < 1e-5)
  }

  @Test func `rows in another order give the same bytes`() throws {
    let campus = try campus()
    let first = try Program.run(["scenario", "run", "plan"], in: campus.path)
    var lines = Self.rows.split(separator: "\n").map { $0 + "\n" }
    lines[1...].reverse()
    try campus.write(lines.joined(), to: "activity/2023/a.csv")
    let second = try Program.run(["scenario", "run", "plan"], in: campus.path)
    #expect(first.output == second.output && first.status == 0)
  }

  @Test(arguments: [
    ("less: 30 %", "less: 30", "bad-campus-value"),
    ("less: 30 %", "less: 130 %", "bad-campus-value"),
    ("less: 30 %", "fewer: 30 %", "bad-campus-value"),
    ("natural-gas}, to", "natural-gass}, to", "unknown-activity"),
    ("to: electricity", "to: electricty", "unknown-activity"),
    ("0.3 kWh/kWh PCS", "0.3", "bad-campus-value"),
    ("0.3 kWh/kWh PCS", "0.3 L/kWh PCS", "ratio-mismatch"),
    ("start: 2024\n    rebound", "start: 2024\n    end: 2020\n    rebound", "years-out-of-order"),
    ("move: 80 %", "move: 180 %", "bad-campus-value"),
    ("pumps:\n    start: 2024", "pumps:\n    start: soon", "wrong-type"),
    ("rebound: 10 %", "rebound: 10 %\n    ramp: 0", "bad-campus-value"),
    ("activity: natural-gas}}", "site: sud}}", "unknown-site"),
    ("of: {activity: natural-gas}}", "of: {}}", "bad-campus-value"),
    ("of: {activity: natural-gas}}", "of: {activity: }}", "bad-campus-value"),
    ("start: 2024\n    rebound", "start: 2020\n    rebound", "years-out-of-order"),
    ("label: plan", "label: plan\nhorizon: 2020", "years-out-of-order"),
    ("rebound: 10 %", "rebound: 10 %\n    of: {site: sud}", "unknown-site"),
  ])
  func `what is wrong in a plan is located`(from: String, to: String, finding: String) throws {
    let plan = Self.plan.replacing(from, with: to)
    #expect(plan != Self.plan, "\(from)")
    let campus = try campus(plan)
    let run = try Program.run(["scenario", "run", "plan", "--lang", "en"], in: campus.path)
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.contains("[\(finding)]"), "\(run.errors)")
    #expect(run.errors.contains("scenarios/plan.yaml:"))
  }

  @Test func `a plan without a footprint to start from says so`() throws {
    let campus = try campus(Self.plan.replacing("base: 2023", with: "base: 2019"))
    let run = try Program.run(["scenario", "run", "plan", "--lang", "en"], in: campus.path)
    #expect(run.status == 0)
    #expect(run.output.contains("The plan is not computable: no data for 2019"), "\(run.output)")
  }

  @Test func `a horizon before the base year of the campus is told, and stops nothing else`() throws
  {
    let campus = try campus(
      Self.plan.replacing("base: 2023\n", with: "").replacing(
        "milestones: [2023, 2030]", with: "horizon: 2020"))
    let run = try Program.run(["scenario", "run", "plan", "--lang", "en"], in: campus.path)
    #expect(run.status == 65 && run.errors.contains("2020 does not come after 2023"))
    #expect(try Program.run(["scenario", "check", "plan"], in: campus.path).status == 1)
    #expect(try Program.run(["check"], in: campus.path).status == 1)
  }

  @Test func `a measure of the shelf keeps to what both say`() throws {
    // Sobriety takes 13 % of gas and 10 % of electricity; narrowed to gas, the electricity stays.
    let campus = try campus(
      "format: 1\nlabel: p\nbase: 2023\nmilestones: [2023, 2030]\nmeasures:\n"
        + "  s: {from: campus-measures, like: sobriety, start: 2024, of: {activity: natural-gas}}\n"
    )
    let run = try Program.run(
      ["scenario", "run", "plan", "-O", "csv", "--lang", "en"], in: campus.path)
    let cells = cells(run.output)
    let share = try #require(Double(cells["shares/s/2030"] ?? ""))
    #expect(abs(share - 0.13 * 6000 * 0.215) < 1e-6)
  }

  @Test func `what acts on a site acts on what is moved there, and not elsewhere`() throws {
    // Half of the gas of each site becomes electricity; at north it is then cut by 60 %.
    let yaml = CampusFixture.yaml.replacing(
      "    name: Main site", with: "    name: Main site\n  north: {name: North}")
    let plan = """
      format: 1
      label: p
      base: 2023
      milestones: [2030]
      measures:
        pumps: {start: 2024, effects: [{move: 50 %, of: {activity: natural-gas}, to: electricity, ratio: 1 kWh/kWh PCS}]}
        solar: {start: 2024, effects: [{factor: 60 %, of: {activity: electricity, site: north}}]}

      """
    let rows = [
      "2023,main,natural-gas,1000,kWh PCS", "2023,north,natural-gas,1000,kWh PCS",
    ]
    for rows in [rows, rows.reversed()] {
      let campus = try CampusFixture.campus(
        [
          "activity/a.csv": "period,site,activity,quantity,unit\n"
            + rows.joined(separator: "\n") + "\n", "scenarios/plan.yaml": plan,
        ], yaml: yaml)
      let run = try Program.run(
        ["scenario", "run", "plan", "-O", "csv", "--lang", "en"], in: campus.path)
      #expect(run.status == 0, "\(run.errors)")
      let value = try #require(Double(cells(run.output)["plan/plan/2030"] ?? ""))
      // 1 000 kWh stay gas; 500 of electricity at main, 500 × 0.4 at north.
      #expect(abs(value - (1000 * 0.215 + 700 * 0.058) / 1000) < 1e-6)
    }
  }

  @Test func `a shelf of measures is taken from, and not run`() throws {
    let campus = try campus(
      "format: 1\nlabel: p\nbase: 2023\nmeasures:\n"
        + "  pumps: {from: campus-measures, like: heat-pump, start: 2024, of: {site: main}}\n")
    let run = try Program.run(["scenario", "run", "plan", "--lang", "en"], in: campus.path)
    #expect(run.status == 0 && run.output.contains("Heat pump in place of gas"), "\(run.errors)")
    #expect(run.output.contains("assumption, no source"))
    let shelf = try Program.run(["scenario", "run", "campus-measures"], in: campus.path)
    #expect(shelf.status == 64)
  }
}

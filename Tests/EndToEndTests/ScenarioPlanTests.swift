import Foundation
import TestSupport
import Testing

/// What a plan costs, what it is told beside, one of its measures explained, two plans compared.
struct ScenarioPlanTests {
  private static let rows = """
    period,site,activity,quantity,unit
    2023,main,natural-gas,6000,MWh PCS
    2023,main,electricity,5000,MWh

    """
  private static let plan = """
    format: 1
    label: plan
    base: 2023
    horizon: 2026
    milestones: [2024, 2026]
    costs: {discount: 0 %, currency: EUR HT}
    prices:
      gas: {values: {2023: 0.1}, unit: EUR HT/kWh PCS, of: {activity: natural-gas}}
      power: {values: {2023: 0}, unit: EUR HT/kWh, of: {activity: electricity}}
    measures:
      insulation:
        start: 2025
        ramp: 2
        rebound: 10 %
        capex: 900000 EUR HT
        lifetime: 30
        effects: [{less: 30 %, of: {activity: natural-gas}}]
      pumps:
        start: 2024
        opex: 1000 EUR HT
        effects: [{move: 80 %, of: {activity: natural-gas}, to: electricity, ratio: 0.3 kWh/kWh PCS}]
    sinks:
      hedges: {amount: 10 tCO2e, start: 2024}
    credits:
      bought: {amount: 5000 tCO2e, start: 2024}

    """

  private func campus(_ plan: String = plan, rows: String = rows) throws -> TemporaryFolder {
    try CampusFixture.campus(["activity/2023/a.csv": rows, "scenarios/plan.yaml": plan])
  }

  private func run(_ campus: TemporaryFolder, _ arguments: String...) throws -> (
    status: Int32, output: String, errors: String
  ) {
    let run = try Program.run(["scenario"] + arguments + ["--lang", "en"], in: campus.path)
    return (run.status, run.output, run.errors)
  }

  /// The cells of the CSV form, by table, row and column.
  private func cells(_ output: String) -> [String: Double] {
    var cells: [String: Double] = [:]
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if parts.count >= 6 { cells["\(parts[0])/\(parts[1])/\(parts[4])"] = Double(parts[5]) }
    }
    return cells
  }

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Costs

  @Test func `what a plan costs, to the euro`() throws {
    let result = try run(try campus(), "run", "plan", "-O", "csv")
    #expect(result.status == 0, "\(result.errors)")
    let cells = cells(result.output)
    // Without a discount. Two halves of 900 000 over 30 years: 15 000 in 2025, 30 000 in 2026.
    // Gas is 6 GWh at 0.1 €: 600 000 € a year. Insulation leaves 0.865 of it in 2025 and 0.73 in 2026,
    // the pumps a fifth from 2024 on. Two measures: a Shapley share is the mean of first and last.
    let gas = 600_000.0
    let (half, whole) = (0.135, 0.27)
    let insulation = [half, whole].map { gas * ($0 + $0 * 0.2) / 2 }
    let value = insulation.reduce(0, +) - 45_000
    #expect(abs((cells["costs/insulation/value"] ?? 0) - value) < 0.01)
    #expect(cells["costs/insulation/investment"] == 900_000)
    #expect(abs((cells["costs/insulation/saving"] ?? 0) - insulation[1]) < 0.01)
    let pumps = [0, half, whole].map { gas * (0.8 + 0.8 * (1 - $0)) / 2 }
    #expect(
      abs((cells["costs/pumps/value"] ?? 0) - (pumps.reduce(0, +) - 3000)) < 0.01)
    // Tonnes are those of the shares, and their cost is the one divided by the other.
    let tonnes = try #require(cells["costs/pumps/tonnes"])
    let perTonne = try #require(cells["costs/pumps/per-tonne"])
    #expect(abs(perTonne * tonnes + (pumps.reduce(0, +) - 3000)) < 1)
    // The curve is that of the plan: its tonnes are what the plan saves.
    let saved =
      try #require(cells["plan/reference/cumulative"]) - (cells["plan/plan/cumulative"] ?? 0)
    #expect(abs((cells["costs/total/tonnes"] ?? 0) - saved) < 1e-4)
  }

  @Test func `what is moved to something without a price has no net value`() throws {
    let price = "  power: {values: {2023: 0}, unit: EUR HT/kWh, of: {activity: electricity}}\n"
    let campus = try campus(Self.plan.replacing(price, with: ""))
    let cells = cells(try run(campus, "run", "plan", "-O", "csv").output)
    #expect(cells["costs/pumps/value"] == nil && cells["costs/pumps/per-tonne"] == nil)
    #expect(cells["costs/insulation/value"] != nil && cells["costs/total/value"] == nil)
    let text = flat(try run(campus, "run", "plan").output)
    #expect(text.contains("neither saved nor paid: electricity"))
    #expect(text.contains("Without a net value") && text.contains("has no price: pumps."))
    // The picture says it to whoever does not see it.
    let svg = try run(campus, "run", "plan", "-O", "svg", "--chart", "costs").output
    #expect(svg.contains("has no price: pumps."))
  }

  @Test func `money that is not where it should be is said`() throws {
    func check(_ old: String, _ new: String) throws -> String {
      try run(try campus(Self.plan.replacing(old, with: new)), "check", "plan").output
    }
    // Paid by the base year, a subsidy larger than what is paid, a price for something else.
    let capex = "capex: 900000 EUR HT"
    #expect(try check(capex, "capex: {2020: 9 EUR HT}").contains("2020 does not come after 2023"))
    #expect(try check(capex, capex + "\n    subsidy: 900001 EUR HT").contains("bad-campus-value"))
    #expect(try check("EUR HT/kWh PCS", "EUR HT/kWh").contains("[price-unit]"))
    #expect(try check("lifetime: 30", "lag: 9").contains("[never-acts]"))
    // Without a lifetime all of it is charged at once.
    let once = try campus(Self.plan.replacing("    lifetime: 30\n", with: ""))
    let text = flat(try run(once, "run", "plan").output)
    #expect(text.contains("What has no `lifetime` is charged in full in the year it is paid."))
    let cells = cells(try run(once, "run", "plan", "-O", "csv").output)
    #expect(cells["costs/insulation/investment"] == 900_000)
  }

  @Test func `a measure of another plan keeps its costs, and the rest is checked again`() throws {
    let campus = try campus()
    try campus.write(
      "format: 1\nlabel: other\nextends: plan\ncosts: {discount: 6 %}\nmeasures:\n"
        + "  insulation: {from: plan, capex: 1000 EUR HT, subsidy: 10 EUR HT}\n",
      to: "scenarios/other.yaml")
    let text = flat(try run(campus, "run", "other").output)
    #expect(text.contains("at 6% a year") && text.contains("(EUR HT)"))
    try campus.write(
      "format: 1\nlabel: third\nextends: other\nmeasures:\n"
        + "  insulation: {from: other, capex: 9 EUR HT}\n",
      to: "scenarios/third.yaml")
    #expect(try run(campus, "check", "third").output.contains("scenarios/third.yaml:5:"))
  }

  // MARK: Budgets

  @Test func `a budget takes years as they were counted`() throws {
    // 6 000 MWh × 0.215 = 1 290 t in 2023; 2024 counted, at twice that; then a plan that does nothing.
    let rows = """
      period,site,activity,quantity,unit
      2023,main,natural-gas,6000,MWh PCS
      2024,main,natural-gas,12000,MWh PCS

      """
    let plan = """
      format: 1
      label: plan
      base: 2023
      horizon: 2026
      drivers: {same: {growth: 0 %, of: {activity: natural-gas}}}
      targets:
        all: {budget: 6450 tCO2e, through: 2026}
        tight: {budget: 6400 tCO2e, through: 2026}
        late: {budget: 6450 tCO2e, through: 2030}
        soon: {budget: 3900 tCO2e, through: 2024}

      """
    let campus = try campus(plan, rows: rows)
    // 1 290 + 2 580 + 1 290 + 1 290 = 6 450 t.
    #expect(try run(campus, "run", "plan", "--fail-on", "all").status == 0)
    let tight = try run(campus, "run", "plan", "--fail-on", "tight")
    #expect(tight.status == 1 && tight.errors.contains("more than the budget"))
    let late = try run(campus, "run", "plan", "--fail-on", "late")
    #expect(late.status == 1 && late.errors.contains("the plan ends before 2030"))
    #expect(try run(campus, "run", "plan", "--fail-on", "soon").status == 0)
    let svg = try run(campus, "run", "plan", "-O", "svg", "--chart", "budget").output
    #expect(svg.contains("all: 6,450\u{A0}t to 2026, 3,870\u{A0}t counted, 2,580\u{A0}t planned."))
    #expect(svg.contains("spent in 2026") && !svg.contains("late:"))
    #expect(svg.contains("soon: 3,900\u{A0}t to 2024, 3,870\u{A0}t counted, 0\u{A0}t planned."))
  }

  @Test func `a target is not met by a plan that ends before it`() throws {
    let plan =
      "format: 1\nlabel: short\nbase: 2023\nextends: net-zero-90\nhorizon: 2030\n"
      + "milestones: [2030]\nmeasures:\n  pumps: {from: campus-measures, like: heat-pump, start: 2024}\n"
    let result = try run(try campus(plan), "run", "plan", "--fail-on", "minus-90")
    #expect(result.status == 1 && result.errors.contains("the plan ends before 2050"))
  }

  /// Tests/Oracle/costs.py shares no code with us: ramps, annuities, renewals, prices, two measures.
  @Test func `what a plan costs agrees with an oracle`() throws {
    let plan = """
      format: 1
      label: costed
      base: 2023
      costs: {discount: 4 %, currency: EUR HT}
      prices:
        gas: {values: {2024: 0.08, 2040: 0.14}, unit: EUR HT/kWh PCS, of: {activity: natural-gas}}
        power: {values: {2024: 0.15, 2040: 0.18}, unit: EUR HT/kWh, of: {activity: electricity}}
      drivers:
        floor: {growth: 0.3 %, of: {activity: natural-gas}}
      measures:
        insulation:
          {from: campus-measures, start: 2026, capex: 4500 kEUR HT, lifetime: 40}
        pumps:
          from: campus-measures
          like: heat-pump
          start: 2028
          capex: 2000000 EUR HT
          subsidy: 400000 EUR HT
          lifetime: 18
          opex: 20000 EUR HT

      """
    let ours = cells(try run(try campus(plan), "run", "plan", "-O", "csv").output)
    let oracle = Process()
    oracle.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    oracle.arguments = ["python3", Program.root + "/Tests/Oracle/costs.py"]
    let pipe = Pipe()
    oracle.standardOutput = pipe
    try oracle.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    oracle.waitUntilExit()
    let theirs = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: [String: Double]])
    #expect(theirs.count == 2)
    for (measure, values) in theirs {
      for (name, value) in values {
        let own = try #require(ours["costs/\(measure)/\(name)"])
        #expect(abs(own - value) < 1e-5 * max(1, abs(value)), "\(measure) \(name)")
      }
    }
  }

  @Test func `money without a discount, or in another currency, is refused`() throws {
    let bare = Self.plan.replacing("costs: {discount: 0 %, currency: EUR HT}\n", with: "")
    let missing = try run(try campus(bare), "run", "plan")
    #expect(missing.status == 65 && missing.errors.contains("key “costs: {discount: 4 %}”"))
    let other = Self.plan.replacing("currency: EUR HT}", with: "currency: EUR TTC}")
    let mixed = try run(try campus(other), "run", "plan")
    #expect(mixed.status == 65 && mixed.errors.contains("[other-currency]"))
  }

  // MARK: Ledgers

  @Test func `sinks and credits change no other figure`() throws {
    let with = cells(try run(try campus(), "run", "plan", "-O", "csv").output)
    let beside = try #require(Self.plan.range(of: "sinks:"))
    let bare = String(Self.plan[..<beside.lowerBound])
    let without = cells(try run(try campus(bare), "run", "plan", "-O", "csv").output)
    #expect(with["ledger-sinks/hedges/2026"] == 10)
    #expect(with["ledger-credits/bought/cumulative"] == 15_000)
    #expect(with.filter { !$0.key.hasPrefix("ledger-") } == without)
    let text = try run(try campus(), "run", "plan").output
    #expect(text.contains("Shown apart, deducted from nothing."))
    #expect(!text.lowercased().contains("neutr"))
    let series = try run(try campus(), "run", "plan", "-O", "iamc").output
    #expect(series.contains("plan,Test campus,\"Carbon Removal|hedges\",t CO2-equiv/yr,2024,10"))
    #expect(series.contains("Carbon Credits|bought"))
  }

  // MARK: A measure explained

  @Test func `a measure is an equation with its values`() throws {
    let text = flat(try run(try campus(), "explain", "plan", "insulation", "--year", "2025").output)
    for part in [
      "50.0% of it is done: (2025 − 2025 + 1) / 2, at most 100%.",
      "× (1 − 50% × 30% × (1 − 10%)) = 0.865",
      "2023 (kWh PCS) 6,000,000 6,000,000", "× Insulation – 0.865".replacing("I", with: "i"),
      "= 2025 (kWh PCS) 6,000,000 5,190,000", "× part that stays 0.2 0.2",
      "part moved to “Grid electricity” 0.8 0.8", "× kgCO2e/kWh PCS in 2023 0.215 0.215",
      // 6 GWh × 0.2 × 0.215 = 258 t; × 0.865 = 223.17 t. Moved: × 0.8 × 0.3 × 0.058.
      "= what stays (tCO2e) 258 223.17", "= (tCO2e) 83.52 72.2448",
      "= tCO2e 341.52 295.4148",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
    let later = try run(try campus(), "explain", "plan", "insulation", "--year", "2024")
    #expect(later.output.contains("None of it is done: it acts from 2025."))
    #expect(try run(try campus(), "explain", "plan", "insulaton").status == 64)
    #expect(try run(try campus(), "explain", "plan", "pumps", "--year", "2040").status == 64)
    #expect(try run(try campus(), "explain", "snbc3", "pumps").status == 64)
  }

  @Test func `an equation multiplies to its result, whatever changes the factor`() throws {
    let plan = """
      format: 1
      label: factors
      base: 2023
      paths: {grid: {values: {2023: 0.06, 2040: 0.03}, of: {activity: electricity}}}
      measures:
        clean: {start: 2024, effects: [{factor: 50 %, of: {activity: electricity}}]}

      """
    let text = flat(
      try run(try campus(plan), "explain", "plan", "clean", "--year", "2040").output)
    // 5 GWh × 0.058 × 0.5 × 0.5 = 72.5 t; without the measure twice that.
    for part in [
      "× kgCO2e/kWh in 2023 0.058 0.058", "× grid 0.5 0.5", "× clean – 0.5",
      "= kgCO2e/kWh in 2040 0.029 0.0145", "= tCO2e 145 72.5",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
  }

  @Test func `a published cut stands beside the computed one`() throws {
    let plan = """
      format: 1
      label: wood
      base: 2023
      measures:
        wood: {from: campus-measures, like: wood-boiler, start: 2025}

      """
    // Gas on the spot: 0.184 + … of 0.215; a tenth of it stays, and burnt chips emit CH4 and N2O only.
    let text = flat(try run(try campus(plan), "explain", "plan", "wood").output)
    #expect(text.contains("−91% was published; here"))
    #expect(text.contains("on the spot (scope 1)") && text.contains("over the life cycle"))
  }

  // MARK: Two plans

  @Test func `two plans side by side`() throws {
    let campus = try campus()
    try campus.write(
      Self.plan.replacing("label: plan", with: "label: other").replacing("80 %", with: "40 %"),
      to: "scenarios/other.yaml")
    let result = try run(campus, "compare", "plan", "other", "-O", "csv")
    #expect(result.status == 0, "\(result.errors)")
    let cells = cells(result.output)
    for column in ["2024", "2026", "cumulative"] {
      let (one, other) = (cells["paths/plan/\(column)"], cells["paths/other/\(column)"])
      let gap = try #require(other) - (one ?? 0)
      #expect(abs((cells["paths/difference/\(column)"] ?? 0) - gap) < 1e-5 && gap > 0)
    }
    // One with itself has no difference.
    let same = try run(campus, "compare", "plan", "plan")
    #expect(same.output.contains("2023–2026: both emit as much."))
    let pledge = try run(campus, "compare", "plan", "three-percent")
    #expect(pledge.status == 0 && pledge.output.contains("“3% a year, read in both ways” emits"))
    #expect(try run(campus, "compare", "plan", "campus-measures").status == 64)
    // One name for two things is two rows.
    try campus.write(
      Self.plan.replacing("insulation:\n", with: "insulation:\n    label: something else\n"),
      to: "scenarios/third.yaml")
    let third = try run(campus, "compare", "plan", "third").output
    #expect(third.contains("something else") && third.contains("insulation"))
    #expect(flat(third).contains("2023–2026 at 0.0%: 900,000 EUR HT invested"))
  }

  // MARK: A base year that moves

  @Test func `a base year that is not what it was is told first`() throws {
    let plan = """
      format: 1
      label: plan
      base: 2023
      targets:
        t: {base-amount: 1000 tCO2e, path: [{reach: -90 %, by: 2050}]}
        u: {base-amount: 1540 tCO2e, path: [{reach: -90 %, by: 2050}]}

      """
    // 6 000 × 0.215 + 5 000 × 0.058 = 1 580 t: 58 % more than 1 000, 2.6 % more than 1 540.
    let text = flat(try run(try campus(plan), "run", "plan").output)
    #expect(
      text.contains("“t” begins with 1,000 tCO2e, the inventory of 2023 has 1,580 tCO2e (+58.0%)."))
    #expect(!text.contains("“u” begins"))
    // A later year that counts more posts, by more than a twentieth of the base year.
    let more = Self.rows + "2024,main,natural-gas,6000,MWh PCS\n2024,main,paper,200000,kg\n"
    let moved = flat(try run(try campus(plan, rows: more), "run", "plan").output)
    #expect(
      moved.contains("The perimeter has moved: 2024 counts Goods purchased, and 2023 does not"))
    // A year that lost something is the one to be completed.
    let lost = try run(
      try campus(plan, rows: Self.rows + "2024,main,natural-gas,6000,MWh PCS\n"), "run", "plan")
    #expect(!flat(lost.output).contains("perimeter"))
    let less = Self.rows + "2024,main,natural-gas,6000,MWh PCS\n2024,main,paper,200,kg\n"
    #expect(!(try run(try campus(plan, rows: less), "run", "plan").output.contains("perimeter")))
  }

  @Test func `a locked base year that moves is told`() throws {
    let campus = try campus("format: 1\nlabel: plan\nbase: 2023\nextends: net-zero-90\n")
    let lock = try Program.run(["factors", "lock", "2023"], in: campus.path)
    #expect(lock.status == 0, "\(lock.errors)")
    #expect(!(try run(campus, "run", "plan").output.contains("moved")))
    try campus.write(
      Self.rows.replacing("6000", with: "7000"), to: "activity/2023/a.csv")
    // 1 580 t when it was locked; 1 000 MWh × 0.215 more.
    let text = flat(try run(campus, "run", "plan").output)
    #expect(text.contains("2023 was locked at 1,580 t, the rows and factors of today give 1,795 t"))
  }

  // MARK: Markdown

  @Test func `Markdown has every table, and takes no name for a command`() throws {
    let campus = try campus(
      Self.plan.replacing("label: plan", with: "label: 'a *b* | <c> [d](e)'"))
    let text = try run(campus, "run", "plan", "-O", "md").output
    #expect(text.hasPrefix("# Test campus · a \\*b\\* \\| &lt;c&gt; \\[d\\](e)\n"))
    #expect(text.contains("| **Total** |"))
    let tables = text.split(separator: "\n").filter { $0.hasPrefix("| --- |") }
    #expect(tables.count == text.split(separator: "\n").count { $0.hasPrefix("## ") })
    for line in text.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.hasSuffix("|"))
    }
  }

  @Test func `a result never replaces a scenario`() throws {
    let campus = try campus()
    let result = try run(campus, "run", "plan", "-o", "scenarios/plan.yaml")
    #expect(result.status == 73 && result.errors.contains("is an input file"))
  }
}

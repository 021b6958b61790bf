import Foundation
import TestSupport
import Testing

/// What a plan costs, and the budgets it is held against.
struct ScenarioCostTests: ScenarioCase {
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
}

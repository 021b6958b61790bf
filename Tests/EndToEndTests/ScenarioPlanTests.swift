import Foundation
import TestSupport
import Testing

/// What a plan is told beside, one of its measures explained, two plans compared.
struct ScenarioPlanTests: ScenarioCase {
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
    // A tenth stays gas, nine tenths are 0.855 kWh of chips at 0.0164: 0.0355 of 0.215 is left, 17 %.
    #expect(text.contains("−90% on the spot (scope 1), −83% over the life cycle"))
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

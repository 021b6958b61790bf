import TestSupport
import Testing

/// A plan that is drawn, as it is typed: the level is uncertain, the cut is not, and chances are counted.
struct PlanDrawsTests {
  private static let yaml =
    "format: 1\nname: Test campus\nlanguage: en\nbase-year: 2022\nnumbers: {decimal: point}\n"
    + "substitutions:\n  - {activity: natural-gas, year: 2022, factor: own-gas, reason: a test}\n"
  private static let factors =
    "factor,family,stage,total,unit,uncertainty,release,source,licence\n"
    + "own-gas,own-gas,whole,0.2,kWh PCS,20,r,Test,MIT\n"
  private static let rows =
    "period,activity,quantity,unit,status,uncertainty\n2022,natural-gas,5000000,kWh PCS,read,0 %\n"

  private func campus(_ scenarios: [String: String], rows: String = rows) throws -> TemporaryFolder
  {
    var files = ["activity/a.csv": rows, "factors/own.csv": Self.factors]
    for (name, text) in scenarios {
      files["scenarios/\(name).yaml"] =
        "format: 1\nlabel: \(name)\nhorizon: 2040\nmilestones: [2030, 2040]\n" + text
    }
    return try CampusFixture.campus(files, yaml: Self.yaml)
  }

  private func run(_ scenario: String, _ options: [String] = []) throws -> ReportCells {
    try ReportCells(["scenario", "run", "plan"] + options, in: campus(["plan": scenario]))
  }

  private static func half(_ doubt: String = "") -> String {
    "measures:\n  half:\n    start: 2025\n\(doubt)    effects:\n"
      + "      - {less: 50 %, of: {activity: natural-gas}}\n"
  }

  private static let targets =
    "targets:\n  easy: {label: easy, path: [{reach: -40 %, by: 2040, method: linear}], assumption: true}\n"
    + "  hard: {label: hard, path: [{reach: -60 %, by: 2040, method: linear}], assumption: true}\n"

  private func near(_ value: Double?, _ expected: Double, _ digits: Double) -> Bool {
    value.map { abs($0 - expected) <= digits } ?? false
  }

  /// Level ±20 %, cut 50 %: the factor is drawn once, so half is cut, to the last digit.
  @Test func `the level is uncertain and the cut is not`() throws {
    let told = try run(Self.half())
    for column in ["p5", "p50", "p95"] {
      #expect(near(told["plan-cut/2040/\(column)"], -0.5, 1e-9))
    }
    // 500 t; ln 1.2 / 1.96 = 0.09302: e^(−σ²/2 ± 1.645 σ).
    #expect(near(told["plan-draws/level-2040/p5"], 427.2, 3))
    #expect(near(told["plan-draws/level-2040/p50"], 497.8, 2))
    #expect(near(told["plan-draws/level-2040/p95"], 580.2, 4))
    // What is saved is as uncertain as the level, and no more.
    #expect(
      near(
        told["plan-draws/saved-2040/p95"], told["plan-draws/level-2040/p95"] ?? 0, 1e-6))
  }

  @Test func `a target that the cut decides is met always, or never`() throws {
    let told = try run(Self.targets + Self.half())
    #expect(told["plan-chances/easy/chance"] == 1)
    #expect(told["plan-chances/hard/chance"] == 0)
  }

  @Test func `a measure that may not be done is met as often as it is`() throws {
    let told = try run(Self.targets + Self.half("    delivery: 40 %\n"), ["--draws", "20000"])
    // Four standard errors of 20 000 draws.
    #expect(near(told["plan-chances/easy/chance"], 0.4, 0.014))
    #expect(told["plan-chances/hard/chance"] == 0)
    #expect(near(told["plan-cut/2040/p50"], 0, 1e-9), "in most draws nothing is done")
    #expect(near(told["plan-cut/2040/p5"], -0.5, 1e-9))
    #expect(told["plan-doubts/half/delivery"] == 0.4)
  }

  /// 1 000 t in 2022, 500 t from 2025: 3 · 1 000 + 16 · 500 t to 2040, known to 20 %.
  @Test func `a budget is kept as often as the base year allows`() throws {
    func chance(_ amount: Int) throws -> Double? {
      try run(
        "targets:\n  b: {label: b, budget: \(amount) tCO2e, through: 2040, assumption: true}\n"
          + Self.half(), ["--draws", "20000"])["plan-chances/b-budget/chance"]
    }
    // The median of the drawn level is e^(−σ²/2) of what was counted.
    #expect(near(try chance(10_952), 0.5, 0.015))
    #expect(try chance(20_000) == 1)
    #expect(try chance(5_000) == 0)
  }

  @Test func `two plans that share a base year differ by what they do`() throws {
    let campus = try campus([
      "one": Self.half(),
      "other": Self.half().replacing("50 %", with: "30 %"),
    ])
    let told = try ReportCells(["scenario", "compare", "one", "other"], in: campus)
    // 20 % of the base year, known to 20 %: 200 · e^(−σ²/2 ± ln 1.2); never below zero.
    #expect(near(told["difference-draws/2040/p2.5"], 165.9, 3))
    #expect(near(told["difference-draws/2040/p97.5"], 239.0, 5))
    #expect(told["difference-draws/2040/below"] == 1)
    // Drawn apart, nobody could say which is lower: σ of both is 0.093 of 500 and of 700 t.
    #expect(near(told["difference-draws/2040-apart/p2.5"], 40, 15))
    #expect(near(told["difference-draws/2040-apart/p97.5"], 360, 20))
    let same = try ReportCells(["scenario", "compare", "one", "one"], in: campus)
    #expect(same["difference-draws/2040/p2.5"] == 0 && same["difference-draws/2040/p97.5"] == 0)
  }

  @Test func `the same seed prints the same bytes, no draws print no table`() throws {
    let folder = try campus(["plan": Self.half("    delivery: 40 %\n    latest: 2030\n")])
    func text(_ options: [String]) throws -> String {
      try Program.run(["scenario", "run", "plan"] + options, in: folder.path).output
    }
    #expect(try text(["--seed", "5"]) == text(["--seed", "5"]))
    #expect(try text(["--seed", "5"]) != text(["--seed", "6"]))
    #expect(try !text(["--draws", "0"]).contains("by draws"))
    #expect(try text([]).contains("by draws"))
  }

  @Test func `what a driver may be off by grows with the years`() throws {
    let told = try run(
      "drivers:\n  people: {values: {2022: 100}, of: {activity: natural-gas}, uncertainty: 30 %, "
        + "assumption: true}\n" + Self.half())
    func width(_ year: Int) -> Double {
      (told["plan-cut/\(year)/p95"] ?? 0) - (told["plan-cut/\(year)/p5"] ?? 0)
    }
    // e^(± 1.645 · ln 1.3 / 1.96) of one half.
    #expect(near(width(2040), 0.5 * (1.2346 - 0.795), 0.03))
    #expect(width(2030) > 0.4 * width(2040) && width(2030) < 0.5 * width(2040))
  }

  /// What follows a driver not at all is as certain as without it.
  @Test func `a driver that nothing follows makes nothing uncertain`() throws {
    let told = try run(
      "drivers:\n  people: {values: {2022: 100, 2040: 120}, of: {activity: natural-gas}, "
        + "elasticity: 0, uncertainty: 50 %, assumption: true}\n" + Self.half())
    #expect(near(told["plan-cut/2040/p5"], -0.5, 1e-9))
    #expect(near(told["plan-cut/2040/p95"], -0.5, 1e-9))
  }

  /// A base amount that was stated is what it is: 300 + 1 000 + 1 000 t in 2022 to 2024.
  @Test func `a stated base amount is in the budget as it stands`() throws {
    let told = try run(
      "targets:\n  b: {label: b, base-amount: 300 tCO2e, budget: 4000 tCO2e, through: 2024, "
        + "assumption: true}\n" + Self.half())
    // Two years of 1 000 t known to 20 % are never above 3 700 t.
    #expect(told["plan-chances/b-budget/chance"] == 1)
    let tight = try run(
      "targets:\n  b: {label: b, base-amount: 300 tCO2e, budget: 2290 tCO2e, through: 2024, "
        + "assumption: true}\n" + Self.half(), ["--draws", "20000"])
    // 2 · 1 000 · X ≤ 1 990: X ≤ 0.995, nearly its median e^(−σ²/2) = 0.9957.
    #expect(near(tight["plan-chances/b-budget/chance"], 0.497, 0.015))
  }

  @Test func `the cut of one site is as uncertain as the meters of both`() throws {
    let campus = try CampusFixture.campus(
      [
        "activity/a.csv":
          "period,site,activity,quantity,unit,meter,uncertainty\n"
          + "2022,a,natural-gas,1000000,kWh PCS,GA,1 %\n2022,b,natural-gas,1000000,kWh PCS,GB,80 %\n",
        "scenarios/plan.yaml":
          "format: 1\nlabel: p\nhorizon: 2040\nmilestones: [2040]\nmeasures:\n  a:\n    start: 2025\n"
          + "    effects:\n      - {less: 100 %, of: {activity: natural-gas, site: a}}\n",
      ],
      yaml:
        "format: 1\nname: c\nlanguage: en\nbase-year: 2022\nnumbers: {decimal: point}\n"
        + "sites: {a: {name: A}, b: {name: B}}\n")
    let told = try ReportCells(["scenario", "run", "plan"], in: campus)
    // b is 0.96 · e^(± 1.645 · 0.29989) of what was read: the cut is 1 / (1 + b).
    #expect(near(told["plan-cut/2040/p5"], -0.631, 0.02))
    #expect(near(told["plan-cut/2040/p95"], -0.389, 0.02))
  }

  @Test(arguments: [
    "    end: 2027\n    latest: 2035\n", "    delivery: 140 %\n", "    delivery: maybe\n",
    "    latest: 2020\n", "    latest: soon\n",
    "    reach: {low: 120 %}\n", "    reach: {high: 90 %}\n", "    reach: {middle: 90 %}\n",
    "    reach: 90 %\n", "    delivery: 0.5\n",
  ])
  func `what cannot be is refused where it stands`(doubt: String) throws {
    let folder = try campus(["plan": Self.half(doubt)])
    let check = try Program.run(["scenario", "check", "plan"], in: folder.path)
    #expect(check.status == 1)
    // The first line of what is doubtful, or the second where the first is sound.
    let line = doubt.hasPrefix("    end") ? 9 : 8
    #expect(check.output.contains("scenarios/plan.yaml:\(line)"), "\(doubt): \(check.output)")
  }
}

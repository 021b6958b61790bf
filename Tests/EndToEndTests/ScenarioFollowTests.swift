import Foundation
import TestSupport
import Testing

/// Counted years and plans held against targets, as they are typed.
struct ScenarioFollowTests {
  /// Waste is counted in tonnes every year, energy in the base year only.
  private static let rows = """
    period,site,activity,quantity,unit
    2020,main,waste-household-mixed,100,t
    2021,main,waste-household-mixed,110,t
    2022,main,waste-household-mixed,90,t
    2020,main,electricity,1000,kWh
    2020,main,natural-gas,1000,kWh PCS

    """

  private func campus(_ plan: String) throws -> TemporaryFolder {
    try CampusFixture.campus([
      "activity/a.csv": Self.rows,
      "scenarios/plan.yaml": "format: 1\nlabel: p\nbase: 2020\nhorizon: 2030\n"
        + "milestones: [2020, 2025, 2030]\n" + plan,
    ])
  }

  private func cells(_ campus: TemporaryFolder, _ options: String...) throws -> [String: Double] {
    let run = try Program.run(
      ["scenario", "run", "plan", "-O", "csv", "--lang", "en"] + options, in: campus.path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    var cells: [String: Double] = [:]
    for line in run.output.split(separator: "\n") {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if parts.count >= 6, let value = Double(parts[5]) {
        cells["\(parts[0])/\(parts[1])/\(parts[4])"] = value
      }
    }
    return cells
  }

  private static let waste =
    "targets:\n  waste: {of: waste, path: [{rate: 4 %, method: linear}], assumption: true}\n"

  @Test func `gap, overshoot and what is left`() throws {
    // 100 t, 4 t less every year: 96 in 2021 and 92 in 2022.
    let campus = try campus(Self.waste)
    let cells = try cells(campus)
    #expect(cells["observed-waste/2021/gap"] == 14)
    #expect(cells["observed-waste/2021/overshoot"] == 14)
    #expect(cells["observed-waste/2022/gap"] == -2)
    #expect(cells["observed-waste/2022/overshoot"] == 12)
    // 88 + 84 + … + 60 = 592 t from 2023 to 2030, less the 12: 580, at 4.83 % a year from 90.
    let text = try Program.run(["scenario", "run", "plan", "--lang", "en"], in: campus.path)
    let flat = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var (value, sum) = (90.0, 0.0)
    for _ in 2023...2030 {
      value *= 1 - 0.0483
      sum += value
    }
    #expect(abs(sum - 580) < 1)
    #expect(flat.contains("580 t are left from 2023 to 2030: 4.83% a year compound"), "\(flat)")
  }

  @Test func `a target decides the exit status`() throws {
    let campus = try campus(Self.waste)
    func status(_ target: String) throws -> (Int32, String) {
      let run = try Program.run(
        ["scenario", "run", "plan", "--fail-on", target, "--lang", "en"], in: campus.path)
      return (run.status, run.errors)
    }
    // 90 t are under the 92 of 2022.
    #expect(try status("waste") == (0, ""))
    try campus.write(
      Self.rows.replacing(
        "2022,main,waste-household-mixed,90", with: "2022,main,waste-household-mixed,93"),
      to: "activity/a.csv")
    #expect(try status("waste") == (1, "The target is not met: 2022 is above it.\n"))
    #expect(try status("wast").0 == 64)
  }

  @Test func `a plan is held against a part of the emissions and against kilowatt-hours`() throws {
    let campus = try campus(
      """
      targets:
        energy: {of: energy, steps: {2030: -40 %}, assumption: true}
        scope1: {scope: 1, steps: {2030: -50 %}, assumption: true}
      measures:
        pumps:
          start: 2025
          effects: [{move: 60 %, of: {activity: natural-gas}, to: electricity, ratio: 0.3 kWh/kWh PCS}]
          assumption: true

      """)
    let cells = try cells(campus)
    // 1 000 kWh of electricity + 1 000 of gas; 600 of gas become 180 of electricity: 1 580.
    #expect(cells["plan-energy/plan/2020"] == 2000)
    #expect(cells["plan-energy/plan/2030"] == 1580)
    #expect(cells["plan-energy/gap-energy/2030"] == 380)
    // Of scope 1 40 % remain: a tenth of the base year under the half.
    let base = try #require(cells["targets-tCO2e/scope1/base"])
    let gap = try #require(cells["plan/gap-scope1/2030"])
    #expect(abs(gap + 0.1 * base) < 1e-6)
    let run = try Program.run(
      ["scenario", "run", "plan", "--fail-on", "scope1"], in: campus.path)
    #expect(run.status == 0, "\(run.errors)")
    let energy = try Program.run(
      ["scenario", "run", "plan", "--fail-on", "energy", "--lang", "en"], in: campus.path)
    #expect(energy.status == 1)
    #expect(energy.errors == "The target is not met: the plan is above it in 2030.\n")
  }

  @Test func `a budget counts every year, and nothing to compare is no success`() throws {
    let campus = try campus(
      "targets:\n  budget: {of: waste, budget: 620 t, through: 2030, assumption: true}\n"
        + "  none: {path: [{reach: -90 %, by: 2030}], assumption: true}\n"
        + "measures:\n  less: {start: 2021, assumption: true, effects: [{less: 60 %, of: {post: waste}}]}\n"
    )
    // 100 + 110 + 90 t were counted, and 8 × 40 t are planned: 620 t, just within.
    let within = try Program.run(
      ["scenario", "run", "plan", "--fail-on", "budget", "--lang", "en"], in: campus.path)
    #expect(within.status == 0, "\(within.errors)")
    let bare = try self.campus(
      "targets:\n  t: {scope: 1, path: [{reach: -90 %, by: 2030}], assumption: true}\n")
    try bare.write(
      "period,site,activity,quantity,unit\n2020,main,natural-gas,1000,kWh PCS\n",
      to: "activity/a.csv")
    let nothing = try Program.run(
      ["scenario", "run", "plan", "--fail-on", "t", "--lang", "en"], in: bare.path)
    #expect(nothing.status == 1 && nothing.errors.contains("Nothing to hold against"))
  }
}

/// Series for other programs.
struct ScenarioSeriesTests {
  private func campus() throws -> TemporaryFolder {
    try CampusFixture.campus([
      "activity/a.csv":
        "period,site,activity,quantity,unit\n2022,main,electricity,1000,MWh\n"
        + "2023,main,electricity,900,MWh\n",
      "scenarios/plan.yaml": """
      format: 1
      label: p
      base: 2022
      horizon: 2025
      targets:
        t: {path: [{rate: 10 %, method: linear}], assumption: true}
      measures:
        led: {start: 2023, ramp: 2, assumption: true, effects: [{less: 20 %, of: {activity: electricity}}]}

      """,
    ])
  }

  @Test func `the long form has an index without blanks, and every year`() throws {
    let campus = try campus()
    let run = try Program.run(["scenario", "run", "plan", "-O", "iamc"], in: campus.path)
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.first == ["model", "scenario", "region", "variable", "unit", "year", "value"])
    #expect(rows.allSatisfy { $0.count == 7 && !$0.contains("") })
    // 1 000 MWh × 52 g in 2022 (element 42513): 52.24 t with what its stages add up to.
    func value(_ scenario: String, _ variable: String, _ year: Int) -> Double? {
      rows.first { $0[1] == scenario && $0[3] == variable && $0[5] == String(year) }
        .flatMap { Double($0[6]) }
    }
    let emissions = "\"Emissions|Kyoto Gases\""
    let base = try #require(value("reference", emissions, 2022))
    #expect(abs(base - 52) < 0.3)
    #expect(value("plan", emissions, 2022) == base)
    // A tenth is done in 2023, a fifth from 2024 on.
    #expect(abs((value("plan", emissions, 2023) ?? 0) - 0.9 * base) < 1e-5)
    #expect(abs((value("plan", emissions, 2025) ?? 0) - 0.8 * base) < 1e-5)
    #expect(value("plan", "Uptake|led".quoted, 2023) == 0.5)
    #expect(abs((value("plan", "Abatement|Shapley|led".quoted, 2025) ?? 0) - 0.2 * base) < 1e-5)
    #expect(abs((value("target t", emissions, 2025) ?? 0) - 0.7 * base) < 1e-5)
    #expect(value("observed t", emissions, 2023) != nil)
    let french = try Program.run(
      ["scenario", "run", "plan", "-O", "iamc", "--lang", "fr"], in: campus.path)
    #expect(french.output == run.output, "programs read it, whatever the language")
  }

  @Test func `the wide form says the same`() throws {
    let campus = try campus()
    let run = try Program.run(["scenario", "run", "plan", "-O", "wide"], in: campus.path)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "model,scenario,region,variable,unit,2022,2023,2024,2025")
    let long = try Program.run(["scenario", "run", "plan", "-O", "iamc"], in: campus.path)
    let values = long.output.split(separator: "\n").dropFirst().count
    let filled = lines.dropFirst().reduce(0) { sum, line in
      sum + line.split(separator: ",").count - 5
    }
    #expect(values == filled)
  }
}

extension String {
  fileprivate var quoted: String { "\"\(self)\"" }
}

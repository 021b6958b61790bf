import Foundation
import TestSupport
import Testing

/// `empreinte scenario solve`, as it is typed.
struct ScenarioSolveTests {
  /// 100 t of waste, of which a tenth at most is to remain in 2030; every measure is about waste.
  private func campus(_ measures: String) throws -> TemporaryFolder {
    try CampusFixture.campus([
      "activity/a.csv":
        "period,site,activity,quantity,unit\n2020,main,waste-household-mixed,100,t\n"
        + "2021,main,waste-household-mixed,95,t\n",
      "scenarios/plan.yaml": "format: 1\nlabel: p\nbase: 2020\nhorizon: 2030\ntargets:\n"
        + "  half: {of: waste, path: [{reach: -50 %, by: 2030}], assumption: true}\n" + measures,
    ])
  }

  private func solve(
    _ campus: TemporaryFolder, _ options: String...
  ) throws -> (status: Int32, text: String, errors: String) {
    let run = try Program.run(
      ["scenario", "solve", "plan", "--lang", "en"] + options, in: campus.path)
    let flat = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (run.status, flat, run.errors)
  }

  private static func measure(_ name: String, _ share: Int, start: Int = 2022, ramp: Int = 1)
    -> String
  {
    "  \(name): {start: \(start), ramp: \(ramp), assumption: true, "
      + "effects: [{less: \(share) %, of: {post: waste}}]}\n"
  }

  @Test func `what is missing, and the rates that lead there`() throws {
    let campus = try campus("")
    let found = try solve(campus)
    #expect(found.status == 0, "\(found.errors)")
    // From 100 to 50 in ten years: 1 − 0.5^(1/10) and a twentieth a year; from 95 in nine: 6.88 %.
    #expect(found.text.contains("The target allows 50 t in 2030; 2021 counted 95 t."))
    #expect(found.text.contains("45 t are missing."))
    #expect(found.text.contains("from 2020 6.70 5.00 5.0"), "\(found.text)")
    #expect(found.text.contains("from 2021 6.88 5.26 5.0"), "\(found.text)")
  }

  @Test func `the part of a measure that would do, and its latest start`() throws {
    // 100 × (1 − 0.2) × (1 − 0.6 x) = 50 at x = 0.625; 0.8 × (1 − 0.6 u) ≤ 0.5 from u = 5/8 on: three
    // of four years of the ramp are needed by 2030, so that it may start in 2028.
    let campus = try campus(
      "measures:\n" + Self.measure("small", 20) + Self.measure("large", 60, ramp: 4))
    let found = try solve(campus)
    #expect(found.text.contains("the plan leads to 32 t. The target is met."), "\(found.text)")
    #expect(found.text.contains("large 62.5% – 2028"), "\(found.text)")
    // Without the small one the large one leaves 40 t.
    #expect(found.text.contains("small none – –"), "\(found.text)")
  }

  @Test func `what is not enough says how much is missing`() throws {
    let campus = try campus("measures:\n" + Self.measure("small", 20))
    let found = try solve(campus)
    #expect(found.text.contains("the plan leads to 80 t. 30 t are missing."))
    #expect(found.text.contains("small not enough 30.0 –"), "\(found.text)")
  }

  @Test func `another year, no such target, nothing to say`() throws {
    let campus = try campus("")
    #expect(try solve(campus, "--year", "2025").text.contains("allows 75 t in 2025"))
    #expect(try solve(campus, "--target", "halb").status == 64)
    #expect(try solve(campus, "--year", "2010").status == 64)
    try campus.write(
      "format: 1\nlabel: p\nbase: 2019\ntargets:\n  half: {path: [{reach: -50 %, by: 2030}], "
        + "assumption: true}\n", to: "scenarios/plan.yaml")
    let gap = try solve(campus)
    #expect(gap.status == 66 && gap.errors.contains("no data for 2019"))
  }
}

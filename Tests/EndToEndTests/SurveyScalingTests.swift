import TestSupport
import Testing

/// Surveys that stand for more people than answered: weights, totals, and what the sample leaves open.
struct SurveyScalingTests {
  private static let header =
    "period,population,mode,distance,days,weeks,answers,respondent\n"
  private static func yaml(_ survey: String) -> String {
    "format: 1\nname: Test campus\nlanguage: en\nnumbers: {decimal: point}\n"
      + "years:\n  2023: {survey: \(survey)}\n"
  }

  private func campus(_ rows: String, _ survey: String, more: [String: String] = [:]) throws
    -> TemporaryFolder
  {
    try CampusFixture.campus(
      ["activity/survey.csv": Self.header + rows].merging(more) { $1 }, yaml: Self.yaml(survey))
  }

  private func cells(
    _ rows: String, _ survey: String, more: [String: String] = [:]
  ) throws -> ReportCells {
    try ReportCells(
      ["report", "2023", "--uncertainty", "shared", "--by", "activity"],
      in: campus(rows, survey, more: more))
  }

  private func near(_ value: Double?, _ expected: Double, _ digits: Double = 1e-6) -> Bool {
    value.map { abs($0 - expected) <= digits } ?? false
  }

  /// 4 000 and 8 000 km by bus, two who walk: 12 000 km for 4 out of 20 are 60 000 km for all.
  private static let four =
    "2023,staff,bus,10,5,40,,\n2023,staff,bus,20,5,40,,\n2023,staff,walk,1,5,40,,\n"
    + "2023,staff,walk,1,5,40,,\n"

  @Test func `every answer stands for as many people as there are for one`() throws {
    let whole = try cells(Self.four, "{staff: 20}")
    let part = try cells(Self.four, "{staff: 4}")
    #expect(near(whole["survey/staff/weight"], 5))
    #expect(whole["survey/staff/people"] == 20 && whole["survey/staff/answers"] == 4)
    let (all, few) = (
      try #require(whole["uncertainty/total/emissions"]),
      try #require(part["uncertainty/total/emissions"])
    )
    #expect(near(all, 5 * few, 1e-9))
    // Everybody answered: nothing is left to chance.
    #expect(near(part["survey/staff/error"], 0))
    #expect(part["uncertainty-next/sample-commute-staff-bus/share"] == nil)
  }

  /// s² of 4 000, 8 000, 0 and 0 is 14.6667·10⁶; √((1 − 4/20) s² / 4) / 3 000 = 0.570899.
  @Test func `what the sample leaves open follows from how much people differ`() throws {
    let told = try cells(Self.four, "{staff: 20}")
    #expect(near(told["survey/staff/error"], 1.959964 * 0.570899, 1e-4))
    // As a lognormal value: e^(1.96 √ln(1 + 0.5709²)) − 1.
    #expect(near(told["uncertainty-next/sample-commute-staff-bus/half-width"], 1.8321, 1e-3))
  }

  @Test func `a row for several people is several answers that say the same`() throws {
    let one = try cells(
      "2023,staff,bus,10,5,40,,\n2023,staff,bus,10,5,40,,\n2023,staff,walk,1,5,40,,\n"
        + "2023,staff,walk,1,5,40,,\n", "{staff: 20}")
    let group = try cells("2023,staff,bus,10,5,40,2,\n2023,staff,walk,1,5,40,2,\n", "{staff: 20}")
    for cell in ["survey/staff/answers", "survey/staff/error", "survey/staff/emissions"] {
      #expect(near(one[cell], try #require(group[cell]), 1e-9))
    }
  }

  @Test func `who goes in two ways is one answer`() throws {
    let told = try cells(
      "2023,staff,bus,10,2,40,,a\n2023,staff,car-petrol,10,3,40,,a\n2023,staff,walk,1,5,40,,b\n",
      "{staff: 10}")
    #expect(told["survey/staff/answers"] == 2)
    #expect(near(told["survey/staff/weight"], 5))
  }

  @Test func `the same name in two files is two people, and the order of rows changes nothing`()
    throws
  {
    let rows = "2023,staff,car-petrol,10,5,40,,1\n2023,staff,bus,10,5,40,,2\n"
    let two = try cells(
      rows, "{staff: 100}", more: ["activity/south.csv": Self.header + rows])
    #expect(two["survey/staff/answers"] == 4)
    let (one, swapped) = (
      try cells(
        "2023,staff,car-petrol,10,2,40,5,x\n2023,staff,bus,10,3,40,,x\n2023,staff,bus,9,5,40,,y\n",
        "{staff: 100}"),
      try cells(
        "2023,staff,bus,9,5,40,,y\n2023,staff,bus,10,3,40,,x\n2023,staff,car-petrol,10,2,40,5,x\n",
        "{staff: 100}")
    )
    for cell in ["survey/staff/answers", "survey/staff/emissions", "survey/staff/error"] {
      #expect(one[cell] == swapped[cell] && one[cell] != nil)
    }
  }

  @Test func `populations, years and other files are kept apart`() throws {
    let told = try cells(
      Self.four + "2023,students,bus,10,5,40,,\n2022,staff,bus,10,5,40,,\n",
      "{staff: 20, students: 1}",
      more: [
        "activity/b.csv":
          "period,activity,quantity,unit\n2023,commute-staff-bus,1000,passenger.km\n"
      ])
    #expect(near(told["survey/staff/weight"], 5))
    #expect(near(told["survey/students/weight"], 1))
    // 60 000 km scaled up, and 1 000 written: only the former are a sample.
    let staff = try #require(told["by-activity/commute-staff-bus/emissions"])
    #expect(near(told["survey/staff/emissions"], staff / 1000 * 60 / 61, 1e-9))
  }

  @Test func `every line is traced with what it stands for`() throws {
    let folder = try campus(Self.four, "{staff: 20}")
    let explained = try Program.run(["explain", "activity/survey.csv:2"], in: folder.path)
    #expect(explained.output.contains("20,000"), "5 × 4 000 km: \(explained.output)")
    #expect(
      explained.output.contains("One answer stands for") && explained.output.contains("20 / 4"))
  }

  @Test func `more answers than people are refused, and few are said`() throws {
    func check(_ survey: String) throws -> Program.Result {
      let folder = try campus(Self.four, survey)
      return try Program.run(["check"], in: folder.path)
    }
    let many = try check("{staff: 3}")
    #expect(many.status == 1 && many.output.contains("more-answers-than-people"))
    #expect(many.output.contains("campus.yaml:6"))
    let few = try check("{staff: 20}")
    #expect(few.status == 0 && few.output.contains("few-answers"))
    let none = try check("{students: 20}")
    #expect(none.output.contains("0 answer(s) for 20 people"))
    // A census has nothing left to chance, however small.
    let all = try check("{staff: 4}")
    #expect(!all.output.contains("few-answers"))
  }

  @Test(arguments: ["{staff: -5}", "{staff: many}", "{visitors: 5}", "20", "{staff: 1e400}"])
  func `a population that cannot be is refused`(survey: String) throws {
    let folder = try campus(Self.four, survey)
    let run = try Program.run(["check"], in: folder.path)
    #expect(run.status == 1 || run.status == 65, "\(survey): \(run.output)")
    #expect((run.output + run.errors).contains("campus.yaml:6"))
  }
}

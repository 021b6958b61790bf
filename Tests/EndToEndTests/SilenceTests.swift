import Foundation
import TestSupport
import Testing

/// What is wrong somewhere never leaves a total that looks whole, and nothing ends the program.
@Suite struct SilenceTests {
  private static let yaml = "format: 1\nname: Test\nlanguage: en\n"
  private static let rows = "period;activity;quantity;unit\n"
  private static let factors = "factor,family,stage,total,unit,from,to,release,source,licence\n"
  private static let need = rows + "2025;electricity;1000;kWh\n"

  /// A hole that a total must show.
  struct Hole: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var files: [String: String]
    var yaml = SilenceTests.yaml
    /// What the report must say.
    var says = "INCOMPLETE: 1 rejected row(s)"
  }

  static let holes = [
    Hole(
      testDescription: "a factor with a decimal comma is no factor of zero",
      files: [
        "factors/o.csv": factors + "own-e,electricity,whole,\"0,05\",kWh,2025,2025,r,s,l\n",
        "activity/a.csv": need,
      ]),
    Hole(
      testDescription: "a factor with one bad stage is not the rest of it",
      files: [
        "factors/o.csv": factors
          + "own-e,electricity,plant-combustion,0.05,kWhh,2025,2025,r,s,l\n"
          + "own-e,electricity,upstream,0.01,kWh,2025,2025,r,s,l\n",
        "activity/a.csv": need,
      ]),
    Hole(
      testDescription: "the stages of a factor must be per the same unit",
      files: [
        "factors/o.csv": factors
          + "own-e,electricity,plant-combustion,0.05,kWh,2025,2025,r,s,l\n"
          + "own-e,electricity,upstream,0.01,MWh,2025,2025,r,s,l\n",
        "activity/a.csv": need,
      ]),
    Hole(
      testDescription: "a bad year is not an open one",
      files: [
        "factors/o.csv": factors + "own-e,electricity,whole,5,kWh,20l4,2014,r,s,l\n",
        "activity/a.csv": rows + "2012;electricity;1000;kWh\n",
      ]),
    Hole(
      testDescription: "of two factors for one year, neither is chosen",
      files: [
        "factors/o.csv": factors + "own-e,electricity,whole,99,kWh,2024,2025,r,s,l\n",
        "activity/a.csv": rows + "2024;electricity;1000;kWh\n",
      ]),
    Hole(
      testDescription: "a negative factor would net",
      files: [
        "factors/o.csv": factors + "own-e,electricity,whole,-5,kWh,2025,2025,r,s,l\n",
        "activity/a.csv": need,
      ]),
    Hole(
      testDescription: "what is only counted is counted in its unit",
      files: ["activity/a.csv": rows + "2023;food-waste;5000;kWh\n"]),
    Hole(
      testDescription: "a year of resources checks its units",
      files: ["activity/a.csv": rows + "2023;natural-gas;5;kWh\n"],
      yaml: yaml + "years: {2023: {footprint: resources-only}}\n"),
    Hole(
      testDescription: "a file that cannot be read is a hole",
      files: [
        "activity/a.csv": rows + "2023;electricity;1000;kWh\n",
        "activity/b.csv": "period;activity;quantity;unite energie\n2023;electricity;1;kWh\n",
      ], says: "INCOMPLETE: Files not read, or not to their end: activity/b.csv"),
    Hole(
      testDescription: "a latest year whose rows are all wrong is still the latest",
      files: [
        "activity/a.csv": rows + "2023;electricity;1000;kWh\n",
        "activity/b.csv": rows + "2024;electricty;1000;kWh\n",
      ]),
  ]

  @Test(arguments: holes) func `a hole is said`(hole: Hole) throws {
    let campus = try CampusFixture.campus(hole.files, yaml: hole.yaml)
    let report = try Program.run(["report"], in: campus.path)
    #expect(!report.isCrash)
    #expect(report.status == 1)
    #expect(report.output.contains(hole.says))
  }

  /// Numbers at the limit of what a cell may hold, in the largest units, many times over.
  static let floods = [
    rows + (0..<200).map { "2023;electricity;9999999999999999\($0 % 10)0;GWh\n" }.joined()
      + (0..<600).map { "2023;electricity;99999999999999\($0 % 10);tep\n" }.joined(),
    rows + (0..<200).map { "2023;refrigerant-r410a;9999999\(100 + $0);t\n" }.joined(),
    "period;population;mode;distance;days;weeks;answers\n"
      + (0..<150).map { "2023;staff;car-petrol;2000;7;53;999999999999999\(100 + $0)\n" }.joined(),
  ]

  @Test(arguments: floods) func `no number is large enough to end the program`(
    text: String
  ) throws {
    let campus = try CampusFixture.campus(["activity/a.csv": text], yaml: Self.yaml)
    for command in ["check", "report"] {
      let result = try Program.run([command], in: campus.path)
      #expect(!result.isCrash)
      #expect([0, 1].contains(result.status))
    }
  }

  @Test func `a row that only begins like a total counts once the campus says so`() throws {
    let text = "period;activity;quantity;unit;label\n2023;electricity;1000;kWh;Total Energies\n"
    let accepted =
      Self.yaml + "accepted: [{finding: subtotal-row, reason: the name of the supplier}]\n"
    let before = try CampusFixture.campus(["activity/a.csv": text], yaml: Self.yaml)
    let after = try CampusFixture.campus(["activity/a.csv": text], yaml: accepted)
    #expect(try Program.run(["check"], in: before.path).output.contains("excluded 1"))
    // 1 000 kWh × 0.058 kgCO2e/kWh (Base Carbone 43273, 2023) = 58 kgCO2e.
    #expect(try Program.run(["report", "2023"], in: after.path).output.contains("(58 kgCO2e)"))
  }

  @Test func `a file kept twice under two names is a doubt`() throws {
    let text = Self.rows + "2024;electricity;1000;kWh\n"
    let campus = try CampusFixture.campus(
      ["activity/a.csv": text, "activity/copy of a.csv": text], yaml: Self.yaml)
    let check = try Program.run(["check"], in: campus.path)
    #expect(check.output.contains("activity/copy of a.csv:2:1: warning"))
    #expect(check.output.contains("[duplicate-row]"))
    #expect(!check.output.contains("activity/a.csv:2"))
  }
}

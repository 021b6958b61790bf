import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Pictures of scenarios, as files.
struct ScenarioPictureTests {
  static let charts = ["trajectory", "wedges", "waterfall", "budget", "costs"]

  private func draw(
    _ campus: String, _ scenario: String, _ chart: String, _ language: String
  ) throws -> (status: Int32, output: String) {
    let run = try Program.run(
      [
        "-C", campus, "scenario", "run", scenario, "-O", "svg", "--chart", chart, "--lang",
        language,
      ], in: Program.root)
    return (run.status, run.output)
  }

  /// Well-formed, described, and nothing in it that a page would run or fetch.
  private func check(_ svg: String, _ name: String) throws {
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse(), "\(name)")
    #expect(svg.contains("role=\"img\"") && svg.contains("<desc id="), "\(name)")
    for word in ["<script", "href", "neutr", "NaN", "inf"] {
      #expect(!svg.contains(word), "\(name): \(word)")
    }
  }

  /// RECORD=1 draws them anew; look at them before they are kept.
  @Test(arguments: charts)
  func `the pictures of the documentation are those the program draws`(chart: String) throws {
    let (status, svg) = try draw("Examples/demo-campus", "plan", chart, "en")
    #expect(status == 0)
    try check(svg, chart)
    let path = Program.root + "/docs/pictures/\(chart).svg"
    if Golden.mode == "1" { try Data(svg.utf8).write(to: URL(fileURLWithPath: path)) }
    let kept = FileManager.default.contents(atPath: path) ?? Data()
    #expect(Data(svg.utf8) == kept, "docs/pictures/\(chart).svg is another picture")
  }

  @Test(arguments: ["albi-pledge", "three-percent", "snbc2-sectors", "decret-tertiaire"])
  func `a scenario without a plan has a trajectory, or says that there is nothing to draw`(
    scenario: String
  ) throws {
    for campus in ["mines-albi", "mines-ales", "demo-campus"] {
      let (status, svg) = try draw("Examples/" + campus, scenario, "trajectory", "fr")
      // Energy has no line of tonnes; the pledge of Albi starts in 2022, which Alès did not count.
      let isDrawn = status == 0
      if scenario == "three-percent" || (campus, scenario) == ("mines-albi", "albi-pledge") {
        #expect(isDrawn)
      }
      if scenario == "decret-tertiaire" { #expect(!isDrawn) }
      if isDrawn { try check(svg, scenario) } else { #expect(status == 64 && svg.isEmpty) }
    }
    #expect(try draw("Examples/mines-albi", scenario, "wedges", "fr").status == 64)
  }

  @Test func `names from outside are text`() throws {
    let plan = """
      format: 1
      label: "</svg><script>alert(1)</script>\\u202E & \\"x\\""
      base: 2023
      measures:
        m:
          label: "<a href='x'>b</a>"
          start: 2025
          effects: [{less: 10 %, of: {activity: natural-gas}}]

      """
    let campus = try CampusFixture.campus([
      "activity/2023/a.csv": CampusFixture.rows, "scenarios/plan.yaml": plan,
    ])
    for chart in ["trajectory", "wedges", "waterfall"] {
      let (status, svg) = try draw(campus.path, "plan", chart, "en")
      #expect(status == 0)
      #expect(XMLParser(data: Data(svg.utf8)).parse())
      #expect(!svg.contains("<script") && !svg.contains("<a href") && !svg.contains("\u{202E}"))
    }
  }

  @Test func `a picture is asked for as one`() throws {
    let run = try Program.run(
      ["-C", "Examples/demo-campus", "scenario", "run", "plan", "--chart", "wedges"],
      in: Program.root)
    #expect(run.status == 64 && run.errors.contains("-O svg"))
  }
}

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
    let list = try run("demo-campus", "list", "--lang", "en")
    let names = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.count >= 9)
    for name in names.map(String.init) {
      #expect(try run("demo-campus", "check", name).status == 0, "\(name)")
      for example in ["demo-campus", "mines-albi", "mines-ales"] {
        let result = try run(example, "run", name)
        #expect(result.status == 0, "\(example) \(name): \(result.errors)")
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

import TestSupport
import Testing

/// What the examples print, kept beside the tests and read before it was kept.
///
/// RECORD=1 writes them anew.
@Suite struct GoldenTests {
  struct Transcript: Sendable, CustomStringConvertible {
    let name: String
    let arguments: [String]
    var description: String { name }

    init(_ name: String, _ campus: String, _ arguments: String...) {
      self.name = name
      self.arguments = ["-C", "Examples/" + campus] + arguments
    }
  }

  static let examples = [
    ("demo-campus", "2023"), ("mines-ales", "2019"), ("mines-ales", "2020"),
    ("mines-ales-energy-2020", "2020"), ("mines-albi", "2022"), ("mines-albi", "2023"),
  ]

  static let reports: [Transcript] = examples.flatMap { name, year in
    ["fr", "en"].map { language in
      Transcript("\(name)-report-\(year)-\(language)", name, "--lang", language, "report", year)
    }
  }

  static let checks: [Transcript] = [
    "demo-campus", "mines-ales", "mines-ales-energy-2020", "mines-albi",
  ].map { Transcript("\($0)-check", $0, "check") }

  static let readings = [
    Transcript(
      "demo-campus-beges-en", "demo-campus", "--lang", "en", "report", "2023", "--reading", "beges"),
    Transcript(
      "demo-campus-beges-fr", "demo-campus", "--lang", "fr", "report", "2023", "--reading", "beges",
      "-O", "csv"),
    Transcript(
      "demo-campus-iso-en", "demo-campus", "--lang", "en", "report", "2023", "--reading",
      "iso-14064-1", "-O", "csv"),
    Transcript(
      "demo-campus-ghg-fr", "demo-campus", "--lang", "fr", "report", "2023", "--reading",
      "ghg-protocol"),
    Transcript(
      "demo-campus-bilan-carbone-fr", "demo-campus", "--lang", "fr", "report", "2023", "--reading",
      "bilan-carbone"),
    Transcript(
      "demo-campus-reconcile-en", "demo-campus", "--lang", "en", "report", "2023", "--reconcile"),
    Transcript(
      "mines-ales-reconcile-fr", "mines-ales", "--lang", "fr", "report", "2019", "--reconcile"),
  ]

  static let explanations = [
    Transcript("demo-campus-explain-total", "demo-campus", "explain", "total", "--year", "2023"),
    Transcript(
      "demo-campus-explain-post", "demo-campus", "explain", "energy-electricity", "--year", "2023"),
    Transcript(
      "demo-campus-explain-activity", "demo-campus", "--lang", "en", "explain", "natural-gas",
      "--year", "2022"),
    Transcript("demo-campus-explain-line", "demo-campus", "explain", "activity/2023/gas.csv:5"),
    Transcript(
      "demo-campus-explain-line-over-two-years", "demo-campus", "--lang", "en", "explain",
      "activity/2022/gas.csv:36"),
    Transcript("mines-ales-explain-total", "mines-ales", "explain", "total", "--year", "2019"),
    Transcript("mines-ales-explain-total-2020", "mines-ales", "explain", "total", "--year", "2020"),
    Transcript(
      "mines-ales-explain-line", "mines-ales", "explain", "activity/2019/bilan-carbone-2019.csv:2"),
    Transcript(
      "mines-ales-energy-2020-explain-activity", "mines-ales-energy-2020", "explain",
      "electricity"),
    Transcript("mines-albi-explain-total", "mines-albi", "explain", "total", "--year", "2022"),
  ]

  static let scenarios = [
    Transcript(
      "demo-campus-scenario-run-fr", "demo-campus", "--lang", "fr", "scenario", "run", "plan"),
    Transcript(
      "demo-campus-scenario-run-md", "demo-campus", "--lang", "en", "scenario", "run", "plan", "-O",
      "md"),
    Transcript(
      "demo-campus-scenario-explain-fr", "demo-campus", "--lang", "fr", "scenario", "explain",
      "plan", "pumps", "--year", "2030"),
    Transcript(
      "demo-campus-scenario-compare-en", "demo-campus", "--lang", "en", "scenario", "compare",
      "plan", "snbc3"),
    Transcript(
      "demo-campus-scenario-solve-en", "demo-campus", "--lang", "en", "scenario", "solve", "plan"),
  ]

  static let goals = [
    Transcript(
      "demo-campus-sdg-fr", "demo-campus", "--lang", "fr", "report", "2023", "--by", "sdg"),
    Transcript(
      "mines-ales-sdg-fr", "mines-ales", "--lang", "fr", "report", "2020", "--by", "sdg"),
    Transcript(
      "mines-albi-sdg-en", "mines-albi", "--lang", "en", "report", "2023", "--by", "sdg"),
    Transcript(
      "demo-campus-report-2023-md-en", "demo-campus", "--lang", "en", "report", "2023", "-O", "md"),
    Transcript(
      "mines-albi-report-2022-md-fr", "mines-albi", "--lang", "fr", "report", "2022", "-O", "md"),
  ]

  static let comparisons = [
    Transcript("demo-campus-compare-fr", "demo-campus", "--lang", "fr", "compare", "2021", "2023"),
    Transcript(
      "demo-campus-compare-md", "demo-campus", "--lang", "en", "compare", "2022", "2023", "-O", "md"
    ),
  ]

  @Test(arguments: reports + checks + readings + explanations + scenarios + comparisons + goals)
  func `an example prints what it printed when it was last read`(_ transcript: Transcript) throws {
    let result = try Program.run(transcript.arguments)
    #expect(!result.isCrash)
    #expect(result.errors.isEmpty)
    let text =
      "$ empreinte \(transcript.arguments.joined(separator: " "))\n\(result.output)"
      + "exit status \(result.status)\n"
    #expect(Golden.difference(text, named: transcript.name + ".txt") == nil)
  }
}

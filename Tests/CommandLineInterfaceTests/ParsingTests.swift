import Diagnostics
import Testing

@testable import CommandLineInterface

@Suite struct `parsing` {
  @Test(
    arguments: [
      ["report", "-O", "json", "2022"], ["report", "2022", "-Ojson"],
      ["report", "--format=json", "2022"], ["report", "2022", "--format", "json"],
      ["--lang", "fr", "report", "-O", "json", "--", "2022"],
      ["report", "2022", "-O", "json", "-O", "json"],
    ])
  func `an option may be written in every usual way, before or after operands`(
    arguments: [String]
  ) throws {
    guard case .run(let command, let invocation) = CommandCatalog.parse(arguments) else {
      Issue.record("does not run")
      return
    }
    #expect(command.path == "report")
    #expect(invocation(ReportCommand.format) == .json)
    #expect(invocation(ReportCommand.year) == 2022)
  }

  @Test func `what is not given has its default`() throws {
    let invocation = try #require(understood("report"))
    #expect(invocation(ReportCommand.format) == .text)
    #expect(invocation(ReportCommand.year) == nil)
    #expect(invocation(ReportCommand.output) == nil)
    #expect(invocation(ReportCommand.dimensions) == [])
    #expect(invocation(ReportCommand.strict) == false)
    #expect(invocation(GlobalOptions.language) == nil)
    #expect(invocation(GlobalOptions.color) == .auto)
  }

  @Test func `a repeated option keeps the order and each value once`() throws {
    let given = try #require(understood("report", "--by=site", "--by", "post", "--by", "site"))
    #expect(given(ReportCommand.dimensions) == [.site, .post])
  }

  @Test func `options of the program stand on both sides of the command`() throws {
    let given = try #require(understood("-C", "a", "check", "--lang=en", "--color", "never"))
    #expect(given(GlobalOptions.campus) == "a")
    #expect(given(GlobalOptions.language) == .english)
    #expect(given(GlobalOptions.color) == .never)
  }

  @Test func `a hyphen alone and a negative quantity are operands`() throws {
    #expect(understood("explain", "-")?(ExplainCommand.what) == "-")
    let units = try #require(understood("units", "-5 degC", "K"))
    #expect(units(UnitsCommand.expression) == "-5 degC")
    #expect(units(UnitsCommand.target) == "K")
    #expect(understood("report", "-o", "-")?(ReportCommand.output) == "-")
  }

  @Test func `after two hyphens nothing is an option`() throws {
    #expect(understood("explain", "--", "--all")?(ExplainCommand.what) == "--all")
    #expect(understood("explain", "--", "-h")?(ExplainCommand.what) == "-h")
  }

  @Test func `a subcommand takes its operands`() throws {
    guard
      case .run(let command, let given) = CommandCatalog.parse(
        ["factors", "search", "gaz", "-n", "5", "naturel"])
    else {
      Issue.record("does not run")
      return
    }
    #expect(command.path == "factors search")
    #expect(given(FactorsSearchCommand.words) == ["gaz", "naturel"])
    #expect(given(FactorsSearchCommand.limit) == 5)
  }

  @Test func `values remember their arguments`() throws {
    let given = try #require(understood("report", "-O", "csv", "2022", "--output=x"))
    #expect(given.index(of: ReportCommand.format) == 2)
    #expect(given.index(of: ReportCommand.year) == 3)
    #expect(given.index(of: ReportCommand.output) == 4)
    #expect(given.index(of: ReportCommand.strict) == nil)
  }

  @Test(
    arguments: [
      (["--help"], "overview"), (["-h"], "overview"), ([], "brief"), (["--lang", "en"], "brief"),
      (["report", "-h"], "report"), (["report", "--nonsense", "--help"], "report"),
      (["-h", "factors", "list"], "factors list"), (["factors", "--help"], "factors"),
      (["report", "12abc", "extra", "-h"], "report"), (["--version", "--help"], "overview"),
    ])
  func `help is heard everywhere`(arguments: [String], expected: String) {
    guard case .help(let topic) = CommandCatalog.parse(arguments) else {
      Issue.record("no help")
      return
    }
    let name =
      switch topic {
      case .brief: "brief"
      case .overview: "overview"
      case .command(let command): command.path
      }
    #expect(name == expected)
  }

  @Test func `version is heard before and after a command`() {
    for arguments in [["--version"], ["check", "--version"]] {
      guard case .version = CommandCatalog.parse(arguments) else {
        Issue.record("no version: \(arguments)")
        continue
      }
    }
  }

  @Test func `the language is heard even if the rest is wrong`() {
    #expect(CommandCatalog.language(in: ["reprot", "--lang", "en"]) == .english)
    #expect(CommandCatalog.language(in: ["--lang=fr", "--nonsense"]) == .french)
    #expect(CommandCatalog.language(in: ["--lang", "de"]) == nil)
    #expect(CommandCatalog.language(in: ["explain", "--", "--lang", "en"]) == nil)
  }

  @Test func `help topics are named by words`() {
    #expect(HelpTopic(words: []) != nil)
    #expect(HelpTopic(words: ["factors", "list"]) != nil)
    #expect(HelpTopic(words: ["factor"]) == nil)
  }
}

import Diagnostics
import Testing

@testable import CommandLineInterface

@Suite struct `usage problems` {
  @Test(
    arguments: [
      (["reprot"], "unknown command \"reprot\".", "Did you mean \"report\"?"),
      (["rep"], "unknown command \"rep\".", nil),
      ([""], "unknown command \"\".", nil),
      (
        ["factors"], "\"factors\" needs a subcommand.",
        "Choices: list, search, show, import, lock, diff, lint."
      ),
      (["factors", "lst"], "\"factors\" has no \"lst\".", "Did you mean \"list\"?"),
      (["check", "--stirct"], "unknown option \"--stirct\".", "Did you mean \"--strict\"?"),
      (["check", "--stric"], "unknown option \"--stric\".", "Did you mean \"--strict\"?"),
      (["check", "-c"], "unknown option \"-c\".", "Did you mean \"-C\"?"),
      (["check", "-é"], "unknown option \"-é\".", nil),
      (["check", "--="], "unknown option \"--\".", nil),
      (
        ["check", "--by", "post"], "unknown option \"--by\".",
        "This option goes after a command: empreinte report."
      ),
      (["report", "-output", "x"], "unknown option \"-output\".", "Did you mean \"--output\"?"),
      (["report", "-o"], "option -o needs a value: -o FILE.", nil),
      (["report", "-o", "--strict"], "option -o needs a value: -o FILE.", nil),
      (["report", "--output", "--"], "option --output needs a value: --output FILE.", nil),
      (["report", "--output="], "--output: the value is empty.", nil),
      (["report", "-o", ""], "--output: the value is empty.", nil),
      (["report", ""], "YEAR: the value is empty.", nil),
      (
        ["report", "-o=x"], "no equals sign may follow -o.",
        "Write -o VALUE or --output=VALUE."
      ),
      (["report", "--strict=yes"], "option --strict takes no value.", nil),
      (
        ["check", "-O", "csv"], "--format: \"csv\" is not a choice.", "Choices: text, json."
      ),
      (
        ["check", "-O", "JSON"], "--format: \"JSON\" is not a choice.",
        "Did you mean \"json\"? Choices: text, json."
      ),
      (
        ["report", "12abc"], "YEAR: \"12abc\" is not a whole number.",
        "Give a whole number from 1900 to 2200."
      ),
      (
        ["report", "+2022"], "YEAR: \"+2022\" is not a whole number.",
        "Give a whole number from 1900 to 2200."
      ),
      (
        ["report", "٢٠٢٢"], "YEAR: \"٢٠٢٢\" is not a whole number.",
        "Give a whole number from 1900 to 2200."
      ),
      (
        ["report", "99999999999999999999"], "YEAR: \"99999999999999999999\" is out of bounds.",
        "Give a whole number from 1900 to 2200."
      ),
      (
        ["factors", "search", "x", "-n", "-1"], "--limit: \"-1\" is out of bounds.",
        "Give a whole number from 1 to 10000."
      ),
      (
        ["check", "-O", "json", "--format=text"],
        "option --format is given twice: \"json\", then \"text\".", "Keep one value."
      ),
      (["init"], "DIR is missing.", nil),
      (["report", "2022", "2023"], "one argument too many: \"2023\".", nil),
      (
        ["completions", "zh"], "SHELL: \"zh\" is not a choice.",
        "Did you mean \"zsh\"? Choices: bash, zsh, fish."
      ),
      (
        ["completions", "powershell"], "SHELL: \"powershell\" is not a choice.",
        "Choices: bash, zsh, fish."
      ),
    ] as [([String], String, String?)])
  func `a wrong command line is named and mended`(
    arguments: [String], summary: String, remedy: String?
  ) throws {
    guard case .problem(let problem, _) = CommandCatalog.parse(arguments) else {
      Issue.record("no problem")
      return
    }
    #expect(problem.summary(in: .english) == summary)
    #expect(problem.remedy(in: .english) == remedy)
    #expect(problem.summary(in: .french).hasSuffix("."))
  }

  @Test func `the first problem is the one that is told`() throws {
    let found = try #require(problem("check", "--one", "--two"))
    #expect(found.argument == 1)
  }

  @Test func `carets stand under the argument`() throws {
    let arguments = ["check", "--stirct"]
    let found = try #require(problem("check", "--stirct"))
    #expect(
      found.message(in: .english, arguments: arguments, command: CheckCommand.command) == """
        empreinte: unknown option "--stirct".
          empreinte check --stirct
                          ^^^^^^^^
          Did you mean "--strict"?
          To know more: empreinte check --help

        """)
    // French takes a no-break space inside its quotation marks and before high punctuation.
    #expect(
      found.message(in: .french, arguments: arguments, command: CheckCommand.command)
        .hasPrefix("empreinte: option inconnue\u{A0}: «\u{A0}--stirct\u{A0}».\n"))
  }

  @Test func `hostile arguments are shown escaped and short`() throws {
    let hostile = String(repeating: "a\u{1B}[31m\u{202E}\n", count: 20_000)
    for arguments in [[hostile], ["--" + hostile], ["report", hostile], ["check", hostile]] {
      guard case .problem(let problem, let command) = CommandCatalog.parse(arguments) else {
        Issue.record("no problem")
        continue
      }
      for language in Language.allCases {
        let message = problem.message(in: language, arguments: arguments, command: command)
        #expect(message.count < 600)
        #expect(!message.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        // Summary, command line, carets, perhaps a remedy, where to read more.
        #expect(message.split(separator: "\n").count <= 5)
      }
    }
  }

  @Test func `a long command line keeps the argument in sight`() throws {
    let arguments = ["check"] + Array(repeating: "--strict", count: 200) + ["--stirct"]
    guard case .problem(let problem, let command) = CommandCatalog.parse(arguments) else {
      Issue.record("no problem")
      return
    }
    let lines = problem.message(in: .english, arguments: arguments, command: command)
      .split(separator: "\n")
    #expect(lines[1].hasSuffix(" --stirct") && lines[1].count <= 80)
    #expect(lines[2].count == lines[1].count && lines[2].hasSuffix(" ^^^^^^^^"))
  }
}

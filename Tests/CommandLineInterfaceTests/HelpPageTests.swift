import Diagnostics
import Testing

@testable import CommandLineInterface

@Suite struct `help pages` {
  @Test(arguments: Language.allCases)
  func `every line fits eighty columns`(language: Language) {
    let topics: [HelpTopic] =
      [.brief, .overview] + CommandCatalog.everyCommand.map { .command($0) }
    for topic in topics {
      let page = HelpPage.text(for: topic, in: language)
      #expect(page.hasSuffix("\n") && !page.hasSuffix("\n\n"))
      for line in page.split(separator: "\n") {
        #expect(line.count <= 80 && line.last != " ", "\(line)")
      }
    }
  }

  @Test(arguments: CommandCatalog.everyCommand.map(\.path), Language.allCases)
  func `examples come first, and every option has its place`(
    path: String, language: Language
  ) throws {
    let command = try #require(CommandCatalog.command(named: words(of: path)))
    let page = HelpPage.text(for: .command(command), in: language)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(4).contains(Substring(HelpWords.examples[language])))
    for example in command.examples { #expect(lines.contains("  " + example.commandLine)) }
    for spelling in command.options.flatMap(\.spellings) { #expect(page.contains(spelling)) }
    for case .choice(let names) in command.options.map(\.expects) {
      for name in names { #expect(page.contains(name)) }
    }
  }

  @Test(arguments: Language.allCases)
  func `the short help lists every command and fits a small terminal`(language: Language) {
    let page = HelpPage.text(for: .brief, in: language)
    for command in CommandCatalog.all { #expect(page.contains("\n  " + command.name)) }
    // A terminal of 80 by 40 shows it whole.
    #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= 40)
  }

  @Test func `the page of a command reads like this`() throws {
    let command = try #require(CommandCatalog.command(named: ["factors", "search"]))
    #expect(
      HelpPage.text(for: .command(command), in: .english) == """
        empreinte factors search — Search activities and factors by words.

        Examples
          empreinte factors search chaudière fioul
              Find heating oil.
          empreinte factors search -n 5 train
              The five best answers.

        Usage
          empreinte factors search [options] WORDS...

        Searches French and English names, other names and the notes of the sources.

        Arguments
          WORDS         The words to find, all of them, accents apart.

        Options
          -n, --limit N             Show N answers at most. (default: 20)
              --release RELEASE     Look in this imported release instead of the shipped
                                    factors.

        Every command also takes -C, --data, --lang, --color and --help.

        """)
  }

  @Test func `French punctuation never begins a line`() {
    let lines = Paragraphs.wrapped("un deux : trois « quatre » ?", in: .french, width: 8)
    #expect(lines == ["un", "deux\u{A0}:", "trois", "«\u{A0}quatre\u{A0}»\u{A0}?"])
  }
}

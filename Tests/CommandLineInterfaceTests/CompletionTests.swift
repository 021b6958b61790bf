import Diagnostics
import Testing

@testable import CommandLineInterface

@Suite struct `completions` {
  @Test func `hold every command, option and choice`() {
    let bash = BashCompletion.script
    for language in Language.allCases {
      let zsh = ZshCompletion.script(in: language)
      let fish = FishCompletion.script(in: language)
      for command in CommandCatalog.everyCommand {
        #expect(bash.contains("\"\(command.path)\")"))
        #expect(zsh.contains("_empreinte_\(ShellWords.identifier(command.path))()"))
        #expect(fish.contains("-a \(command.name) -d"))
      }
      for option in CommandCatalog.everyCommand.flatMap(\.options) + GlobalOptions.all {
        #expect(bash.contains(option.longName))
        #expect(zsh.contains(option.longName))
        #expect(fish.contains("-l \(option.name)"))
        guard case .choice(let names) = option.expects else { continue }
        for script in [bash, zsh, fish] { #expect(script.contains(names.joined(separator: " "))) }
      }
    }
  }

  @Test(.enabled(if: ShellRun.exists("bash")))
  func `bash reads its script`() throws {
    let result = try ShellRun.run("bash", ["-n"], input: BashCompletion.script)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
  }

  @Test(.enabled(if: ShellRun.exists("zsh")), arguments: Language.allCases)
  func `zsh reads its script`(language: Language) throws {
    let result = try ShellRun.run("zsh", ["-n"], input: ZshCompletion.script(in: language))
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
  }

  @Test(.enabled(if: ShellRun.exists("fish")), arguments: Language.allCases)
  func `fish reads its script`(language: Language) throws {
    let result = try ShellRun.run(
      "fish", ["--no-execute"], input: FishCompletion.script(in: language))
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
  }

  @Test(
    .enabled(if: ShellRun.exists("bash")),
    arguments: [
      (["rep"], ["report"]),
      (["factors", "s"], ["search", "show"]),
      (["-C", "check", "rep"], ["report"]),
      (["report", "--st"], ["--strict"]),
      (["report", "-O", ""], ["text", "csv", "json", "md", "html", "xlsx"]),
      (["check", "--format", "=", ""], ["text", "json"]),
      (["check", "--format", "="], ["text", "json"]),
      (["report", "--by", "s"], ["scope", "site", "sdg"]),
      (["--lang", ""], ["fr", "en"]),
      (["factors", "list", "--fam"], ["--family"]),
      (["completions", ""], ["bash", "zsh", "fish"]),
      (["help", "fac"], ["factors"]),
      (["report", "--year", ""], []),
    ])
  func `bash completes what the parser knows`(typed: [String], expected: [String]) throws {
    let words = (["empreinte"] + typed).map { ShellWords.quoted($0) }.joined(separator: " ")
    let script = """
      \(BashCompletion.script)
      COMP_WORDS=(\(words))
      COMP_CWORD=\(typed.count)
      _empreinte
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try ShellRun.run("bash", ["--norc"], input: script)
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(result.output.split(separator: "\n").map(String.init) == expected)
  }
}

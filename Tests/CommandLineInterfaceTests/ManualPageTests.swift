import Diagnostics
import Testing

@testable import CommandLineInterface

@Suite struct `the manual page` {
  @Test(arguments: Language.allCases)
  func `names every command, option, variable and exit status`(language: Language) {
    let page = ManualPage.text(in: language)
    for command in CommandCatalog.everyCommand {
      #expect(page.contains(".SS \"empreinte \(command.path)\""))
      for option in command.options + GlobalOptions.all {
        #expect(page.contains(ManualPage.escaped(option.longName)))
      }
    }
    for variable in HelpWords.variables { #expect(page.contains(variable.name)) }
    for status in ExitStatus.allCases { #expect(page.contains("\\fB\(status.rawValue)\\fR")) }
  }

  @Test(arguments: Language.allCases)
  func `is ASCII`(language: Language) {
    #expect(ManualPage.text(in: language).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `no text is a request or an escape`() {
    #expect(ManualPage.escaped(".so /etc/passwd") == "\\&.so /etc/passwd")
    #expect(ManualPage.escaped("'a'") == "\\(aqa\\(aq")
    #expect(ManualPage.escaped("\\n -x é") == "\\en \\-x \\[u00E9]")
  }

  @Test(.enabled(if: ShellRun.exists("groff")), arguments: Language.allCases)
  func `groff finds nothing to say`(language: Language) throws {
    let result = try ShellRun.run(
      "groff", ["-man", "-Tutf8", "-ww", "-z"], input: ManualPage.text(in: language))
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
  }
}

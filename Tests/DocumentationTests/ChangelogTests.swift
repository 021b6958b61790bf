import CommandLineInterface
import Testing

/// The changelog knows the version that the program prints.
struct ChangelogTests {
  @Test func `the newest heading is the version, or what is not released yet`() throws {
    let text = try #require(Repository.text(of: "CHANGELOG.md"))
    let headings = Fence.lines(of: text).filter { $0.hasPrefix("## [") }
    let newest = try #require(headings.first)
    let version = "## [\(CommandLineInterface.version)]"
    #expect(newest == "## [Unreleased]" || newest.hasPrefix(version))
    if newest != "## [Unreleased]" { #expect(headings.count { $0.hasPrefix(version) } == 1) }
  }

  @Test func `--version prints the version`() {
    let run = ProgramRun(["--version"], in: Repository.path)
    #expect(run.output == "empreinte \(CommandLineInterface.version)\n")
  }
}

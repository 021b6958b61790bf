import Foundation
import TestSupport
import Testing

/// The commands beside report, check and explain.
@Suite struct CommandTests {
  @Test(arguments: ["fr", "en"])
  func `a new campus checks and reports at once`(_ language: String) throws {
    let folder = try TemporaryFolder()
    let made = try Program.run(["--lang", language, "init", "my campus"], in: folder.path)
    #expect(made.status == 0 && made.errors.isEmpty)
    #expect(made.output.contains("cd 'my campus'"))
    let campus = folder.path(of: "my campus")
    let check = try Program.run(["check"], in: campus)
    #expect(check.status == 0, "\(check.output)")
    let report = try Program.run(["report"], in: campus)
    #expect(report.status == 0)
    #expect(
      report.output.contains(
        language == "fr" ? "my campus · empreinte 2024" : "my campus · footprint 2024"))
    // (48 500 + 41 200) kWh PCS × 0.215 kgCO2e/kWh = 19 285.5 kgCO2e (Base Carbone 37133).
    let gas = try Program.run(["--lang", "en", "explain", "natural-gas"], in: campus)
    #expect(gas.output.contains("Exactly: 19285.5\n"), "\(gas.output)")
    let again = try Program.run(["--lang", language, "init", "my campus"], in: folder.path)
    #expect(again.status == 73)
    #expect(try Program.run(["report"], in: campus).output == report.output)
  }

  @Test(arguments: [
    "École \"Jules\" \\ d'Alès", "a: b # c", "{x}", "line\nbreak", "\u{2028}", "\u{7}bell",
    "\u{1F331} campus", "- item", "'quoted'", "*alias", "%TAG", "\u{85}",
  ])
  func `a campus may have any name`(_ name: String) throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["init", "c", "--name=" + name], in: folder.path).status == 0)
    let result = try Program.run(["report"], in: folder.path(of: "c"))
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func `search finds gas in both languages, with and without accents`() throws {
    for words in [["gaz naturel"], ["natural", "gas"], ["GAZ", "NATUREL"]] {
      let found = try Program.run(["factors", "search"] + words)
      #expect(found.output.contains("natural-gas"), "\(words)")
    }
    let accented = try Program.run(["factors", "search", "électricité"])
    #expect(try Program.run(["factors", "search", "electricite"]).output == accented.output)
    let none = try Program.run(["factors", "search", "xyzzy"])
    #expect(none.status == 64 && none.output.isEmpty)
  }

  @Test func `list names every activity, and show tells its factor with its licence`() throws {
    let list = try Program.run(["factors", "list"]).output.split(separator: "\n")
    let catalogue = try String(
      contentsOfFile: Program.root + "/EmissionFactors/activities.csv", encoding: .utf8)
    for line in catalogue.split(separator: "\n").dropFirst() {
      let name = line.prefix { $0 != "," }
      #expect(list.contains { $0.hasPrefix(name) }, "\(name)")
    }
    let show = try Program.run(["--lang", "en", "factors", "show", "bc-37133"])
    #expect(show.status == 0)
    for words in ["0.2150", "Base Carbone V23.6", "Licence Ouverte 2.0", "Used by: natural-gas"] {
      #expect(show.output.contains(words), "\(words)")
    }
  }

  @Test func `the catalogue of a campus has its own language, whether it has rows or not`() throws {
    let campus = try CampusFixture.campus(
      [:], yaml: CampusFixture.yaml.replacingOccurrences(of: "language: en", with: "language: fr"))
    let result = try Program.run(["factors", "show", "natural-gas"], in: campus.path)
    #expect(result.output.hasPrefix("Gaz naturel"))
  }

  @Test func `a campus that cannot be read is not passed over`() throws {
    let campus = try CampusFixture.campus([:], yaml: "format: [1\n")
    #expect(try Program.run(["factors", "list"], in: campus.path).status == 65)
  }

  @Test func `units convert exactly or not at all`() throws {
    // 1 MWh = 3.6 GJ; a pound is 0.45359237 kg (NIST SP 811).
    #expect(try Program.run(["units", "12 MWh", "kWh"]).output == "12,000 kWh\n")
    #expect(try Program.run(["units", "1 MWh", "GJ"]).output == "3.6 GJ\n")
    #expect(try Program.run(["units", "1 lb", "kg"]).output == "0.45359237 kg\n")
    #expect(
      try Program.run(["--lang", "fr", "units", "1 234,5 kWh PCS"]).output
        == "1\u{202F}234,5 kWh PCS\n")
    #expect(try Program.run(["units", "1 kWh PCS", "kWh PCI"]).status == 64)
    let huge = try Program.run(["units", "900000000000000000 TWh", "J"])
    #expect(huge.status == 64 && huge.output.isEmpty && !huge.errors.isEmpty, "\(huge)")
    #expect(try Program.run(["units"]).output.contains("kWh"))
  }

  @Test func `help, man page and completions are there in both languages`() throws {
    for language in ["fr", "en"] {
      for arguments in [
        ["help"], ["help", "report"], ["help", "factors", "search"], ["help", "--man"],
        ["help", "unknown-activity"], ["report", "--help"], ["completions", "bash"],
        ["completions", "zsh"], ["completions", "fish"],
      ] {
        let result = try Program.run(["--lang", language] + arguments)
        #expect(result.status == 0 && result.output.count > 100, "\(arguments)")
        #expect(result.errors.isEmpty)
      }
    }
    #expect(try Program.run(["--version"]).output.hasPrefix("empreinte "))
  }
}

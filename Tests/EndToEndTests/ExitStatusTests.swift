import Foundation
import TestSupport
import Testing

/// docs/design.md §3: 0 fine, 1 findings, 64 usage, 65 unreadable, 66 missing, 73 cannot write.
@Suite struct ExitStatusTests {
  private func status(_ arguments: String..., in folder: String) throws -> (Int32, String) {
    let result = try Program.run(arguments, in: folder)
    #expect(!result.isCrash)
    #expect(!result.errors.contains("Fatal error"))
    return (result.status, result.errors)
  }

  @Test func `0 when all is well`() throws {
    let campus = try CampusFixture.sound()
    #expect(try status("report", in: campus.path) == (0, ""))
    #expect(try status("check", in: campus.path) == (0, ""))
    #expect(try status("explain", in: campus.path) == (0, ""))
  }

  @Test func `1 when a row is wrong, and the report is printed all the same`() throws {
    let campus = try CampusFixture.campus([
      "activity/a.csv": CampusFixture.rows + "2023,main,no-such-thing,1,kg\n"
    ])
    let report = try Program.run(["report"], in: campus.path)
    #expect(report.status == 1)
    #expect(report.output.contains("INCOMPLETE: 1 rejected row(s) (1 kg)"))
    // 3 000 kWh PCS × 0.215 kgCO2e/kWh = 645 kgCO2e.
    #expect(report.output.contains(#/Fossil fuels +645 /#))
    #expect(try Program.run(["check"], in: campus.path).status == 1)
  }

  @Test func `INCOMPLETE stands beside every total`() throws {
    let campus = try CampusFixture.campus([
      "activity/a.csv": CampusFixture.rows
        + "2023,main,waste-household-mixed,2,t\n2023,main,gass,1,kg\n"
    ])
    let text = try Program.run(["report"], in: campus.path).output
    let lines = text.split(separator: "\n")
    let totals = lines.indices.filter { lines[$0].hasPrefix("Total ") }
    // The headline, scopes, posts, energy and waste.
    #expect(totals.count == 5, "\(text)")
    for place in totals {
      #expect(lines[place...].prefix(2).contains { $0.contains("INCOMPLETE") }, "\(lines[place])")
    }
  }

  @Test func `1 for a doubt only when doubts count`() throws {
    let campus = try CampusFixture.campus([
      "activity/a.csv": CampusFixture.rows + "2023-01,main,natural-gas,1000,kWh PCS\n"
    ])
    let check = try Program.run(["check"], in: campus.path)
    #expect(check.output.contains("warning"), "\(check.output)")
    #expect(check.status == 0)
    #expect(try Program.run(["check", "--strict"], in: campus.path).status == 1)
    #expect(try Program.run(["report", "--strict"], in: campus.path).status == 1)
  }

  @Test func `64 for a command that does not exist, an option, a bad value, an unknown subject`()
    throws
  {
    let campus = try CampusFixture.sound()
    for arguments in [
      ["reprot"], ["report", "--nothing"], ["report", "twenty"], ["report", "-O", "pdf"],
      ["explain", "no-such-thing"], ["explain", "activity/none.csv:3"], ["units", "1,234 kWh"],
      ["units", "3 kWh", "kg"], ["factors", "show", "no-such-factor"],
    ] {
      let result = try Program.run(arguments, in: campus.path)
      #expect(result.status == 64, "\(arguments)")
      #expect(!result.errors.isEmpty && result.output.isEmpty, "\(arguments)")
    }
  }

  @Test func `65 for a campus that cannot be understood`() throws {
    let empty = try CampusFixture.campus(["activity/a.csv": CampusFixture.rows], yaml: "")
    let (code, message) = try status("report", in: empty.path)
    #expect(code == 65 && message.contains("campus.yaml"), "\(message)")
    let broken = try CampusFixture.campus(
      ["activity/a.csv": CampusFixture.rows], yaml: CampusFixture.yaml + "nmae: x\n")
    #expect(try status("report", in: broken.path).0 == 65)
  }

  @Test func `65 for a campus.yaml that is a folder, and not the campus above it`() throws {
    let outer = try CampusFixture.sound()
    try outer.write("x", to: "inner/campus.yaml/x")
    let (code, message) = try status("report", in: outer.path(of: "inner"))
    #expect(code == 65 && message.contains("is not a file"), "\(message)")
  }

  @Test func `66 when there is no campus, no activity, no such year, no data`() throws {
    let nowhere = try TemporaryFolder()
    let (code, message) = try status("report", in: nowhere.path)
    #expect(code == 66 && message.contains("empreinte init"), "\(message)")
    let empty = try CampusFixture.campus([:])
    let (second, words) = try status("report", in: empty.path)
    #expect(second == 66 && words.contains("activity"), "\(words)")
    let campus = try CampusFixture.sound()
    let (third, years) = try status("report", "1999", in: campus.path)
    #expect(third == 66 && years.contains("2023"), "\(years)")
    let lost = try Program.run(
      ["report"], in: campus.path, environment: ["EMPREINTE_DATA": nowhere.path])
    #expect(lost.status == 66 && lost.errors.contains("EMPREINTE_DATA"))
  }

  @Test func `a message comes in the language of the campus`() throws {
    let campus = try CampusFixture.campus(
      ["activity/a.csv": CampusFixture.rows],
      yaml: CampusFixture.yaml.replacingOccurrences(of: "language: en", with: "language: fr"))
    #expect(try status("report", "1999", in: campus.path).1.contains("rien pour 1999"))
    #expect(
      try status("--lang", "en", "report", "1999", in: campus.path).1.contains("nothing for 1999"))
  }
}

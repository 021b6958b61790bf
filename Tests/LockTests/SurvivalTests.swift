import Foundation
import TestSupport
import Testing

/// A locked year needs nothing outside the campus, and nothing outside changes it.
struct SurvivalTests {
  static let formats = ["text", "csv", "json"]

  @Test(arguments: formats)
  func `a lock made with one release survives the arrival of another byte for byte`(
    format: String
  ) throws {
    let campus = try LockCampus()
    let free = try LockCampus()
    #expect(campus.run("factors", "lock", "2023").status == 0)
    let before = campus.run("report", "2023", "-O", format)
    let explained = campus.run("explain", "total", "--year", "2023", "-O", format)
    let row = campus.run("explain", "activity/a.csv:2", "-O", format)
    let lock = campus.lock
    // Gas: 0.181 of combustion becomes 9.181, and 0.215 of total 9.215; water has a new name.
    for each in [campus, free] {
      let gas = each.installed.text(of: "EmissionFactors/factors/energy.csv") ?? ""
      let lines = gas.split(separator: "\n").map { line in
        line.hasPrefix("bc-37133,")
          ? String(line).replacing(",0.181,0.181,", with: ",9.181,9.181,")
            .replacing(",0.215", with: ",9.215")
          : String(line)
      }
      try each.installed.write(
        lines.joined(separator: "\n") + "\n", to: "EmissionFactors/factors/energy.csv")
      try each.changeInstalled("posts.csv", "Water", "Other water")
      try each.changeInstalled("readings/readings.csv", "Bilan Carbone", "Other")
    }
    #expect(free.run("report", "2023", "-O", format).output.contains(/9[,.]?2|9215/))
    #expect(campus.run("report", "2023", "-O", format) == before)
    #expect(campus.run("explain", "total", "--year", "2023", "-O", format) == explained)
    #expect(campus.run("explain", "activity/a.csv:2", "-O", format) == row)
    #expect(campus.lock == lock)
  }

  @Test func `the latest year is chosen among the rows, then computed under its lock`() throws {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2023")
    let before = campus.run("report")
    #expect(before == campus.run("report", "2023"))
    try campus.changeInstalled("factors/energy.csv", "bc-37133,", "bc-other,")
    #expect(campus.run("report") == before)
  }

  @Test func `a locked year needs no table outside the campus`() throws {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2023")
    let before = campus.run("report", "2023", "-O", "csv")
    #expect(before.status == 0)
    try campus.emptyInstalled()
    #expect(campus.run("report", "2023", "-O", "csv") == before)
    #expect(campus.run("report", "2023", "-O", "csv", data: "/nowhere") == before)
    let other = campus.run("report", "2022")
    #expect(other.status == 1 && other.output.contains("INCOMPLETE"))
  }

  @Test(arguments: ["demo-campus", "mines-albi", "mines-ales", "mines-ales-energy-2020"])
  func `a year of an example gives the same report under its lock`(example: String) throws {
    let campus = try LockCampus(example: example)
    let years = campus.run("factors", "lock").output.split(separator: "\n").map {
      String($0.prefix(4))
    }
    for year in years {
      let before = campus.run("report", year, "-O", "csv", "--lang", "en")
      #expect(campus.run("factors", "lock", year).status == 0)
      let after = campus.run("report", year, "-O", "csv", "--lang", "en")
      let note = "Locked year: factors and rules come from campus.lock."
      let rest = after.output.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.contains(note) }.joined(separator: "\n")
      #expect(after.output.contains(note))
      #expect(rest == before.output)
      #expect(after.status == before.status)
    }
    let check = campus.run("check")
    for word in ["lock-", "verrouill"] { #expect(!check.output.contains(word), "\(word)") }
  }

  @Test func `rows of other years, whatever they hold, leave a locked year alone`() throws {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2023")
    let before = campus.run("report", "2023", "-O", "json")
    try campus.folder.write(
      """
      period,activity,quantity,unit,lifetime,purchased
      2024,paper,10,kg,,
      2024,electricity,10,kWh,,
      ,laptop,3,piece,4,2024

      """, to: "activity/b.csv")
    let after = campus.run("report", "2023", "-O", "json")
    #expect(after.status == 0)
    func posts(_ text: String) -> Substring? {
      text.firstRange(of: "\"table\": \"findings\"").map { text[..<$0.lowerBound] }
        ?? text.firstRange(of: "\"table\": \"rows\"").map { text[..<$0.lowerBound] }
    }
    #expect(posts(after.output) == posts(before.output))
    #expect(!after.output.contains("unknown-activity"))
    #expect(campus.run("check").output.contains("0 error(s)"))
  }

  @Test func `a year of resources is locked without factors`() throws {
    let yaml =
      LockCampus.yaml
      + "years:\n  2023: {footprint: resources-only, footprint-note: none}\n"
    let campus = try LockCampus(yaml: yaml)
    let before = campus.run("report", "2023", "-O", "csv")
    #expect(campus.run("factors", "lock", "2023").status == 0)
    #expect(campus.lines(with: ",factors,").count == 1, "the header alone")
    try campus.emptyInstalled()
    let after = campus.run("report", "2023", "-O", "csv")
    let lines = after.output.split(separator: "\n").filter { !$0.contains("Locked year") }
    #expect(lines == before.output.split(separator: "\n"))
    #expect(after.status == 0)
  }
}

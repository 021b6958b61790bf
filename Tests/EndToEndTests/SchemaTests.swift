import Foundation
import TestSupport
import Testing

/// docs/schema says what JSON there is: every report is held against it, and wrong ones are not taken.
struct SchemaTests {
  private static func schema(_ name: String) throws -> JSONSchema {
    let path = Program.root + "/docs/schema/\(name)-1.json"
    return try JSONSchema(String(contentsOfFile: path, encoding: .utf8))
  }

  private static let demo: [[String]] = [
    ["report", "2023"], ["report", "2023", "--by", "sdg", "--by", "month"],
    ["report", "2023", "--reading", "beges"], ["report", "2022", "--reading", "ghg-protocol"],
    ["report", "2023", "--reconcile"], ["report", "2023", "--factors", "installed"],
    ["compare", "2021", "2023"], ["explain", "total"], ["explain", "activity/2021/gas.csv:38"],
    ["scenario", "run", "plan"], ["scenario", "compare", "plan", "snbc3"],
    ["scenario", "solve", "plan"], ["scenario", "explain", "plan", "pumps"],
  ]

  @Test(arguments: demo)
  func `a report is as its schema says`(arguments: [String]) throws {
    try look(arguments, "demo-campus", "report")
  }

  @Test(arguments: [
    ("mines-ales", "2019"), ("mines-ales", "2020"), ("mines-albi", "2018"), ("mines-albi", "2022"),
    ("mines-ales-energy-2020", "2020"),
  ])
  func `the years of the schools are too`(example: String, year: String) throws {
    try look(["report", year], example, "report")
    try look(["check"], example, "check")
  }

  @Test func `a check is as its schema says, with everything there is to find`() throws {
    try look(["check"], "demo-campus", "check")
    let campus = try CampusFixture.campus([
      "activity/a.csv": "period,site,activity,quantity,unit\n2023,main,natural-gaz,1,kWh PCS\n"
        + "2023,nowhere,natural-gas,x,kWh PCS\n2023,,Total,,\n\"open,2\n"
    ])
    let run = try Program.run(["check", "-O", "json"], in: campus.path)
    #expect(run.status == 1)
    let faults = try Self.schema("check").faults(of: try .parse(run.output))
    #expect(faults == [])
  }

  private func look(_ arguments: [String], _ example: String, _ name: String) throws {
    // Keys are the same in both.
    for language in ["fr"] {
      let run = try Program.run(
        ["-C", "Examples/" + example] + arguments + ["-O", "json", "--lang", language])
      #expect(run.status <= 1, "\(run.errors)")
      let faults = try Self.schema(name).faults(of: .parse(run.output))
      #expect(faults == [], "\(arguments): \(faults.prefix(5))")
    }
  }

  @Test func `what is not as it should be is not taken`() throws {
    let schema = try Self.schema("report")
    let whole = """
      {"format":"empreinte-report","version":1,"title":"t","campus":"c","year":2023,"language":"fr",
      "warnings":[],"notes":[],"tables":[{"table":"a","title":"A","units":{},"notes":[],
      "rows":[{"key":"k","label":"l","role":"part","value":1.5}]}]}
      """
    let value = try JSONSchema.Value.parse(whole)
    #expect(schema.faults(of: value) == [])
    for (old, new) in [
      ("\"version\":1", "\"version\":2"), ("2023", "2023.5"), ("\"fr\"", "\"de\""),
      ("\"notes\":[],\"tables\"", "\"tables\""), ("\"part\"", "\"whole\""), ("1.5", "[1.5]"),
      ("1.5", "{\"value\":1,\"low\":0}"), ("\"warnings\":[]", "\"warnings\":[1]"),
      ("\"campus\"", "\"campsu\""),
    ] {
      let wrong = whole.replacing(old, with: new)
      let faults = schema.faults(of: try .parse(wrong))
      #expect(wrong != whole && !faults.isEmpty, "\(new)")
    }
  }
}

import TestSupport
import Testing

/// `report --reading` and `--reconcile`, as they are typed.
struct ReadingCommandTests {
  private static let market = """
        electricity-market:
          contracts:
            - {label: '=cmd|x', quantity: 1 MWh, year: 2023, emissions: 0 kgCO2e/kWh, source: "+s"}

    """

  private func campus() throws -> TemporaryFolder {
    let exclusions = "exclusions:\n  - {post: freight, reason: \"=1+1\", action: \"@a\"}\n"
    return try CampusFixture.campus(
      ["activity/a.csv": CampusFixture.rows + "2023,main,electricity,3,MWh\n"],
      yaml: CampusFixture.yaml + Self.market + exclusions)
  }

  @Test func `an unknown reading is refused, and the known ones are named`() throws {
    let campus = try CampusFixture.sound()
    let result = try Program.run(["report", "--reading", "begues"], in: campus.path)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    for name in ["begues", "bilan-carbone", "beges", "iso-14064-1", "ghg-protocol"] {
      #expect(result.errors.contains(name))
    }
  }

  @Test(arguments: ["bilan-carbone", "beges", "iso-14064-1", "ghg-protocol"])
  func `every reading has a text, a table and a JSON form`(reading: String) throws {
    let campus = try campus()
    for format in ["text", "csv", "json"] {
      for language in ["fr", "en"] {
        let result = try Program.run(
          ["--lang", language, "report", "--reading", reading, "-O", format], in: campus.path)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("Total"))
      }
    }
  }

  @Test func `text from outside is never a formula`() throws {
    let campus = try campus()
    let csv = try Program.run(
      ["report", "--reading", "ghg-protocol", "-O", "csv"], in: campus.path
    ).output
    for line in csv.split(separator: "\n") {
      for cell in line.split(separator: ",") {
        #expect(!cell.hasPrefix("=") && !cell.hasPrefix("@") && !cell.hasPrefix("+s"))
      }
    }
    #expect(csv.contains("'=cmd|x") && csv.contains("'=1+1") && csv.contains("'@a"))
  }

  @Test func `--reading and --reconcile together keep to one reading`() throws {
    let campus = try campus()
    let output = try Program.run(
      ["report", "--reconcile", "--reading", "beges", "--lang", "en"], in: campus.path
    ).output
    #expect(output.contains("From Bilan Carbone to the Regulatory BEGES"))
    #expect(!output.contains("GHG Protocol total"))
  }

  @Test(arguments: [
    ["--reading", "beges", "--by", "site"], ["--reconcile", "--by", "site"],
    ["--reconcile", "--reading", "bilan-carbone"],
  ])
  func `options that ask for two reports are refused`(arguments: [String]) throws {
    let campus = try campus()
    let result = try Program.run(["report"] + arguments, in: campus.path)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    "{label: l, quantity: 999999999999999999 TWh, year: 2023, emissions: 0 kgCO2e/kWh, source: s}",
    "{label: ' ', quantity: 1 MWh, year: 2023, emissions: 0 kgCO2e/kWh, source: s}",
    "{label: l, quantity: 1 MWh, year: 2023, emissions: 0 kgCO2e/kWh, source: ''}",
    "{label: l, quantity: -1 MWh, year: 2023, emissions: 0 kgCO2e/kWh, source: s}",
    "{label: l, quantity: 1, year: 2023, emissions: 0 kgCO2e/kWh, source: s}",
    "{label: l, quantity: 1 kg, year: 2023, emissions: 0 kgCO2e/kWh, source: s}",
    "{label: l, quantity: 1 MWh, year: 2023, emissions: 0 kgCO2e, source: s}",
  ])
  func `a contract that means nothing is refused where it stands`(contract: String) throws {
    let yaml =
      CampusFixture.yaml + "    electricity-market:\n      contracts:\n        - \(contract)\n"
    let campus = try CampusFixture.campus(["activity/a.csv": CampusFixture.rows], yaml: yaml)
    let result = try Program.run(["check"], in: campus.path)
    #expect(result.status == 65)
    #expect((result.output + result.errors).contains("campus.yaml:13:"))
  }

  @Test func `the same contract twice is refused`() throws {
    let contract =
      "{label: l, quantity: 1 MWh, year: 2023, emissions: 0 kgCO2e/kWh, source: s}"
    let yaml =
      CampusFixture.yaml
      + "    electricity-market: {contracts: [\(contract), \(contract)]}\n"
    let campus = try CampusFixture.campus(["activity/a.csv": CampusFixture.rows], yaml: yaml)
    #expect(try Program.run(["check"], in: campus.path).status == 65)
  }

  @Test func `the rows of a reconciliation add up to its causes`() throws {
    let result = try Program.run(
      ["-C", "Examples/demo-campus", "--lang", "en", "report", "2023", "--reconcile", "-O", "csv"])
    var causes: [String: Double] = [:]
    var rows: [String: Double] = [:]
    for line in result.output.split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 7, cells[cells.count - 3] == "emissions",
        let value = Double(cells[cells.count - 2])
      else { continue }
      if cells[0] == "reconciliation-lines" {
        let parts = cells[1].split(separator: ":").map(String.init)
        rows["\(parts[0]) \(parts[3])", default: 0] += value
      } else if cells[0].hasPrefix("reconciliation-"), line.contains(",part,") {
        let reading = cells[0].dropFirst("reconciliation-".count).replacing("-market", with: "")
        causes["\(reading) \(cells[1])"] = value
      }
    }
    #expect(rows.count == 7, "\(rows.keys.sorted())")
    for (cause, sum) in rows {
      #expect(abs(sum - (causes[cause] ?? 0)) < 1e-6, "\(cause)")
    }
  }

  @Test func `an incomplete inventory says so in every form`() throws {
    let campus = try CampusFixture.campus([
      "activity/a.csv": CampusFixture.rows + "2023,main,nothing,3,MWh\n"
    ])
    for arguments in [
      ["--reading", "beges"], ["--reading", "beges", "-O", "csv"], ["--reconcile"],
    ] {
      let result = try Program.run(["report"] + arguments, in: campus.path)
      #expect(result.status == 1)
      #expect(result.output.contains("INCOMPLETE"))
    }
  }

  @Test func `a year of resources only has no reading`() throws {
    let result = try Program.run(
      ["-C", "Examples/mines-ales", "--lang", "en", "report", "2020", "--reading", "beges"])
    #expect(result.output.contains("No footprint total for this year"))
    #expect(!result.output.contains("Total: 0"))
  }
}

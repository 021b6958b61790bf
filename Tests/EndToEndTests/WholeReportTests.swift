import TestSupport
import Testing

/// What stands beside a year where there is room: other years, what changed, where it is to lead.
struct WholeReportTests {
  private static let yaml = """
    format: 1
    name: Test campus
    language: en
    base-year: 2021
    numbers: {decimal: point}
    years:
      2020: {atypical: closed in spring}
      2021: {students: 10}
      2023: {students: 20}

    """

  private static let rows = """
    period,activity,quantity,unit
    2020,natural-gas,100,kWh PCS
    2021,natural-gas,400,kWh PCS
    2022,natural-gas,1000,kWh PCS
    2023-01,natural-gas,300,kWh PCS
    2023-02,natural-gas,200,kWh PCS
    2023-03,natural-gas,100,kWh PCS
    2023,natural-gas,100,kWh PCS
    2023-02,electricity,50,kWh
    2024,natural-gas,5,kWh PCS

    """

  /// A factor of the campus's own.
  private static func factors(_ value: String) -> String {
    """
    factor,family,stage,total,unit,from,to,release,source,source-id,licence,note
    own-gas,own-gas,combustion,\(value),kWh PCS,,,own,Test,1,MIT,

    """
  }

  private static let substitutions =
    "substitutions:\n"
    + [2020, 2021, 2022, 2023].map {
      "  - {activity: natural-gas, year: \($0), factor: own-gas, reason: a test}\n"
    }.joined()

  private func campus(_ more: String = "", _ files: [String: String] = [:]) throws
    -> TemporaryFolder
  {
    try CampusFixture.campus(
      ["activity/a.csv": Self.rows].merging(files) { $1 }, yaml: Self.yaml + more)
  }

  @Test func `the years so far stand beside the year, each with its scopes`() throws {
    let cells = try ReportCells(["report", "2023", "--whole"], in: try campus())
    // Base Carbone 26627 to 2021: 0.204 kgCO2e/kWh PCS; 37133 from 2022: 0.215. 2024 is not in a
    // report of 2023.
    #expect(cells["years/2021/total"] == 81.6 && cells["years/2022/total"] == 215)
    #expect(cells["years/2024/total"] == nil && cells["years/2020/total"] != nil)
    for year in ["2020", "2021", "2022", "2023"] {
      let whole = try #require(cells["years/\(year)/total"])
      let parts = ["1", "2", "3"].compactMap { cells["years/\(year)/scope-\($0)"] }
      #expect(abs(parts.reduce(0, +) - whole) < 1e-9 * whole)
    }
    #expect(cells["years/2021/per-person"] == cells["years/2021/total"].map { $0 / 10 })
    #expect(cells.notes.contains { $0.table == "years" && $0.text.contains("closed in spring") })
  }

  @Test func `what changed is told since the year before and since the base year`() throws {
    let cells = try ReportCells(["report", "2023", "--whole"], in: try campus())
    for year in ["2021", "2022"] {
      let now = try #require(cells["years/2023/total"])
      let before = try #require(cells["years/\(year)/total"])
      let difference = try #require(cells["why-\(year)/total/difference"])
      #expect(abs(difference - (now - before)) < 1e-9)
      let causes = ["perimeter", "activity", "factor"].compactMap {
        cells["why-\(year)/\($0)/difference"]
      }
      #expect(abs(causes.reduce(0, +) - difference) < 1e-9)
      #expect(cells["movers-\(year)/electricity/difference"] != nil)
    }
    #expect(!cells.has(table: "why-2020"))
    // The first year has nothing to be held against.
    let first = try ReportCells(["report", "2020", "--whole"], in: try campus())
    #expect(!first.has(table: "years") && !first.has(table: "why-2021"))
  }

  @Test func `a page says nothing of later years, and a year without rows is no zero`() throws {
    let campus = try campus("scenario: three-percent\n")
    let before = try Program.run(["report", "2022", "-O", "md"], in: campus.path)
    let rows = Self.rows.split(separator: "\n").filter {
      !$0.hasPrefix("2023") && !$0.hasPrefix("2024")
    }
    try campus.write(rows.joined(separator: "\n") + "\n", to: "activity/a.csv")
    let after = try Program.run(["report", "2022", "-O", "md"], in: campus.path)
    func told(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter {
        !$0.contains("of another year") && !$0.contains("| read |") && !$0.contains("**read**")
      }
    }
    #expect(told(before.output) == told(after.output))
    let empty = try Program.run(["report", "2023", "--lang", "en"], in: campus.path)
    #expect(empty.output.contains("Nothing is counted in 2023"))
    let compared = try Program.run(["compare", "2022", "2023", "--lang", "en"], in: campus.path)
    #expect(compared.output.contains("Nothing is counted in 2023"))
  }

  @Test func `the base year is told once when it is the year before`() throws {
    let cells = try ReportCells(["report", "2022", "--whole"], in: try campus())
    #expect(cells.has(table: "why-2021") && !cells.has(table: "why-2020"))
  }

  @Test func `energy by month adds up to the energy of the year`() throws {
    let cells = try ReportCells(["report", "2023", "--whole"], in: try campus())
    // 300 + 200 + 100 and 100 over the year, 50 of electricity in February.
    #expect(cells["energy-months/total/total"] == 750)
    #expect(cells["energy-months/total/total"] == cells["energy/total/energy"])
    #expect(cells["energy-months/2023-02/natural-gas"] == 200)
    #expect(cells["energy-months/2023-02/electricity"] == 50)
    #expect(cells["energy-months/year/natural-gas"] == 100)
    // Two months show nothing of a season.
    let few = try ReportCells(["report", "2022", "--whole"], in: try campus())
    #expect(!few.has(table: "energy-months"))
  }

  @Test func `a terminal shows the year alone`() throws {
    let campus = try campus("scenario: three-percent\n")
    let run = try Program.run(["report", "2023"], in: campus.path)
    #expect(run.status == 0, "\(run.errors)")
    let whole = try Program.run(["report", "2023", "--whole"], in: campus.path)
    for title in ["The years", "Why, since", "By gas", "Trajectory", "Energy by month"] {
      #expect(!run.output.contains(title) && whole.output.contains(title), "\(title)")
    }
    // What a program is given without asking for more is the year too.
    let cells = try ReportCells(["report", "2023"], in: campus)
    #expect(cells.has(table: "by-gas") && !cells.has(table: "years"))
  }

  @Test func `a trajectory is that of the scenario that is named`() throws {
    let none = try ReportCells(["report", "2023", "--whole"], in: try campus())
    #expect(!none.has(table: "targets-tCO2e"))
    let named = try ReportCells(
      ["report", "2023", "--whole"], in: try campus("scenario: three-percent\n"))
    #expect(named.has(table: "targets-tCO2e"))
    let other = try ReportCells(
      ["report", "2023", "--whole", "--scenario", "net-zero-90"],
      in: try campus("scenario: three-percent\n"))
    #expect(other.notes.contains { $0.text.contains("scenario run net-zero-90") })
    let misspelt = try campus("scenario: three-precent\n")
    let wrong = try Program.run(["report", "2023", "-O", "html"], in: misspelt.path)
    #expect(wrong.status != 0 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("three-percent"), "\(wrong.errors)")
  }

  @Test func `a locked year keeps its figures beside the others`() throws {
    let campus = try campus(Self.substitutions, ["factors/own.csv": Self.factors("1")])
    let lock = try Program.run(["factors", "lock", "2022"], in: campus.path)
    #expect(lock.status == 0, "\(lock.errors)")
    try campus.write(Self.factors("2"), to: "factors/own.csv")
    let cells = try ReportCells(["report", "2023", "--whole"], in: campus)
    #expect(cells["years/2022/total"] == 1000)
    #expect(cells["years/2021/total"] == 800)
    // 1 000 kWh at 1 kg and 700 at 2 kg: L = 400 / ln 1.4; activity L · ln 0.7, factors L · ln 2.
    #expect(abs(try #require(cells["movers-2022/natural-gas/activity"]) + 424.0171) < 0.001)
    #expect(abs(try #require(cells["movers-2022/natural-gas/factor"]) - 824.0171) < 0.001)
  }

  @Test func `a locked year is shown beside locked years only`() throws {
    let campus = try campus("scenario: three-percent\n")
    #expect(try Program.run(["factors", "lock", "2021", "2023"], in: campus.path).status == 0)
    let cells = try ReportCells(["report", "2023", "--whole"], in: campus)
    #expect(cells["years/2021/total"] != nil && cells["years/2022/total"] == nil)
    #expect(cells.has(table: "why-2021") && !cells.has(table: "why-2022"))
    #expect(!cells.has(table: "targets-tCO2e"))
    // The page needs nothing outside the folder.
    let page = try Program.run(
      ["report", "2023", "-O", "html"], in: campus.path, environment: ["EMPREINTE_DATA": "/nowhere"]
    )
    #expect(page.status == 0, "\(page.errors)")
    #expect(page.output.contains("beside it stand locked years only, and so not 2020, 2022"))
    #expect(page.output.contains("--scenario three-percent"))
    let asked = try ReportCells(
      ["report", "2023", "--whole", "--scenario", "three-percent"], in: campus)
    #expect(asked.has(table: "targets-tCO2e"))
  }

  @Test func `past years are computed again with one edition when it is asked for`() throws {
    let campus = try campus(Self.substitutions, ["factors/own.csv": Self.factors("1")])
    #expect(try Program.run(["factors", "lock", "2022"], in: campus.path).status == 0)
    try campus.write(Self.factors("2"), to: "factors/own.csv")
    let asLocked = try ReportCells(["compare", "2022", "2023"], in: campus)
    #expect(try #require(asLocked["movers/natural-gas/factor"]) > 800)
    let again = try ReportCells(
      ["compare", "2022", "2023", "--factors", "installed"], in: campus)
    // 1 000 and 700 kWh at 2 kg each.
    #expect(again["movers/natural-gas/difference"] == -600)
    #expect(again["movers/natural-gas/activity"] == -600)
    #expect(again["why/factor/difference"] == 0)
    #expect(again["post/energy/2022"] == 2000)
    let text = try Program.run(
      ["compare", "2022", "2023", "--factors", "installed", "--lang", "en"], in: campus.path)
    #expect(text.output.contains("computed again with the shipped factors"))
    let unknown = try Program.run(
      ["compare", "2022", "2023", "--factors", "nothing"], in: campus.path)
    #expect(unknown.status != 0 && unknown.output.isEmpty && unknown.errors.contains("nothing"))
  }

  @Test func `factors are told apart by their digests`() throws {
    func digest(_ value: String) throws -> String? {
      let campus = try campus(Self.substitutions, ["factors/own.csv": Self.factors(value)])
      return try ReportCells(["report", "2023", "--whole"], in: campus).texts[
        "factors/own-gas/digest"]
    }
    let one = try #require(try digest("1"))
    #expect(one.count == 8)
    #expect(try digest("1") == one)
    #expect(try digest("2") != one)
  }
}

import TestSupport
import Testing

/// How much of the year each meter covers, as reports say it.
struct MeterReportTests {
  private static let header = "period,activity,quantity,unit,meter\n"

  private func report(_ rows: String, _ arguments: String...) throws -> String {
    let campus = try CampusFixture.campus(["activity/a.csv": Self.header + rows])
    return try Program.run(
      ["--lang", "en", "report", "2023"] + arguments, in: campus.path
    ).output
  }

  @Test func `a meter with holes is told with its days and months`() throws {
    // January, and the first 10 days of March: 41 of 365 days, 11 %.
    let rows = "2023-01,electricity,9,kWh,M1\n2023-03-01..2023-03-10,electricity,9,kWh,M1\n"
    let text = try report(rows + "2023,water-supply,9,m3,W1\n")
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("M1 ") })
    #expect(line.contains(" 41 ") && line.contains("11%") && line.contains("2023-02"))
    #expect(!text.contains("\nW1 "), "a meter that is covered whole is not named")
  }

  @Test func `every month of every meter is in the CSV`() throws {
    let rows = "2023-01,electricity,9,kWh,M1\n2023-03-01..2023-03-10,electricity,9,kWh,M1\n"
    let csv = try report(rows, "-O", "csv")
    // 10 of the 31 days of March.
    #expect(csv.contains("meter-months,M1/electricity,M1,apart,2023-01,1,"))
    #expect(csv.contains("meter-months,M1/electricity,M1,apart,2023-02,0,"))
    #expect(csv.contains("meter-months,M1/electricity,M1,apart,2023-03,0.32258"))
  }

  @Test func `days that two rows share count once`() throws {
    let text = try report(
      "2023-01,electricity,9,kWh,M1\n2023-01-15..2023-02-28,electricity,9,kWh,M1\n")
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("M1 ") })
    #expect(line.contains(" 59 "))
  }

  @Test func `without meters nothing is said`() throws {
    #expect(try !report("2023,electricity,9,kWh,\n").contains("Meters covered"))
  }

  @Test(arguments: [("", "365"), ("last-day: excluded\n", "364")])
  func `the last day of a bill counts as the campus says`(key: String, days: String) throws {
    let campus = try CampusFixture.campus(
      [
        "activity/a.csv":
          "from,to,activity,quantity,unit,meter\n2023-01-01,2023-12-31,electricity,9,kWh,M1\n"
      ], yaml: CampusFixture.yaml + key)
    let csv = try Program.run(["--lang", "en", "report", "2023", "-O", "csv"], in: campus.path)
    // Of 365 days: all, or all but the last.
    let share = days == "365" ? ",year,1," : ",year,0.99726027397260273972602739726,"
    #expect(csv.output.contains("meter-months,M1/electricity,M1,apart" + share))
    #expect(csv.output.contains("last-day: excluded") == (days == "364"))
  }
}

import TestSupport
import Testing

/// The uncertainty column: how a bill is cut or written must not change how well it is known.
struct ReadingUncertaintyTests {
  /// The uncertainty of the total of BEGES, in percent.
  private func uncertainty(
    _ rows: String, reading: String = "beges", year: String = "2023"
  ) throws -> String {
    let header = "period,activity,quantity,unit,uncertainty,lifetime,purchased\n"
    let campus = try CampusFixture.campus(["activity/a.csv": header + rows])
    let output = try Program.run(
      ["--lang", "en", "report", year, "--reading", reading, "-O", "csv"], in: campus.path
    ).output
    let total = output.split(separator: "\n").first { $0.hasPrefix("total,") }
    return total?.split(separator: ",").last.map(String.init) ?? output
  }

  @Test func `a bill in twelve parts is known as well as a bill in one`() throws {
    let whole = try uncertainty("2023,electricity,1200,kWh,6%,,\n")
    let parts = (1...12).map { "2023-\($0 < 10 ? "0" : "")\($0),electricity,100,kWh,6%,,\n" }
    #expect(try uncertainty(parts.joined()) == whole)
    // GSD² of 1.06 and of the factor's 10 % (rating 4: 1.1076): exp √(ln² 1.06 + ln² 1.1076).
    #expect(whole == "12.49")
  }

  @Test func `so is one written in two units`() throws {
    let whole = try uncertainty("2023,electricity,1200,kWh,6%,,\n")
    #expect(
      try uncertainty("2023,electricity,200,kWh,6%,,\n2023,electricity,1,MWh,6%,,\n") == whole)
  }

  @Test func `the factor's own uncertainty never averages away`() throws {
    let rows = (1...12).map { "2023-\($0 < 10 ? "0" : "")\($0),electricity,100,kWh,\($0)%,,\n" }
    let value = try #require(Double(try uncertainty(rows.joined())))
    #expect(value > 10.75)
  }

  /// 1 000 kWh to 6 % less 200 kWh to 20 %: 1.25 ln 1.06 + 0.25 ln 1.2 = 0.118417, and ln 1.1076 of the
  /// factor: exp √(0.118417² + 0.10220²) = 1.1693.
  @Test func `a credit note takes nothing away from what may be wrong`() throws {
    let value = try #require(
      Double(try uncertainty("2023,electricity,1000,kWh,6%,,\n2023,electricity,-200,kWh,20%,,\n")))
    #expect(abs(value - 16.93) < 0.01)
  }

  @Test func `an asset is known as well as what was bought in the year`() throws {
    let both = "2020,laptop,10,piece,100%,5,2020\n2023,laptop,10,piece,5%,5,2023\n"
    let alone = "2023,laptop,10,piece,5%,5,2023\n"
    #expect(
      try uncertainty(both, reading: "ghg-protocol")
        == uncertainty(alone, reading: "ghg-protocol"))
    #expect(try uncertainty(both) != uncertainty(alone))
  }
}

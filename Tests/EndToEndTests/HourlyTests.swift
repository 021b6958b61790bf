import Foundation
import TestSupport
import Testing

/// `empreinte report --hourly`, from the files as they are received.
struct HourlyTests {
  private static let curve = """
    Identifiant PRM;Horodate;Valeur;Pas;Unité
    30000;2023-01-10T10:30:00+01:00;2000;PT30M;kW
    30000;2023-01-10T11:00:00+01:00;2000;PT30M;kW
    30000;2023-01-10T12:00:00+01:00;1000;PT60M;kW

    """
  private static let grid = """
    Datetime (UTC),Carbon intensity gCO₂eq/kWh (direct),Carbon intensity gCO₂eq/kWh (Life cycle)
    2023-01-10 09:00:00,50,70
    2023-01-10 10:00:00,80,100

    """

  private func campus() throws -> TemporaryFolder {
    let campus = try CampusFixture.campus(["in/curve.csv": Self.curve, "in/grid.csv": Self.grid])
    for file in ["in/curve.csv", "in/grid.csv"] {
      let run = try Program.run(["import", file], in: campus.path)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
    return campus
  }

  @Test func `both reaches are told, each beside its own stages`() throws {
    let campus = try campus()
    #expect(campus.text(of: "intensity/2023/grid.csv") == Self.grid)
    // 2 000 kWh × 50 + 1 000 × 80 = 180 kg; 3 000 × 65 = 195. Element 43273 of 2023: 39.4 g at the
    // plant and 13.3 upstream, 118.2 and 158.1 kg; 58 g in all, 174 kg. Life cycle: 240 and 255.
    let english = try Program.run(["report", "--hourly", "--lang", "en"], in: campus.path)
    #expect(english.status == 0)
    let lines = english.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    for line in [
      "In the inventory: 174 kgCO2e for them, all stages (bc-43273)",
      "Electricity Maps, hourly · combustion only", "Hour by hour 3,000 60.00 180.0",
      "At the plain mean 3,000 65.00 195.0", "At the inventory's factor 3,000 39.40 118.2",
      "Effect of the hours – – -15.0", "Electricity Maps, hourly · life cycle",
      "Hour by hour 3,000 80.00 240.0", "At the inventory's factor 3,000 52.70 158.1",
    ] {
      #expect(lines.contains(line), "\(line)\n\(english.output)")
    }
    #expect(english.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let french = try Program.run(["report", "--hourly", "--lang", "fr"], in: campus.path)
    #expect(french.output.contains("Effet des heures"))
    #expect(
      french.output.contains("2 h sur 8 760 h") || french.output.contains("2 h sur 8\u{202F}760 h"))
    let json = try Program.run(["report", "--hourly", "-O", "json"], in: campus.path)
    let table = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(table["year"] as? Int == 2023)
    let csv = try Program.run(["report", "--hourly", "-O", "csv"], in: campus.path)
    #expect(csv.output.contains("hourly-electricity-maps-combustion"))
  }

  @Test func `the footprint itself does not change`() throws {
    let campus = try campus()
    let report = try Program.run(["report", "2023"], in: campus.path)
    #expect(report.output.contains("(174 kgCO2e)"), "\(report.output)")
    #expect(try Program.run(["check", "--strict"], in: campus.path).status == 0)
  }

  @Test func `the grid does not come in twice, nor on the shelf of consumption`() throws {
    let campus = try campus()
    let again = try Program.run(["import", "in/grid.csv"], in: campus.path)
    #expect(again.status == 73 && again.errors.contains("intensity/2023/grid.csv"))
    try campus.write(Self.grid + "\n", to: "in/more.csv")
    let wrong = try Program.run(
      ["import", "in/more.csv", "--to", "activity/2023/grid.csv"], in: campus.path)
    #expect(wrong.status == 64 && wrong.output.contains("rows: read 2 = used 2") == false)
    let named = try Program.run(
      ["import", "in/more.csv", "--to", "intensity/grid.csv"], in: campus.path)
    #expect(named.status == 0)
  }

  @Test func `what is missing is said, with what to do`() throws {
    let bare = try CampusFixture.sound()
    let none = try Program.run(["report", "--hourly", "--lang", "en"], in: bare.path)
    #expect(none.status == 66 && none.errors.contains("intensity/"))
    try bare.write(Self.grid, to: "in/grid.csv")
    #expect(try Program.run(["import", "in/grid.csv"], in: bare.path).status == 0)
    let curves = try Program.run(["report", "--hourly", "--lang", "en"], in: bare.path)
    #expect(curves.status == 66 && curves.errors.contains("no load curve of electricity in 2023"))
    let campus = try campus()
    try campus.write(
      Self.curve.replacing("2023-01-10", with: "2022-01-10"), to: "in/other.csv")
    #expect(try Program.run(["import", "in/other.csv"], in: campus.path).status == 0)
    let year = try Program.run(["report", "2022", "--hourly", "--lang", "en"], in: campus.path)
    #expect(year.status == 66 && year.errors.contains("say nothing of 2022"))
    for other in [["--by", "site"], ["--reading", "beges"], ["--reconcile"]] {
      let both = try Program.run(["report", "--hourly"] + other, in: campus.path)
      #expect(both.status == 64, "\(other)")
    }
  }

  @Test func `a locked year tells its hours too`() throws {
    let campus = try campus()
    #expect(try Program.run(["factors", "lock", "2023"], in: campus.path).status == 0)
    let locked = try Program.run(["report", "2023", "--hourly", "--lang", "en"], in: campus.path)
    #expect(locked.status == 0 && locked.output.contains("Hour by hour"), "\(locked.errors)")
  }

  @Test func `a broken file of intensities stops no other report`() throws {
    let campus = try campus()
    try campus.write("a;b\n1;2\n", to: "intensity/2023/grid.csv")
    #expect(try Program.run(["report", "2023"], in: campus.path).status == 0)
    let check = try Program.run(["check", "--lang", "en"], in: campus.path)
    #expect(check.status == 1 && check.output.contains("profile-mismatch"))
    let hourly = try Program.run(["report", "2023", "--hourly", "--lang", "en"], in: campus.path)
    #expect(hourly.status == 65 && hourly.errors.contains("profile-mismatch"))
    // A row that is wrong leaves its hour unknown, and is said before any figure.
    try campus.write(Self.grid.replacing(",80,", with: ",x,"), to: "intensity/2023/grid.csv")
    let partly = try Program.run(["report", "2023", "--hourly", "--lang", "en"], in: campus.path)
    #expect(partly.status == 1)
    #expect(partly.output.contains("INCOMPLETE: 1 row(s) of intensities rejected"))
    #expect(partly.output.contains("Hours without intensity"))
  }
}

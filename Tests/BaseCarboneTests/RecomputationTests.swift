import TestSupport
import Testing

/// `report --factors`: a year with another edition of its factors.
struct RecomputationTests {
  /// The three elements that the rows use, with the values of the shipped tables.
  private static let same = [
    ReleaseCampus.element("37133", "0,215", per: "kWh PCS"),
    ReleaseCampus.element("24283", "0,132", per: "m3"),
    ReleaseCampus.element("24309", "0,919", per: "kg"),
  ]

  @Test func `a release with the same values makes no difference`() throws {
    let campus = try ReleaseCampus(["v1": Self.same])
    let values = campus.values("report", "2023", "--factors", "v1")
    #expect(values["post total computed"] == "230.79")
    #expect(values["post total recomputed"] == "230.79")
    #expect(values["post total difference"] == "0")
    #expect(values["factors total difference"] == "0")
    #expect(!values.keys.contains { $0.hasPrefix("kept") })
  }

  @Test func `values of a release take the place of ours, and the differences add up`() throws {
    let campus = try ReleaseCampus([
      "v2": [
        ReleaseCampus.element("37133", "0,2", per: "kWh PCS"),
        // Archived, and counted all the same.
        ReleaseCampus.element(
          "24283", "0,2", per: "m3", ["Statut de l'élément": "Archivé"]),
        // Tonnes: 919 becomes 1000, and 10 kg are 0.01 t.
        ReleaseCampus.element("24309", "1000", per: "tonne"),
      ]
    ])
    let values = campus.values("report", "2023", "--factors", "v2")
    // Gas 1000 × (0.2 − 0.215) = −15; water 50 × (0.2 − 0.132) = 3.4; paper 10 × (1 − 0.919) = 0.81.
    #expect(values["factors bc-37133 difference"] == "-15")
    #expect(values["factors bc-24283 difference"] == "3.4")
    #expect(values["factors bc-24309 difference"] == "0.81")
    #expect(values["factors bc-24283 status"] == "archived")
    // 230.79 − 15 + 3.4 + 0.81 = 220.
    #expect(values["post total recomputed"] == "220")
    #expect(values["post total difference"] == "-10.79")
    #expect(values["factors total difference"] == "-10.79")
    let text = campus.run("report", "2023", "--factors", "v2").text
    #expect(text.contains("3 factor(s) taken from v2, of which 3 differ and 1 were"))
  }

  @Test func `what a release does not have, or has in another unit, stays and is listed`() throws {
    let campus = try ReleaseCampus([
      "v3": [
        ReleaseCampus.element("37133", "9", per: "kg"),
        ReleaseCampus.element("24309", "1", per: "kg", ["Type de l'élément": "Données source"]),
      ]
    ])
    let values = campus.values("report", "2023", "--factors", "v3")
    #expect(values["kept bc-37133 reason"] == "given per kg in v3")
    #expect(values["kept bc-24283 reason"] == "not in v3")
    #expect(values["kept bc-24309 reason"] == "not in v3")
    #expect(values["kept bc-24283 emissions"] == "6.6")
    #expect(values["post total difference"] == "0")
  }

  @Test func `the kilometre of a car is that of its vehicle`() throws {
    let rows = "period,activity,quantity,unit\n2023,fleet-car-diesel,100,vehicle.km\n"
    let campus = try ReleaseCampus(
      ["v1": [ReleaseCampus.element("1", "1", per: "km")]], rows: rows)
    let own = campus.values("report", "2023", "--factors", "v1")
    let key = try #require(own.keys.first { $0.hasPrefix("kept bc-") })
    let number = key.split(separator: " ")[1].dropFirst(3)
    let again = try ReleaseCampus(
      [
        "v1": [ReleaseCampus.element(String(number), "1", per: "km")],
        "v2": [ReleaseCampus.element(String(number), "1", per: "passager.km")],
      ], rows: rows)
    // 100 × 1 = 100.
    #expect(again.values("report", "--factors", "v1")["post total recomputed"] == "100")
    #expect(again.values("report", "--factors", "v2")["post total difference"] == "0")
  }

  @Test func `the installed tables are an edition too`() throws {
    let campus = try ReleaseCampus([:])
    _ = campus.run("factors", "lock", "2023")
    let values = campus.values("report", "2023", "--factors", "installed")
    #expect(values["post total difference"] == "0")
    #expect(campus.run("report", "2023", "--factors", "installed").text.contains("Locked year"))
    #expect(campus.run("report", "--factors", "v9").status == 66)
    #expect(campus.run("report", "--factors", "../v9").status == 66)
    #expect(campus.run("report", "--factors", "installed", "--by", "site").status == 64)
  }

  @Test func `a release that was changed since its import is refused`() throws {
    let campus = try ReleaseCampus(["v1": Self.same])
    let path = "factors/v1/elements.csv"
    let text = try #require(campus.folder.text(of: path))
    try campus.folder.write(text.replacing(",0.132,", with: ",0.131,"), to: path)
    for arguments in [
      ["report", "--factors", "v1"], ["factors", "diff", "v1", "installed"],
      ["factors", "diff", "installed", "v1"],
    ] {
      let result = campus.run(arguments)
      #expect(result.status == 65, "\(arguments)")
      #expect(result.text.contains("factors/v1/elements.csv: error"), "\(result.text)")
      #expect(result.text.contains("[release-damaged]"))
    }
    let check = campus.run("check")
    #expect(check.status == 1 && check.text.contains("[release-damaged]"))
    // A search has no time for digests.
    #expect(campus.run("factors", "search", "--release", "v1", "chaleur").status == 0)
    try campus.folder.write(text, to: path)
    #expect(campus.run("check").status == 0)
    try campus.folder.write("nothing: here\n", to: "factors/v1/release.yaml")
    #expect(campus.run("check").text.contains("factors/v1/release.yaml: error"))
  }

  @Test func `an index that was changed hides nothing from a report`() throws {
    let campus = try ReleaseCampus([
      "v1": [ReleaseCampus.element("24309", "1", per: "kg")] + Self.same.prefix(2)
    ])
    let before = campus.run("report", "--factors", "v1")
    let path = "factors/v1/index.txt"
    let first = try #require(campus.folder.text(of: path)?.split(separator: "\n").first)
    try campus.folder.write(first + "\n", to: path)
    #expect(campus.run("report", "--factors", "v1").text == before.text)
  }

  @Test func `no release is called installed`() throws {
    let campus = try ReleaseCampus([:])
    try campus.folder.write(OfficialFile(rows: Self.same).text, to: "a.csv")
    let result = campus.run("factors", "import", "a.csv", "--release", "installed")
    #expect(result.status == 64 && result.text.contains("shipped tables"))
  }
}

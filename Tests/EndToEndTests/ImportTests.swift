import Foundation
import TestSupport
import Testing

/// `empreinte import`, as it is typed.
struct ImportTests {
  private static let index = """
    Identifiant PRM;Type de donnees;Unite
    14290000000000;Index;Wh
    Horodate;Type de releve;EAS T
    2023-01-10T00:00:00+01:00;q;1000000
    2023-01-11T00:00:00+01:00;q;3000000

    """
  private static let cards = """
    Date de transaction;Produit;Quantité;Code chauffeur;Immatriculation
    04/01/2023 08:12:00;GAZOLE;62,40;DURAND;AA-123-BB
    05/01/2023 08:12:00;ADBLUE;10;"MARTIN; Paul";CC-456-DD

    """

  private func campus(_ files: [String: String], yaml: String = CampusFixture.yaml) throws
    -> TemporaryFolder
  {
    try CampusFixture.campus(files, yaml: yaml)
  }

  @Test func `a file is recognised, shown, copied in and read from there`() throws {
    let campus = try campus(["in/index.csv": Self.index])
    let first = try Program.run(
      ["import", "in/index.csv", "--lang", "en"], in: campus.path)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("rows: read 2 = used 2"))
    #expect(first.output.contains("kWh: read 2,000 = used 2,000"))
    #expect(first.output.contains("Imported: activity/2023/index.csv"))
    // Byte for byte what was received.
    #expect(campus.text(of: "activity/2023/index.csv") == Self.index)
    let recipe = try #require(campus.text(of: "activity/2023/index.import.yaml"))
    #expect(recipe.contains("profile: \"enedis-index\"\n"))
    // 2 000 kWh of 2023 (element 43273, 0.058): 116 kg.
    let report = try Program.run(["report", "2023", "--lang", "en"], in: campus.path)
    #expect(report.output.contains("(116 kgCO2e)"), "\(report.output)")
    let explained = try Program.run(
      ["explain", "activity/2023/index.csv:5", "--lang", "en"], in: campus.path)
    #expect(explained.output.contains("EAS T"))
  }

  @Test func `the same content does not come in twice, whatever its name`() throws {
    let campus = try campus(["in/index.csv": Self.index, "in/copy.csv": Self.index])
    #expect(try Program.run(["import", "in/index.csv"], in: campus.path).status == 0)
    let second = try Program.run(["import", "in/copy.csv"], in: campus.path)
    #expect(second.status == 73)
    #expect(second.errors.contains("activity/2023/index.csv"))
    #expect(second.output.isEmpty)
  }

  @Test func `a dry run writes nothing`() throws {
    let campus = try campus(["in/index.csv": Self.index])
    let result = try Program.run(["import", "in/index.csv", "--dry-run"], in: campus.path)
    #expect(result.status == 0)
    #expect(!FileManager.default.fileExists(atPath: campus.path(of: "activity")))
  }

  @Test func `persons stay outside`() throws {
    let campus = try campus(["in/cards.csv": Self.cards])
    let result = try Program.run(["import", "in/cards.csv", "--lang", "en"], in: campus.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("rows: read 2 = used 1 + excluded 1"))
    let copy = try #require(campus.text(of: "activity/2023/cards.csv"))
    for name in ["DURAND", "MARTIN", "Paul", "AA-123-BB", "CC-456-DD"] {
      #expect(!copy.contains(name))
    }
    #expect(copy.contains("GAZOLE") && copy.contains("Code chauffeur"))
    let again = try Program.run(["import", "in/cards.csv"], in: campus.path)
    #expect(again.status == 73, "the original is known by its own hash")
    #expect(try Program.run(["check"], in: campus.path).status == 0)
  }

  @Test(arguments: [
    // A stray quote, a name with the delimiter in it, a quote that is never closed.
    "06/01/2023;GAZOLE;1\"x;NAME;EE\n", "06/01/2023;GAZOLE;1;DUPONT; JEAN;EE\n",
    "06/01/2023;GAZOLE;1;\"L ABBE;EE\n07/01/2023;GAZOLE;1;x;y\n",
    "06/01/2023;GAZOLE;1;L\"ABBE;EE\n07/01/2023;GAZOLE;1;6\" X;y\n",
  ])
  func `persons that cannot be emptied with certainty keep the file out`(row: String) throws {
    let campus = try campus(["in/cards.csv": Self.cards + row])
    let result = try Program.run(["import", "in/cards.csv"], in: campus.path)
    #expect(result.status == 65)
    #expect(!FileManager.default.fileExists(atPath: campus.path(of: "activity")))
  }

  @Test func `a column about persons that is there twice is emptied twice`() throws {
    let cards =
      "Date de transaction;Produit;Quantité;Code chauffeur;Code chauffeur;Note\n"
      + "04/01/2023;GAZOLE;62,40;DURAND;PAUL;n\n"
    let campus = try campus(["in/cards.csv": cards])
    #expect(try Program.run(["import", "in/cards.csv"], in: campus.path).status == 0)
    let copy = try #require(campus.text(of: "activity/2023/cards.csv"))
    #expect(!copy.contains("DURAND") && !copy.contains("PAUL") && copy.contains(";n\n"))
  }

  @Test func `a file put there by hand never shows its persons`() throws {
    let campus = try campus([
      "activity/cards.csv": Self.cards,
      "activity/cards.import.yaml": "format: 1\nprofile: fuel-card\n",
    ])
    let explained = try Program.run(["explain", "activity/cards.csv:2"], in: campus.path)
    #expect(explained.status == 0 && !explained.output.contains("DURAND"))
    #expect(try Program.run(["check"], in: campus.path).output.contains("persons-in-file"))
  }

  @Test func `what the file does not say is asked for`() throws {
    let yaml = CampusFixture.yaml.replacing(
      "    name: Main site", with: "    name: Main site\n  other: {name: Other}")
    let campus = try campus(["in/index.csv": Self.index], yaml: yaml)
    let asked = try Program.run(["import", "in/index.csv"], in: campus.path)
    #expect(asked.status == 64)
    #expect(asked.errors.contains("site"))
    let told = try Program.run(
      ["import", "in/index.csv", "--set", "site=other"], in: campus.path)
    #expect(told.status == 0)
    let wrong = try Program.run(
      ["import", "in/index.csv", "--set", "colour=red"], in: campus.path)
    #expect(wrong.status == 64)
  }

  @Test(arguments: [
    ("a;b\n1;2\n", 65), ("", 65), ("\u{0}\u{0}", 65),
  ])
  func `a file nobody knows is refused, and nothing is written`(text: String, status: Int) throws {
    let campus = try campus(["in/x.csv": text])
    let result = try Program.run(["import", "in/x.csv"], in: campus.path)
    #expect(Int(result.status) == status)
    #expect(!result.isCrash)
    #expect(!FileManager.default.fileExists(atPath: campus.path(of: "activity")))
  }

  @Test(arguments: [
    "../x.csv", "activity/../../x.csv", "x.csv", "activity/x.txt", "/tmp/x.csv", "activity/.h.csv",
    "activity/~$x.csv",
  ])
  func `nothing is written outside activity`(target: String) throws {
    let campus = try campus(["in/index.csv": Self.index])
    let result = try Program.run(["import", "in/index.csv", "--to", target], in: campus.path)
    #expect(result.status == 64)
  }

  @Test func `a file that is there is never replaced`() throws {
    let campus = try campus(["in/index.csv": Self.index, "activity/2023/index.csv": "x"])
    let result = try Program.run(["import", "in/index.csv"], in: campus.path)
    #expect(result.status == 73)
    #expect(campus.text(of: "activity/2023/index.csv") == "x")
  }

  @Test func `a changed file, a lost profile and a broken recipe are told`() throws {
    let campus = try campus(["in/index.csv": Self.index])
    #expect(try Program.run(["import", "in/index.csv"], in: campus.path).status == 0)
    let longer = Self.index + "2023-01-12T00:00:00+01:00;q;3000001\n"
    try campus.write(longer, to: "activity/2023/index.csv")
    #expect(try Program.run(["check"], in: campus.path).output.contains("imported-file-changed"))
    try campus.write("format: 1\nprofile: gone\n", to: "activity/2023/index.import.yaml")
    let lost = try Program.run(["report", "2023", "--lang", "en"], in: campus.path)
    #expect(lost.status == 1 && lost.output.contains("INCOMPLETE"))
    try campus.write("format: 1\nprofil: gone\n", to: "activity/2023/index.import.yaml")
    let broken = try Program.run(["report", "2023"], in: campus.path)
    #expect(broken.status == 65 && broken.output.isEmpty)
  }

  @Test func `a locked year keeps the profile its files were read with`() throws {
    let own = """
      format: 1
      name: own
      label: Own
      match: {header: [Jour, kWh]}
      columns: {period: Jour, quantity: kWh}
      constants: {activity: electricity, unit: kWh}
      decimal: point

      """
    let campus = try campus([
      "in/a.csv": "Jour;kWh\n10/01/2023;2000\n", "profiles/own.yaml": own,
    ])
    func report() throws -> String {
      try Program.run(["report", "2023", "--lang", "en"], in: campus.path).output
    }
    #expect(try Program.run(["import", "in/a.csv"], in: campus.path).status == 0)
    #expect(try Program.run(["factors", "lock", "2023"], in: campus.path).status == 0)
    let locked = try report()
    #expect(locked.contains("(116 kgCO2e)"))
    // The profile would now read a thousand times as much.
    try campus.write(own.replacing("unit: kWh", with: "unit: MWh"), to: "profiles/own.yaml")
    #expect(try report() == locked)
    let check = try Program.run(["check", "--lang", "en"], in: campus.path)
    #expect(check.status == 0 && check.output.contains("lock-profile-changed"))
    let broken = "format: 1\nname: [\n"
    try campus.write(broken, to: "profiles/other.yaml")
    #expect(try report() == locked, "a page that is wrong is none of a locked year's business")
    let windows = try #require(campus.text(of: "campus.lock")).replacing("\n", with: "\r\n")
    let unix = try #require(campus.text(of: "campus.lock"))
    try campus.write(windows, to: "campus.lock")
    #expect(try report() == locked, "git may have changed the line ends")
    try campus.write(unix, to: "campus.lock")
    try FileManager.default.removeItem(atPath: campus.path(of: "profiles"))
    #expect(try report() == locked)
    // The copy is sealed like every other row.
    let lock = try #require(campus.text(of: "campus.lock"))
    try campus.write(lock.replacing("unit: kWh", with: "unit: MWh"), to: "campus.lock")
    #expect(try Program.run(["report", "2023"], in: campus.path).status == 65)
  }

  @Test func `a campus's own profile goes before the shipped one of its name`() throws {
    let own = """
      format: 1
      name: enedis-index
      label: Own
      match: {header: [Horodate, EAS T], above: [Identifiant PRM]}
      means: index
      columns: {stamp: Horodate, quantity: EAS T}
      constants: {activity: electricity, unit: kWh}
      decimal: point

      """
    let campus = try campus(["in/index.csv": Self.index, "profiles/own.yaml": own])
    let result = try Program.run(["import", "in/index.csv", "--lang", "en"], in: campus.path)
    #expect(result.output.contains("kWh: read 2,000,000"))
  }
}

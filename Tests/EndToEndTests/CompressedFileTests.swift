import TestSupport
import Testing

/// A `.csv.gz` is an activity file like any other.
@Suite struct CompressedFileTests {
  private static let packed = GzipWriter.member(Array(CampusFixture.rows.utf8))

  private func campus(_ bytes: [UInt8] = packed) throws -> TemporaryFolder {
    let folder = try CampusFixture.campus([:])
    try folder.write(bytes, to: "activity/2023/a.csv.gz")
    return folder
  }

  @Test func `every command says the same of a file and of its compressed copy`() throws {
    let plain = try CampusFixture.sound()
    let packed = try campus()
    for arguments in [
      ["check"], ["report"], ["report", "-O", "json"], ["explain", "total", "-O", "csv"],
      ["explain", "--all", "-O", "csv"],
    ] {
      let expected = try Program.run(arguments, in: plain.path)
      let found = try Program.run(arguments, in: packed.path)
      #expect(found.status == expected.status)
      #expect(found.output.replacing("a.csv.gz", with: "a.csv") == expected.output)
    }
  }

  @Test func `a line of a compressed file can be explained`() throws {
    let folder = try campus()
    let result = try Program.run(["explain", "activity/2023/a.csv.gz:3"], in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.contains("2000"))
  }

  @Test func `a file that was cut short counts what is there and says INCOMPLETE`() throws {
    var rows = CampusFixture.rows
    for day in 1...9 { rows += "2023-03-0\(day),main,natural-gas,\(day)00,kWh PCS\n" }
    let whole = GzipWriter.member(Array(rows.utf8), level: 0)
    let folder = try campus(Array(whole.prefix(whole.count - 40)))
    let check = try Program.run(["check"], in: folder.path)
    #expect(check.status == 1)
    #expect(check.output.contains("activity/2023/a.csv.gz:13: error: reading stops here"))
    let report = try Program.run(["report"], in: folder.path)
    #expect(report.status == 1)
    let missing = "INCOMPLETE: Files not read, or not to their end: activity/2023/a.csv.gz"
    #expect(report.output.contains(missing))
  }

  @Test func `a compressed file that was changed counts for nothing`() throws {
    var bytes = GzipWriter.member(Array(CampusFixture.rows.utf8), level: 0)
    // A digit of the second row.
    bytes[70] ^= 1
    let folder = try campus(bytes)
    let check = try Program.run(["check"], in: folder.path)
    #expect(check.status == 1)
    #expect(check.output.contains("activity/2023/a.csv.gz:1: error: reading stops here"))
    #expect(check.output.contains("1 file(s), 0 row(s): 1 error(s)"))
  }

  @Test func `a file that was imported may be compressed afterwards`() throws {
    let index = """
      Identifiant PRM;Type de donnees;Unite
      14290000000000;Index;Wh
      Horodate;Type de releve;EAS T
      2023-01-10T00:00:00+01:00;q;1000000
      2023-01-11T00:00:00+01:00;q;3000000

      """
    let folder = try CampusFixture.campus(["in/index.csv": index])
    #expect(try Program.run(["import", "in/index.csv"], in: folder.path).status == 0)
    let plain = try Program.run(["report", "-O", "json"], in: folder.path)
    #expect(plain.status == 0 && plain.output.contains("116"))
    _ = try Program.shell("gzip activity/2023/index.csv", in: folder.path)
    let packed = try Program.run(["report", "-O", "json"], in: folder.path)
    #expect(packed.output.replacing("index.csv.gz", with: "index.csv") == plain.output)
    let check = try Program.run(["check"], in: folder.path)
    #expect(check.status == 0 && !check.output.contains("imported-file-changed"))
  }

  @Test func `capitals do not count, and other compressed files are none of ours`() throws {
    let folder = try CampusFixture.sound()
    try folder.write(Self.packed, to: "activity/2023/notes.txt.gz")
    try folder.write([1, 2, 3], to: "activity/2023/._a.csv.gz")
    #expect(try Program.run(["check"], in: folder.path).status == 0)
    let capitals = try CampusFixture.campus([:])
    try capitals.write(Self.packed, to: "activity/A.CSV.GZ")
    #expect(try Program.run(["report"], in: capitals.path).status == 0)
  }
}

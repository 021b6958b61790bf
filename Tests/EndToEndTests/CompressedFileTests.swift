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
      ["check"], ["report"], ["report", "-O", "json"], ["explain", "total"],
      ["explain", "--all", "-O", "csv"],
    ] {
      let expected = try Program.run(arguments, in: plain.path)
      let found = try Program.run(arguments, in: packed.path)
      #expect(found.status == expected.status)
      #expect(found.output.replacing("a.csv.gz", with: "a.csv") == expected.output)
    }
  }

  @Test func `a line of a compressed file can be explained`() throws {
    let result = try Program.run(["explain", "activity/2023/a.csv.gz:3"], in: try campus().path)
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
    #expect(report.output.contains("INCOMPLETE"))
  }

  @Test func `a compressed file that was changed counts for nothing`() throws {
    var bytes = GzipWriter.member(Array(CampusFixture.rows.utf8), level: 0)
    // A digit of the second row.
    bytes[70] ^= 1
    let check = try Program.run(["check"], in: try campus(bytes).path)
    #expect(check.status == 1)
    #expect(check.output.contains("activity/2023/a.csv.gz:1: error: reading stops here"))
    #expect(check.output.contains("1 file(s), 0 row(s): 1 error(s)"))
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

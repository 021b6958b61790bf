import Foundation
import TestSupport
import Testing

/// Rule 6: the same folder gives the same bytes; the order of rows and files says nothing.
@Suite struct DeterminismTests {
  static let reports = [
    ["report", "2023"], ["report", "2023", "-O", "csv"], ["report", "2023", "-O", "json"],
    ["check", "-O", "json"], ["explain", "total", "--all"], ["explain", "--all", "-O", "csv"],
  ]

  /// Dictionaries are seeded anew in every process.
  @Test(arguments: reports)
  func `two processes write the same bytes`(_ arguments: [String]) throws {
    let all = ["-C", "Examples/demo-campus"] + arguments
    let first = try Program.run(all)
    #expect(first.status == 0 && !first.output.isEmpty)
    #expect(try Program.run(all).output == first.output)
  }

  @Test func `neither locale, time zone, clock nor folder changes a byte`() throws {
    let here = try Program.run(["-C", "Examples/mines-ales", "report", "2019"])
    let there = try Program.run(
      ["report", "2019"], in: Program.root + "/Examples/mines-ales/activity",
      environment: [
        "LC_ALL": "de_DE.UTF-8", "LANG": "ar_EG", "TZ": "Pacific/Kiritimati", "HOME": "/",
      ])
    #expect(there.output == here.output)
  }

  /// Every file of one year's shelf gets the name of another, and its rows another order: only the
  /// accounts by file tell them apart, so the reports compared are those without file names.
  @Test(arguments: [1, 2] as [UInt64])
  func `permuted rows and files give the identical report`(_ seed: UInt64) throws {
    let original = try Program.run(["-C", "Examples/demo-campus", "report", "2023"])
    let copy = try CampusFixture.copy(of: "demo-campus")
    let campus = copy.path(of: "campus")
    var random = SplitMix64(seed: seed)
    try Self.permute(campus, &random)
    let permuted = try Program.run(["report", "2023"], in: campus)
    #expect(permuted.output == original.output)
    // Exact totals too, to the last digit.
    let arguments = ["report", "2023", "-O", "json"]
    let exact = try Program.run(["-C", "Examples/demo-campus"] + arguments)
    #expect(
      Self.withoutFiles(try Program.run(arguments, in: campus).output)
        == Self.withoutFiles(exact.output))
  }

  @Test func `twice the quantities are twice the emissions, exactly`() throws {
    let once = try CampusFixture.sound()
    let twice = try CampusFixture.campus([
      "activity/2023/a.csv": CampusFixture.rows.replacingOccurrences(of: ",1000,", with: ",2000,")
        .replacingOccurrences(of: ",2000,kWh PCS\n2023,", with: ",4000,kWh PCS\n2023,")
        .replacingOccurrences(of: ",50,", with: ",100,")
    ])
    let (small, large) = (try Self.total(once.path), try Self.total(twice.path))
    #expect(small > 0)
    #expect(large == small * 2)
  }

  /// The total of the scopes, exactly.
  static func total(_ campus: String) throws -> Decimal {
    let json = try Program.run(["report", "-O", "json"], in: campus).output
    let scope = json.components(separatedBy: "\"table\": \"scope\"").last ?? ""
    let total = scope.components(separatedBy: "\"key\": \"total\"").dropFirst().first ?? ""
    let digits = total.components(separatedBy: "\"emissions\": ").dropFirst().first ?? ""
    return Decimal(string: String(digits.prefix { $0 != "," && $0 != "\n" })) ?? -1
  }

  /// Rows in another order (the header stays), names of files exchanged within each folder.
  private static func permute(_ campus: String, _ random: inout SplitMix64) throws {
    let manager = FileManager.default
    let configuration = try String(contentsOfFile: campus + "/campus.yaml", encoding: .utf8)
    for year in ["2021", "2022", "2023"] {
      let folder = campus + "/activity/" + year
      // A file that campus.yaml names keeps its name: what it accepts there is accepted there.
      let names = try manager.contentsOfDirectory(atPath: folder).sorted()
        .filter { !configuration.contains("\(year)/\($0)") }
      var contents: [Data] = []
      for name in names {
        let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
        contents.append(Data(shuffled(bytes, &random)))
      }
      for (name, content) in zip(names.shuffled(using: &random), contents) {
        try content.write(to: URL(filePath: folder + "/" + name))
      }
    }
  }

  /// The demo has no line break within a field.
  private static func shuffled(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var lines = bytes.split(separator: 10).map { Array($0) }
    let header = lines.removeFirst()
    return ([header] + lines.shuffled(using: &random)).flatMap { $0 + [10] }
  }

  /// The table of accounts names the files; everything else must not.
  private static func withoutFiles(_ json: String) -> String {
    let parts = json.components(separatedBy: "  {\n   \"table\": ")
    return parts.filter { !$0.hasPrefix("\"files\"") }.joined(separator: "|")
  }
}

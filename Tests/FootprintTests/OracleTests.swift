import Diagnostics
import EmissionFactors
import Footprint
import Foundation
import Inventory
import Quantities
import Testing

/// The examples against Tests/Oracle/oracle.py, which shares no code with us: exact fractions,
/// read from the same files.
struct OracleTests {
  private static let python = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map { $0 + "/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  private struct Year: Decodable {
    var total: String?
    var scopes: [String: String]
    var posts: [String: String]
  }

  private func oracle(_ example: String) throws -> [String: Year] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = [
      Shipped.root.appendingPathComponent("Tests/Oracle/oracle.py").path,
      Shipped.root.appendingPathComponent("Examples/" + example).path,
      Shipped.root.appendingPathComponent("EmissionFactors").path,
    ]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode([String: Year].self, from: data)
  }

  @Test(
    .enabled(if: python != nil, "python3 is not installed: the oracle cannot be asked"),
    arguments: ["mines-ales", "mines-ales-energy-2020", "mines-albi", "demo-campus"])
  func `total, scopes and posts are those of an independent computation, to the last digit`(
    example: String
  ) throws {
    let campus = try CampusCase.example(example)
    let expected = try oracle(example)
    #expect(Set(expected.keys) == Set(campus.run.years.map(String.init)))
    for year in campus.run.years {
      let wanted = try #require(expected[String(year)])
      let footprint = campus.run.footprint(year: year)
      guard let total = wanted.total else {
        #expect(footprint.isResourcesOnly)
        continue
      }
      #expect(footprint.total.exactText == total, "\(year)")
      #expect(parts(campus, year, .scope) == wanted.scopes, "\(year)")
      #expect(parts(campus, year, .post) == wanted.posts, "\(year)")
    }
  }

  private func parts(_ campus: CampusCase, _ year: Int, _ dimension: BreakdownDimension)
    -> [String: String]
  {
    let rows = campus.run.footprint(year: year).breakdown(by: dimension).filter { $0.depth == 0 }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0.amount.exactText) })
  }
}

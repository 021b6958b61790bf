import Foundation
import TestSupport
import Testing

/// The order of factors in their files, and of the files, changes nothing that is printed.
struct FactorOrderTests {
  /// A copy of the shipped tables with the factors of every file in another order, in files of other
  /// names.
  private func shuffled(seed: UInt64) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let target = folder.path(of: "EmissionFactors")
    try FileManager.default.copyItem(
      atPath: Program.root + "/EmissionFactors", toPath: target)
    let tables = target + "/factors"
    var random = SplitMix64(seed: seed)
    let names = try FileManager.default.contentsOfDirectory(atPath: tables).sorted()
    for (place, name) in names.shuffled(using: &random).enumerated() {
      let text = try String(contentsOfFile: tables + "/" + name, encoding: .utf8)
      let lines = text.split(separator: "\n").map(String.init)
      // The stages of a factor follow one another: they move together.
      var factors: [[String]] = []
      for line in lines.dropFirst() {
        let identifier = line.prefix { $0 != "," }
        if factors.last?.first?.hasPrefix(identifier + ",") == true {
          factors[factors.count - 1].append(line)
        } else {
          factors.append([line])
        }
      }
      let rows = factors.shuffled(using: &random).flatMap { $0 }
      try FileManager.default.removeItem(atPath: tables + "/" + name)
      try folder.write(
        ([lines[0]] + rows).joined(separator: "\n") + "\n",
        to: "EmissionFactors/factors/\(place)-\(name)")
    }
    try FileManager.default.copyItem(
      atPath: Program.root + "/Scenarios", toPath: folder.path(of: "Scenarios"))
    return folder
  }

  @Test(arguments: [("demo-campus", "2022"), ("mines-ales-energy-2020", "2020")])
  func `permuted factors give the identical report and reading`(campus: String, year: String)
    throws
  {
    let data = try shuffled(seed: 7)
    let reports = [
      ["report", year, "-O", "json", "--whole"],
      ["report", year, "--reading", "ghg-protocol", "-O", "json"],
    ]
    for report in reports {
      let arguments = ["-C", "Examples/" + campus] + report
      let usual = try Program.run(arguments)
      let other = try Program.run(["--data", data.path] + arguments)
      #expect(!usual.output.isEmpty)
      #expect(usual.output == other.output)
      #expect(usual.status == other.status)
    }
  }
}

import Diagnostics
import Quantities
import TestSupport
import Testing

@testable import EmissionFactors

/// Stages, gases and the rounding between them.
struct SplitTests {
  private func cells(_ element: ReleaseElement) -> [String] {
    element.cells.map { "\($0.stage.identifier) \($0.gas.identifier) \($0.value)" }
  }

  /// 0.0344 + 0.181 = 0.2154, published as 0.215.
  @Test func `the published total stands and the rest is rounding`() throws {
    let file = OfficialFile(rows: [
      OfficialFile.element("1", "0,215", ["CO2f": "0,205", "CH4f": "0,0101"]),
      OfficialFile.stage("1", "Combustion", "0,181", ["CO2f": "0,181", "CO2b": "0,02"]),
      OfficialFile.stage("1", "Amont", "0,0344", ["CO2f": "0,0243", "CH4f": "0,0101"]),
    ])
    let (release, log) = file.read()
    let element = try #require(release?.elements.first)
    #expect(
      cells(element) == [
        "combustion co2-fossil 0.181", "combustion co2-biogenic 0.02", "upstream co2-fossil 0.0243",
        "upstream ch4-fossil 0.0101", "rounding rounding -0.0004",
      ])
    #expect(log.isEmpty)
  }

  /// CH4b is in the total, CO2b is not: 0.05 + 0.01 = 0.06.
  @Test func `biogenic methane counts, biogenic CO2 is apart`() throws {
    let row = OfficialFile.element(
      "1", "0,06", ["CO2f": "0,05", "CH4b": "0,01", "CO2b": "-0,2", "N2O": "0"])
    let element = try #require(OfficialFile(rows: [row]).read().release?.elements.first)
    #expect(
      cells(element) == [
        "whole co2-fossil 0.05", "whole ch4-biogenic 0.01", "whole co2-biogenic-uptake -0.2",
      ])
  }

  /// The code stands on the element's row; the stage's row has the value alone: 1.4 + 0.1 + 0.5 = 2.
  @Test func `further gases keep their codes, and stages take them from their element`() throws {
    let codes = [
      "Code gaz supplémentaire 1": "Divers", "Valeur gaz supplémentaire 1": "1,4",
      "Code gaz supplémentaire 2": "SF6", "Valeur gaz supplémentaire 2": "0,1",
      "Valeur gaz supplémentaire 3": "0", "Valeur gaz supplémentaire 4": "0",
      "Valeur gaz supplémentaire 5": "0", "CO2f": "0,5",
    ]
    let values = codes.filter { !$0.key.hasPrefix("Code") }
    let file = OfficialFile(rows: [
      OfficialFile.element("1", "2", codes), OfficialFile.stage("1", "Combustion", "2", values),
    ])
    let (release, log) = file.read()
    let element = try #require(release?.elements.first)
    #expect(
      cells(element) == ["combustion co2-fossil 0.5", "combustion other 1.4", "combustion sf6 0.1"])
    #expect(element.stages[0].split.parts.map(\.code) == ["CO2f", "Divers", "SF6"])
    #expect(log.isEmpty)
  }

  @Test func `an unknown gas is counted, and no group is guessed for it`() throws {
    let row = OfficialFile.element(
      "1", "2", ["Code gaz supplémentaire 5": "XeF9", "Valeur gaz supplémentaire 5": "2"])
    let (release, log) = OfficialFile(rows: [row]).read()
    #expect(cells(try #require(release?.elements.first)) == ["whole unspecified 2"])
    #expect(log.counts == ["unknown-gas-code": 1])
  }

  @Test(arguments: [
    // 0.4 of 10 is 4 %, and more than the last digit published, 0.1.
    ("10,0", "9,6", 1),
    // 1 %: rounding.
    ("10,0", "9,9", 0),
    // 10 %, but less than the last digit published, 1.
    ("3", "2,7", 0), ("3,0", "2,7", 1),
    // 25 % of 0.004, where 4,00E-03 is published to 0.00001.
    ("4,00E-03", "3,00E-03", 1),
    // An avoided emission: -0.7 + 0.5 = -0.2.
    ("-0,7", "-0,5", 1), ("-0,7", "-0,7", 0),
  ])
  func `a difference beyond rounding is a finding`(total: String, part: String, count: Int) throws {
    let ofStages = OfficialFile(rows: [
      OfficialFile.element("1", total), OfficialFile.stage("1", "Amont", part),
    ])
    let ofGases = OfficialFile(rows: [OfficialFile.element("1", total, ["CO2f": part])])
    for file in [ofStages, ofGases] {
      #expect(file.read().log.counts["factor-parts-differ"] ?? 0 == count)
    }
  }

  @Test(arguments: 1...20)
  func `the cells of any element add up to its published total`(seed: UInt64) throws {
    let release = try #require(RandomFile.make(seed: seed).read().release)
    #expect(!release.elements.isEmpty)
    for element in release.elements {
      let sum = element.cells.filter { !$0.gas.isApart }.reduce(Number.zero) { $0 + $1.value }
      #expect(sum == element.own.total, "\(element.identifier)")
    }
  }

  @Test(arguments: 1...20)
  func `the order of elements in the file leaves no trace`(seed: UInt64) throws {
    let file = RandomFile.make(seed: seed)
    let release = try #require(file.read().release)
    var random = SplitMix64(seed: seed)
    var shuffled = file
    shuffled.rows = RandomFile.groups(of: file.rows).shuffled(using: &random).flatMap { $0 }
    #expect(shuffled.read().release == release)
    #expect(release.account.addsUp)
  }
}

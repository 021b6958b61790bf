import Diagnostics
import Foundation
import Quantities
import Tables
import Testing

@testable import EmissionFactors

/// The real file, where there is one: `EMPREINTE_BASE_CARBONE=Base_Carbone_V23.6.csv`.
@Suite(.enabled(if: OfficialBase.path != nil))
struct OfficialReleaseTests {
  /// Read once for all tests.
  private static let release: (release: Release?, log: FindingLog) = {
    var log = FindingLog()
    guard let path = OfficialBase.path, let data = FileManager.default.contents(atPath: path) else {
      return (nil, log)
    }
    let source = ByteSource(name: "base.csv", bytes: Array(data))
    return (BaseCarboneReader.read(source, log: &log), log)
  }()

  private func element(_ identifier: String) throws -> ReleaseElement {
    let release = try #require(Self.release.release)
    return try #require(release.elements.first { $0.identifier == identifier })
  }

  // Counted in V23.6 with another program: 12 817 Elément + 5 799 Poste, of which 4 654 + 2 517 are
  // archived. Refused: 17 elements without a unit that are no warming potential (15 climate
  // coefficients, 2 refrigeration rates, these archived); 4 in "mL" and 1 in "étage".
  @Test func `all 18 616 rows are accounted for`() throws {
    let account = try #require(Self.release.release).account
    #expect(account.read == 18_616)
    #expect(account.addsUp)
    #expect(account.refused == [.missingUnit: 17, .unknownUnit: 5])
    #expect(account.imported == .init(elements: 8163 - 20, stages: 3282))
    #expect(account.archived == .init(elements: 4654 - 2, stages: 2517))
  }

  @Test func `no total differs from its parts beyond rounding`() {
    #expect(Self.release.log.counts["factor-parts-differ"] == nil)
    #expect(Self.release.log.counts["unknown-gas-code"] == nil)
  }

  @Test func `the cells of every element add up to its published total`() throws {
    for element in try #require(Self.release.release).elements {
      let sum = element.cells.filter { !$0.gas.isApart }.reduce(Number.zero) { $0 + $1.value }
      #expect(sum == element.own.total, "\(element.identifier)")
    }
  }

  /// Rows of 37133: Amont 0,0344; Combustion 0,181; total 0,215.
  @Test func `gas 2022 is 0.0344 upstream + 0.181 combustion - 0.0004 rounding`() throws {
    let gas = try element("37133")
    var byStage: [Stage: Number] = [:]
    for cell in gas.cells {
      byStage[cell.stage, default: .zero] = (byStage[cell.stage] ?? .zero) + cell.value
    }
    #expect(
      byStage == [
        .upstream: Number("0.0344") ?? .zero, .combustion: Number("0.181") ?? .zero,
        .rounding: Number("-0.0004") ?? .zero,
      ])
    #expect(gas.own.total == Number("0.215"))
    #expect(gas.unit.unit.symbol == "kWh PCS")
    #expect(gas.uncertainty == Number(5))
    #expect(gas.validity == "28/02/2025")
  }

  /// Rows of 28333: 0,0407 at the plant, 0,0138 upstream, 0,0054 losses; they add up exactly.
  @Test func `electricity 2020 is 0.0599`() throws {
    let electricity = try element("28333")
    #expect(electricity.own.total == Number("0.0599"))
    #expect(
      electricity.cells.map(\.stage) == [.plantCombustion, .upstream, .transportDistribution])
  }

  /// The file's own figures; R-410A is 50 % R-32 and 50 % R-125.
  @Test(arguments: [
    ("22584", "677"), ("43152", "771"), ("22600", "1924"), ("43632", "2256"),
  ])
  func `R-32 and R-410A under AR5 and AR6`(identifier: String, potential: String) throws {
    let factor = try #require(try element(identifier).factor(of: "base-carbone-v23.6"))
    #expect(factor.total == Number(potential))
    #expect(factor.unit.symbol == "kg")
  }
}

/// Where the official file is, if it is anywhere.
enum OfficialBase {
  static let path = ProcessInfo.processInfo.environment["EMPREINTE_BASE_CARBONE"]
}

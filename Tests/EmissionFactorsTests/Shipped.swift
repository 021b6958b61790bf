import Diagnostics
import EmissionFactors
import Foundation
import Quantities
import Tables
import Testing

/// The data folder of the repository, read once for all tests.
enum Shipped {
  /// The root of the repository, three folders above this file.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What was read, and what was found on the way.
  static let reading = read()
  /// The catalogue.
  static var catalog: FactorCatalog { reading.catalog }

  /// The names of the factor tables, in order.
  static let factorTables: [String] = {
    let folder = root.appendingPathComponent("EmissionFactors/factors").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted().map { "factors/" + $0 }
  }()

  private static func read() -> (catalog: FactorCatalog, log: FindingLog) {
    var sources = CatalogSources()
    for table in CatalogTable.allCases where table != .factors {
      sources[table] = [source(table.path)]
    }
    sources[.factors] = factorTables.map(source)
    var log = FindingLog()
    let catalog = FactorCatalogReader.read(sources, log: &log)
    return (catalog, log)
  }

  private static func source(_ name: String) -> ByteSource {
    ByteSource(name: "EmissionFactors/" + name, bytes: bytes(name))
  }

  private static func bytes(_ name: String) -> [UInt8] {
    let url = root.appendingPathComponent("EmissionFactors").appendingPathComponent(name)
    return [UInt8]((try? Data(contentsOf: url)) ?? Data())
  }

  /// The rows of a table by header, split here and not by the code under test.
  static func rows(_ name: String) -> [[String: String]] {
    let lines = String(decoding: bytes(name), as: UTF8.self).split(separator: "\n")
    guard let header = lines.first.map({ cells(String($0)) }) else { return [] }
    return lines.dropFirst().map {
      Dictionary(uniqueKeysWithValues: zip(header, cells(String($0))))
    }
  }

  private static func cells(_ line: String) -> [String] {
    var result = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: result.append("")
      default: result[result.count - 1].append(character)
      }
    }
    return result
  }
}

/// The number a literal stands for; the test stops when it is none.
func number(_ text: String) throws -> Number { try #require(Number(text)) }

/// A catalogue of a few rows of our own, and what was found in it.
func catalog(
  factors: String = "", activities: String = "", posts: String = "",
  potentials: String? = nil, blends: String? = nil, conversions: String? = nil
) -> (catalog: FactorCatalog, log: FindingLog) {
  var sources = CatalogSources()
  func source(_ name: String, _ text: String) -> [ByteSource] {
    text.isEmpty ? [] : [ByteSource(name: name, bytes: Array(text.utf8))]
  }
  sources[.factors] = source("factors.csv", factors)
  sources[.activities] = source("activities.csv", activities)
  sources[.posts] = source("posts.csv", posts)
  sources[.gwp] = source("gwp.csv", potentials ?? "")
  sources[.blends] = source("blends.csv", blends ?? "")
  sources[.conversions] = source("conversions.csv", conversions ?? "")
  var log = FindingLog()
  let catalog = FactorCatalogReader.read(sources, log: &log)
  return (catalog, log)
}

extension FindingLog {
  /// `identifier line:column` of everything that was kept.
  var found: [String] {
    sortedGroups.flatMap(\.first).map {
      "\($0.kind.identifier) \($0.location.line):\($0.location.column)"
    }
  }
}

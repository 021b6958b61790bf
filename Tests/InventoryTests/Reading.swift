import Diagnostics
import EmissionFactors
import Foundation
import Quantities
import Tables
import Testing

@testable import Inventory

/// What a few files of a campus are read as.
struct Reading {
  var lines: [ActivityLine] = []
  var excluded: [(row: SetAside, reason: ExclusionReason)] = []
  var rejected: [SetAside] = []
  var vocabulary = Vocabulary()
  var log = FindingLog()

  /// `identifier file:line:column` of everything that was kept, the file left out when it is one.
  var found: [String] { log.found }

  func activity(_ line: ActivityLine) -> String {
    Shipped.catalog.activities[Int(line.activity)].identifier
  }

  func unit(_ line: ActivityLine) -> String { vocabulary.units[Int(line.unit)].symbol }
}

extension Reading {
  /// Reads one activity file of a campus with two sites.
  init(_ text: String, campus extra: String = "", duplicateLimit: Int = .max) {
    self.init(["activity/a.csv": text], campus: extra, duplicateLimit: duplicateLimit)
  }

  /// Reads activity files, in the order of their names.
  init(_ files: [String: String], campus extra: String = "", duplicateLimit: Int = .max) {
    let campus = Self.campus(extra)
    let sources = files.sorted { $0.key < $1.key }.map {
      ByteSource(name: $0.key, bytes: Array($0.value.utf8))
    }
    var reader = InventoryReader(
      campus: campus, catalog: Shipped.catalog, files: sources, duplicateLimit: duplicateLimit)
    var collector = LineCollector()
    log = FindingLog(accepting: campus.acceptances)
    reader.read(into: &collector, log: &log)
    lines = collector.lines
    excluded = collector.excluded
    rejected = collector.rejected
    vocabulary = reader.vocabulary
  }

  /// A campus with two sites, and what a test adds to it.
  static func campus(_ extra: String) -> Campus {
    var text = "format: 1\nname: Essai\n"
    if !extra.contains("sites:") {
      text +=
        "sites: {nord: {name: Site Nord, buildings: {a: Bâtiment A}}, sud: {name: Site Sud}}\n"
    }
    var log = FindingLog()
    let names = (InventoryFindings.all + DoubtFindings.all).map(\.identifier)
    let campus = CampusReader.read(Array((text + extra).utf8), findingNames: names, log: &log)
    if campus == nil || !log.isEmpty { Issue.record("campus.yaml of the test: \(log.found)") }
    return campus ?? Campus()
  }
}

extension FindingLog {
  /// `identifier line:column` of everything that was kept.
  var found: [String] {
    sortedGroups.flatMap(\.first).map {
      "\($0.kind.identifier) \($0.location.line):\($0.location.column)"
    }
  }
}

extension FindingLog {
  /// The facts of the first finding of a kind.
  func facts(of kind: FindingKind) -> [String: String] {
    let finding = sortedGroups.first { $0.kind == kind }?.first.first
    return Dictionary(uniqueKeysWithValues: (finding?.facts ?? []).map { ($0.name, $0.value) })
  }
}

/// The number a literal stands for; the test stops when it is none.
func number(_ text: String) throws -> Number { try #require(Number(text)) }

/// The activities and posts as they are shipped; factors are not needed to read rows.
enum Shipped {
  static let catalog = read()

  private static func read() -> FactorCatalog {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("EmissionFactors")
    func source(_ name: String) -> [ByteSource] {
      let data = (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
      return [ByteSource(name: name, bytes: [UInt8](data))]
    }
    var sources = CatalogSources()
    sources[.activities] = source("activities.csv")
    sources[.posts] = source("posts.csv")
    var log = FindingLog()
    return FactorCatalogReader.read(sources, log: &log)
  }
}

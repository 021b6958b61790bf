import Diagnostics
import EmissionFactors
import Foundation
import Quantities
import Tables
import Testing

@testable import Inventory

/// A received file read through a profile, shipped or written by the test.
struct ProfiledReading {
  var lines: [ActivityLine] = []
  var excluded: [(row: SetAside, reason: ExclusionReason)] = []
  var rejected: [SetAside] = []
  var vocabulary = Vocabulary()
  var log = FindingLog()

  /// `2024-01-10=12.5 kWh`, in the order they come.
  var days: [String] {
    lines.map { line in
      "\(line.period)=\(line.quantity) \(vocabulary.units[Int(line.unit)].symbol)"
    }
  }

  /// What the lines of a unit add up to.
  var sum: Number { lines.reduce(.zero) { $0 + $1.quantity } }
  var rows: Int { lines.reduce(0) { $0 + Int($1.rows) } }
  var found: [String] { log.found }

  /// Reads a file as its recipe says.
  init(
    _ text: String, profile: Profile, recipe: String = "", bytes: [UInt8]? = nil,
    distances: Distances = Distances()
  ) throws {
    var log = FindingLog()
    let recipe = try #require(
      ProfileReader.recipe(
        Array("format: 1\nprofile: \(profile.identifier)\n\(recipe)".utf8),
        file: "activity/a.import.yaml", log: &log))
    #expect(log.found == [], "recipe of the test")
    var campus = Reading.campus("")
    campus.distances = distances
    campus.imports = ["activity/a.csv": FileImport(profile: profile, recipe: recipe)]
    let source = ByteSource(name: "activity/a.csv", bytes: bytes ?? Array(text.utf8))
    var reader = InventoryReader(
      campus: campus, catalog: Shipped.catalog, files: [source], duplicateLimit: .max)
    var collector = LineCollector()
    reader.read(into: &collector, log: &self.log)
    lines = collector.lines
    excluded = collector.excluded
    rejected = collector.rejected
    vocabulary = reader.vocabulary
  }

  /// Reads a file through a shipped profile.
  init(_ text: String, shipped name: String, recipe: String = "site: nord\n") throws {
    try self.init(text, profile: try Self.shipped(name), recipe: recipe)
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("ImportProfiles")

  static func shipped(_ name: String) throws -> Profile {
    let data = try Data(contentsOf: folder.appendingPathComponent(name + ".yaml"))
    return try profile(String(decoding: data, as: UTF8.self))
  }

  static func profile(_ text: String) throws -> Profile {
    var log = FindingLog()
    let profile = ProfileReader.profile(Array(text.utf8), file: "profile.yaml", log: &log)
    #expect(log.found == [], "\(log.sortedGroups.flatMap(\.first))")
    return try #require(profile)
  }
}

import Diagnostics
import EmissionFactors
import Footprint
import Foundation
import Inventory
import Quantities
import Tables
import Testing

/// A campus made of a few texts, read and folded.
struct CampusCase {
  let campus: Campus
  let run: Run
  let files: [ByteSource]
  let log: FindingLog

  /// Reads the files in the order of their names, as the program does.
  init(
    _ files: [String: String], campus extra: String = "", factors: String = "",
    activities: String = ""
  ) throws {
    var log = FindingLog()
    let kinds = InventoryFindings.all + DoubtFindings.all + FootprintFindings.all
    let campus = try #require(
      CampusReader.read(
        Array(("format: 1\nname: Essai\n" + extra).utf8), findingNames: kinds.map(\.identifier),
        log: &log))
    #expect(log.found == [], "campus.yaml of the test")
    let catalog =
      factors.isEmpty && activities.isEmpty
      ? Shipped.catalog : Shipped.read(factors: factors, activities: activities)
    let sources = files.sorted { $0.key < $1.key }.map {
      ByteSource(name: $0.key, bytes: Array($0.value.utf8))
    }
    self.init(campus, catalog, sources)
  }

  /// One activity file.
  init(
    _ text: String, campus: String = "", factors: String = "", activities: String = ""
  ) throws {
    try self.init(
      ["activity/a.csv": text], campus: campus, factors: factors, activities: activities)
  }

  init(_ campus: Campus, _ catalog: FactorCatalog, _ files: [ByteSource]) {
    var log = FindingLog(accepting: campus.acceptances)
    self.campus = campus
    self.files = files
    run = Run(campus: campus, catalog: catalog, files: files, duplicates: .everyRow, log: &log)
    self.log = log
  }

  /// One of the examples of the repository.
  static func example(_ name: String) throws -> CampusCase {
    let folder = Shipped.root.appendingPathComponent("Examples/" + name)
    var log = FindingLog()
    let kinds = InventoryFindings.all + DoubtFindings.all + FootprintFindings.all
    let campus = try #require(
      CampusReader.read(
        [UInt8](try Data(contentsOf: folder.appendingPathComponent("campus.yaml"))),
        findingNames: kinds.map(\.identifier), log: &log))
    #expect(log.found == [])
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: folder.appendingPathComponent("activity").path)
    let sources = try paths.filter { $0.hasSuffix(".csv") }.sorted().map { path in
      ByteSource(
        name: "activity/" + path,
        bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent("activity/" + path))))
    }
    return CampusCase(campus, Shipped.catalog, sources)
  }

  func total(_ year: Int) -> String { run.footprint(year: year).total.exactText }

  /// `key=amount` of a breakdown, sub-posts left out.
  func parts(_ year: Int, _ dimension: BreakdownDimension) -> [String] {
    run.footprint(year: year).breakdown(by: dimension).filter { $0.depth == 0 }
      .map { "\($0.key)=\($0.amount.exactText)" }
  }

  /// Every row of the trace of a year.
  func trace(_ year: Int) -> [TraceRow] {
    var rows: [TraceRow] = []
    Tracer.trace(run, files: files, year: year) { rows.append($0) }
    return rows
  }
}

extension FindingLog {
  /// `identifier line:column` of everything that was kept.
  var found: [String] {
    sortedGroups.flatMap(\.first).map {
      "\($0.kind.identifier) \($0.location.line):\($0.location.column)"
    }
  }

  /// The facts of the first finding of a kind.
  func facts(_ kind: FindingKind) -> [String: String] {
    let finding = sortedGroups.first { $0.kind == kind }?.first.first
    return Dictionary(uniqueKeysWithValues: (finding?.facts ?? []).map { ($0.name, $0.value) })
  }
}

/// The number a literal stands for; the test stops when it is none.
func number(_ text: String) throws -> Number { try #require(Number(text)) }

/// The data folder of the repository.
enum Shipped {
  /// The root of the repository, three folders above this file.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let catalog = read()

  /// The shipped tables, and a campus's own after them.
  static func read(factors: String = "", activities: String = "") -> FactorCatalog {
    var log = FindingLog()
    let catalog = FactorCatalogReader.read(
      sources(factors: factors, activities: activities), log: &log)
    #expect(log.found == [], "tables of the test")
    return catalog
  }

  /// The files of the shipped tables, and of a campus's own after them.
  static func sources(factors: String = "", activities: String = "") -> CatalogSources {
    let folder = root.appendingPathComponent("EmissionFactors")
    func source(_ name: String) -> [ByteSource] {
      let data = (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
      return [ByteSource(name: name, bytes: [UInt8](data))]
    }
    func own(_ text: String) -> [ByteSource] {
      text.isEmpty ? [] : [ByteSource(name: "factors/own.csv", bytes: Array(text.utf8))]
    }
    let tables = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/factors"))
    var sources = CatalogSources()
    for table in CatalogTable.allCases where table != .factors {
      sources[table] = source(table.path)
    }
    sources[.activities] += own(activities)
    sources[.factors] = (tables ?? []).sorted().flatMap { source("factors/" + $0) } + own(factors)
    return sources
  }
}

import Diagnostics
import EmissionFactors
import Files
import Footprint
import Inventory
import Reporting
import Scenarios
import Tables

/// Any bytes as a scenario of a small campus: read, checked, computed, told in every form.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzScenario(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  var log = FindingLog()
  let reader = ScenarioReader(known: ["plan", "net-zero-90", "campus-measures"]) { name in
    switch name {
    case "plan": (input, "plan.yaml")
    case "net-zero-90": (Campus.target, "net-zero-90.yaml")
    case "campus-measures": (Campus.shelf, "campus-measures.yaml")
    default: nil
    }
  }
  let found = reader.scenario("plan", log: &log)
  guard let scenario = found, log.count(of: .error) == 0 else {
    precondition(log.count(of: .error) > 0, "refused without a word")
    return 0
  }
  let (run, files) = Campus.run
  ScenarioCheck.run(scenario, run.campus, run.catalog, log: &log)
  if log.count(of: .error) > 0 || scenario.isLibrary { return 0 }
  let outlook = Outlook(
    scenario, YearLines(run, files: files, years: run.years), locked: { _ in 1 }, log: &log)
  if log.count(of: .error) > 0 { return 0 }
  if let plan = outlook.plan {
    for year in [plan.base, scenario.horizon] where year >= plan.base {
      for name in plan.measures.prefix(3) {
        _ = MeasureExplanation(name, of: plan, year: year).map {
          MeasureReport($0, outlook).report()
        }
      }
    }
    // What a plan leaves is a number, and never below zero.
    precondition(plan.plan.values.allSatisfy { $0 >= 0 }, "below zero")
  }
  let report = OutlookReport(outlook).report()
  for language in [Language.french, .english] {
    _ = TextRenderer(language: language).render(report)
    _ = MarkdownRenderer(language: language).render(report)
  }
  _ = CSVRenderer(language: .french).render(report)
  _ = JSONRenderer(language: .english).render(report)
  _ = ScenarioSeries(outlook).long()
  return 0
}

/// A campus of three activities on two sites.
private enum Campus {
  static let shelf = Array(
    """
    format: 1
    label: shelf
    library: true
    measures:
      insulation: {effects: [{less: 10 %, of: {activity: natural-gas}}]}
      heat-pump: {effects: [{move: 80 %, of: {activity: natural-gas}, to: electricity, ratio: 0.3 kWh/kWh PCS}]}

    """.utf8)

  static let target = Array(
    "format: 1\nlabel: t\ntargets: {t: {path: [{reach: -90 %, by: 2050}]}}\n".utf8)

  private static let rows = """
    period,site,activity,quantity,unit
    2022,north,natural-gas,1000,kWh PCS
    2022,south,natural-gas,3000,kWh PCS
    2022,north,electricity,5000,kWh
    2022,south,water-supply,12,m3
    2023,north,natural-gas,900,kWh PCS
    2023,north,electricity,5000,kWh

    """

  /// The shipped tables: `make fuzz` runs in the repository.
  private static var catalog: FactorCatalog {
    func source(_ path: String) -> [ByteSource] {
      guard let file = try? ReadableFile(path: "EmissionFactors/" + path) else {
        preconditionFailure("EmissionFactors/\(path) is not there")
      }
      var bytes = [UInt8](repeating: 0, count: file.size)
      let count = try? bytes.withUnsafeMutableBytes { try file.read(at: 0, into: $0) }
      precondition(count == file.size, "EmissionFactors/\(path) cannot be read")
      return [ByteSource(name: path, bytes: bytes)]
    }
    var sources = CatalogSources()
    for table in CatalogTable.allCases where table != .factors {
      sources[table] = source(table.path)
    }
    let names = (try? Directory.files(under: "EmissionFactors/factors", ending: ".csv")) ?? []
    sources[.factors] = names.flatMap { source("factors/" + $0) }
    var log = FindingLog()
    return FactorCatalogReader.read(sources, log: &log)
  }

  static let run: (Run, [ByteSource]) = {
    var log = FindingLog()
    let yaml = """
      format: 1
      name: Essai
      base-year: 2022
      numbers: {decimal: point}
      sites: {north: {name: N}, south: {name: S}}
      years: {2022: {students: 100}}

      """
    guard let campus = CampusReader.read(Array(yaml.utf8), findingNames: [], log: &log) else {
      preconditionFailure("no campus")
    }
    let file = ByteSource(name: "activity/a.csv", bytes: Array(rows.utf8))
    let run = Run(
      campus: campus, catalog: catalog, files: [file], duplicates: .firstRows, log: &log)
    return (run, [file])
  }()
}

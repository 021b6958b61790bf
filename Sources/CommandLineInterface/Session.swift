import Diagnostics
import Documents
import EmissionFactors
import Files
import Footprint
import Inventory
import Tables

/// A campus opened for a command: its configuration, the catalogue and its activity files.
struct Session {
  let folder: String
  let campus: Campus
  let catalog: FactorCatalog
  let files: [ByteSource]
  let language: Language
  var log: FindingLog

  /// Larger than any campus.yaml written by hand.
  private static let campusLimit = 8 << 20

  /// Opens the campus the command is about.
  static func open(_ invocation: Invocation, _ context: Context) throws(CommandProblem) -> Session {
    let folder = try find(invocation, context)
    let data = try DataFolder.find(invocation, context)
    let campus = try readCampus(folder, invocation, context)
    var log = FindingLog(accepting: campus.acceptances)
    let catalog = FactorCatalogReader.read(
      try DataFolder.sources(data: data, campus: folder), log: &log)
    let language = invocation(GlobalOptions.language) ?? campus.language ?? .english
    return Session(
      folder: folder, campus: campus, catalog: catalog, files: try activityFiles(folder),
      language: language, log: log)
  }

  /// Reads every row once.
  mutating func run(duplicates: InventoryReader.DuplicateReach) -> Run {
    let run = Run(
      campus: campus, catalog: catalog, files: files, duplicates: duplicates, log: &log)
    for acceptance in log.unusedAcceptances {
      log.add(
        Finding(
          CampusFindings.unusedAcceptance, at: Location(file: "campus.yaml"),
          [.init("name", acceptance.identifier)]), subject: acceptance.identifier)
    }
    return run
  }

  private static func find(_ invocation: Invocation, _ context: Context) throws(CommandProblem)
    -> String
  {
    if let named = invocation(GlobalOptions.campus) {
      let folder = context.path(named)
      if Directory.fileExists(Directory.join(folder, "campus.yaml")) { return folder }
      throw .noCampus(from: folder)
    }
    var current: String? = context.console.workingDirectory
    while let here = current {
      if Directory.fileExists(Directory.join(here, "campus.yaml")) { return here }
      current = here == "/" ? nil : Directory.parent(of: here)
    }
    throw .noCampus(from: context.console.workingDirectory)
  }

  private static func readCampus(
    _ folder: String, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> Campus {
    let source = try FileSource.open(
      Directory.join(folder, "campus.yaml"), name: "campus.yaml")
    guard let bytes = source.everything(limit: campusLimit) else {
      throw .file(.cannotRead(path: "campus.yaml", code: 0))
    }
    var log = FindingLog()
    let campus = CampusReader.read(
      bytes, findingNames: FindingCatalog.all.map(\.identifier), log: &log)
    guard let campus, log.count(of: .error) == 0 else { throw .badCampus(log) }
    return campus
  }

  private static func activityFiles(_ folder: String) throws(CommandProblem) -> [ByteSource] {
    let root = Directory.join(folder, "activity")
    do throws(FileProblem) {
      var sources: [ByteSource] = []
      for name in try Directory.files(under: root, ending: ".csv") {
        sources.append(
          try FileSource.source(Directory.join(root, name), name: "activity/" + name))
      }
      if !sources.isEmpty { return sources }
    } catch {
      throw .file(error)
    }
    throw .noActivityFiles(folder: root)
  }
}

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
  /// The folder of the shipped tables; nil when a locked year does without.
  let data: String?
  let campus: Campus
  let catalog: FactorCatalog
  let files: [ByteSource]
  let language: Language
  var log: FindingLog
  /// The locked year that the catalogue is a copy for; nil for the installed tables.
  var lock: LockedYear?

  /// Larger than any campus.yaml written by hand.
  private static let campusLimit = 8 << 20

  /// Opens the campus the command is about.
  static func open(_ invocation: Invocation, _ context: Context) throws(CommandProblem) -> Session {
    let session = try openWithoutRows(invocation, context)
    if session.files.isEmpty {
      throw .noActivityFiles(folder: Directory.join(session.folder, "activity"))
    }
    return session
  }

  /// Opens a campus that may have nothing to count yet.
  static func openWithoutRows(
    _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> Session {
    let folder = try find(invocation, context)
    let data = try DataFolder.find(invocation, context)
    var campus = try readCampus(folder)
    let files = try activityFiles(folder, context.progress)
    campus.imports = try ImportRecipes.read(files.map(\.name), campus: folder) {
      () throws(CommandProblem) in try ProfileFolder.all(data: data, campus: folder)
    }
    var log = FindingLog(accepting: campus.acceptances)
    try DistanceFile.read(&campus, in: folder, log: &log)
    let catalog = FactorCatalogReader.read(
      try DataFolder.sources(data: data, campus: folder), log: &log)
    CampusCheck.run(campus, catalog: catalog, log: &log)
    let language = invocation(GlobalOptions.language) ?? campus.language ?? .english
    return Session(
      folder: folder, data: data, campus: campus, catalog: catalog,
      files: files, language: language, log: log)
  }

  /// The language to say in why a command failed: asked for, or the campus's, as far as it is known.
  static func language(_ invocation: Invocation, _ context: Context) -> Language {
    if let asked = invocation(GlobalOptions.language) { return asked }
    guard let folder = try? find(invocation, context), let bytes = try? campusBytes(folder) else {
      return .english
    }
    var log = FindingLog()
    return CampusReader.read(bytes, findingNames: [], log: &log)?.language ?? .english
  }

  /// Reads every row once.
  mutating func run(duplicates: InventoryReader.DuplicateReach) -> Run {
    let run = Run(
      campus: campus, catalog: catalog, files: files, duplicates: duplicates, log: &log)
    // Under a lock only one year is told: what another one accepts would seem to be unused.
    if lock == nil { noteUnused { !CampusCheckup.finds($0) } }
    return run
  }

  /// Says which acceptances met nothing, among those that could have by now.
  mutating func noteUnused(where isMeant: (String) -> Bool) {
    for acceptance in log.unusedAcceptances where isMeant(acceptance.identifier) {
      log.add(
        Finding(
          CampusFindings.unusedAcceptance, at: Location(file: "campus.yaml"),
          [.init("name", acceptance.identifier)]), subject: acceptance.identifier)
    }
  }

  /// The folder of the campus the command is about.
  static func find(_ invocation: Invocation, _ context: Context) throws(CommandProblem)
    -> String
  {
    if let named = invocation(GlobalOptions.campus) {
      let folder = context.path(named)
      if hasCampus(folder) { return folder }
      throw .noCampus(from: folder)
    }
    var current: String? = context.console.workingDirectory
    while let here = current {
      if hasCampus(here) { return here }
      current = here == "/" ? nil : Directory.parent(of: here)
    }
    throw .noCampus(from: context.console.workingDirectory)
  }

  /// Whatever bears the name counts: opening it says what is wrong with it, and the campus above is
  /// never taken in its place.
  private static func hasCampus(_ folder: String) -> Bool {
    Directory.resolved(Directory.join(folder, "campus.yaml")) != nil
  }

  private static func campusBytes(_ folder: String) throws(CommandProblem) -> [UInt8] {
    let path = Directory.join(folder, "campus.yaml")
    let source = try FileSource.open(path, name: "campus.yaml")
    guard let bytes = source.everything(limit: campusLimit) else {
      throw .file(.cannotRead(path: path, code: 0))
    }
    return bytes
  }

  static func readCampus(_ folder: String) throws(CommandProblem) -> Campus {
    let bytes = try campusBytes(folder)
    var log = FindingLog()
    let campus = CampusReader.read(
      bytes, findingNames: FindingCatalog.all.map(\.identifier), log: &log)
    guard let campus, log.count(of: .error) == 0 else { throw .badCampus(log) }
    return campus
  }

  static func activityFiles(
    _ folder: String, _ progress: Progress?
  ) throws(CommandProblem) -> [ByteSource] {
    try dataFiles(folder, under: "activity", progress)
  }

  /// The tables under a shelf of the campus.
  static func dataFiles(
    _ folder: String, under shelf: String, _ progress: Progress? = nil
  ) throws(CommandProblem) -> [ByteSource] {
    let root = Directory.join(folder, shelf)
    do throws(FileProblem) {
      var sources: [ByteSource] = []
      for name in try Directory.files(under: root, ending: ".csv", ".csv.gz") {
        let source = try FileSource.source(
          Directory.join(root, name), name: "\(shelf)/\(name)", progress)
        sources.append(
          name.lowercased().hasSuffix(".gz") ? GzipSource(source).inflated : source)
      }
      // A workbook is read when a recipe says how.
      for name in try Directory.files(under: root, ending: ".xlsx") {
        let recipe = Directory.join(root, ImportRecipes.name(of: name))
        guard Directory.fileExists(recipe) else { continue }
        sources.append(
          try FileSource.source(
            Directory.join(root, name), name: "\(shelf)/\(name)", progress))
      }
      return sources
    } catch {
      throw .file(error)
    }
  }
}

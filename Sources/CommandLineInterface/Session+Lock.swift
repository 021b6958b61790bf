import Diagnostics
import EmissionFactors
import Files
import Footprint
import Inventory
import Quantities
import Reporting
import Tables

extension Session {
  /// Opens the campus with what a locked year rests on, in place of the installed tables; nil when
  /// the year is not locked.
  static func open(
    lockedIn year: Int, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> Session? {
    let folder = try find(invocation, context)
    guard let locked = try LockFile.year(year, in: folder) else { return nil }
    var campus = try readCampus(folder)
    let data = try? DataFolder.find(invocation, context)
    var sources = locked.sources
    if let data, let installed = try? DataFolder.sources(data: data, campus: folder) {
      let copy = LockCopy(installed, digest: LockFile.digest)
      sources[.activities] += locked.strangers(in: copy)[.activities]
    }
    var unheard = FindingLog()
    let catalog = FactorCatalogReader.read(sources, log: &unheard)
    var log = FindingLog(accepting: campus.acceptances)
    try DistanceFile.read(&campus, in: folder, log: &log)
    hear(locked, log: &log)
    // Other years are none of this lock's business, nor are posts that came later.
    var checked = campus
    checked.substitutions = campus.substitutions.filter { $0.year == year }
    checked.postOrder = []
    checked.exclusions = []
    checked.collection = []
    CampusCheck.run(checked, catalog: catalog, log: &log)
    let language = invocation(GlobalOptions.language) ?? campus.language ?? .english
    let files = try activityFiles(folder, context.progress)
    campus.imports = try ImportRecipes.read(files.map(\.name), campus: folder) {
      () throws(CommandProblem) in try profiles(locked, data: data, campus: folder)
    }
    if files.isEmpty { throw .noActivityFiles(folder: Directory.join(folder, "activity")) }
    return Session(
      folder: folder, data: data, campus: campus, catalog: catalog, files: files,
      language: language, log: log, lock: locked)
  }

  /// The profiles that were locked; those of today for files of other years.
  private static func profiles(
    _ locked: LockedYear, data: String?, campus: String
  ) throws(CommandProblem) -> [Profile] {
    var log = FindingLog()
    let copies = locked.profiles.compactMap {
      ProfileReader.profile(Array($0.text.utf8), file: CatalogLock.fileName, log: &log)
    }
    let names = Set(copies.map(\.identifier))
    return copies
      + (try ProfileFolder.all(data: data, campus: campus, lenient: true)).filter {
        !names.contains($0.identifier)
      }
  }

  /// Reports what is wrong with the rows themselves, at their lines of campus.lock.
  private static func hear(_ locked: LockedYear, log: inout FindingLog) {
    var found = FindingLog(accepting: log.accepted)
    _ = FactorCatalogReader.read(locked.sources, log: &found)
    // A year of resources has activities without factors, and many a table of it is empty.
    let expected = [FactorFindings.unknownReference, TableFindings.emptyTable]
    for group in found.sortedGroups where !expected.contains(group.kind) { log.add(group) }
  }

  /// Says where a locked year and its rows have parted.
  ///
  /// Activities that fail with the installed tables too are wrong in themselves: locking again would
  /// not help.
  mutating func noteLock(_ footprint: Footprint, failingAnyway: Set<String> = []) {
    guard let lock else { return }
    let year = footprint.year
    let place = Location(file: CatalogLock.fileName, line: lock.line)
    let names = missingNames(footprint).filter { !failingAnyway.contains($0) }
    if !names.isEmpty {
      log.add(
        Finding(
          LockFindings.stale, at: place,
          [.init("year", String(year)), .init("names", names.joined(separator: ", "))]),
        year: year)
    }
    if footprint.total.exactText != lock.total {
      log.add(
        Finding(
          LockFindings.totalDiffers, at: place, LockTotals.facts(lock, footprint)), year: year)
    }
  }

  /// What rows of the locked year name or need, and the lock does not hold.
  func missingNames(_ footprint: Footprint) -> [String] {
    var names = Set(footprint.failedActivities)
    for group in log.sortedGroups
    where group.kind == InventoryFindings.unknownActivity && group.year == footprint.year {
      names.insert(group.subject)
    }
    return names.sorted()
  }
}

/// The two totals of a locked year, as far as they have to be told to be told apart.
enum LockTotals {
  static func facts(_ lock: LockedYear, _ footprint: Footprint) -> [Finding.Fact] {
    let now = footprint.total
    func words(_ name: String, _ language: Language) -> [Finding.Fact] {
      // The locked total has every decimal; people need three, unless that hides the difference.
      let locked = short(lock.total, language)
      let shown = language.numbers.text(now, decimals: 3)
      let tellsApart = locked != nil && locked != shown
      return [
        .init("locked-\(name)", tellsApart ? locked ?? lock.total : lock.total),
        .init("now-\(name)", tellsApart ? shown : now.exactText),
      ]
    }
    return [.init("year", String(lock.year))] + words("fr", .french) + words("en", .english)
  }

  private static func short(_ total: String, _ language: Language) -> String? {
    guard let number = Number(total) else { return nil }
    return language.numbers.text(ExactAmount(number), decimals: 3)
  }
}

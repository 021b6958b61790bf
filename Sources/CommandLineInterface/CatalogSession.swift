import Diagnostics
import EmissionFactors
import Inventory

/// The catalogue for commands that need no campus: that of the campus when there is one.
struct CatalogSession {
  let catalog: FactorCatalog
  let language: Language
  let warming: GlobalWarmingSet
  /// What reading the tables found.
  let log: FindingLog

  static func open(_ invocation: Invocation, _ context: Context) throws(CommandProblem)
    -> CatalogSession
  {
    do throws(CommandProblem) {
      let session = try Session.openWithoutRows(invocation, context)
      return CatalogSession(
        catalog: session.catalog, language: session.language, warming: session.campus.warming,
        log: session.log)
    } catch {
      // Without a campus the shipped catalogue is enough. A campus that cannot be read is not passed
      // over: it may have factors of its own.
      guard case .noCampus = error, invocation(GlobalOptions.campus) == nil else { throw error }
    }
    var log = FindingLog()
    let data = try DataFolder.find(invocation, context)
    let catalog = FactorCatalogReader.read(
      try DataFolder.sources(data: data, campus: nil), log: &log)
    return CatalogSession(
      catalog: catalog, language: invocation(GlobalOptions.language) ?? .english, warming: .ar6,
      log: log)
  }
}

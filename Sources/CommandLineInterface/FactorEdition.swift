import Diagnostics
import EmissionFactors
import Footprint

/// An edition of the factors to compare with: an imported release, or the installed tables.
enum FactorEdition {
  case installed(FactorCatalog)
  case release(String, ReleaseShelf)

  /// The word for the shipped tables and the campus's own factors.
  static let installed = "installed"

  /// Opens an edition; the tables of a release are checked before anything is made from them.
  static func open(
    _ name: String, campus: String, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> FactorEdition {
    guard name == installed else {
      return .release(name, try ReleaseFolder.openVerified(name, campus: campus))
    }
    let data = try DataFolder.find(invocation, context)
    var log = FindingLog()
    return .installed(
      FactorCatalogReader.read(
        try DataFolder.sources(data: data, campus: campus), log: &log))
  }

  /// A footprint with the factors of the edition.
  func recompute(_ footprint: Footprint) throws(CommandProblem) -> Recomputation {
    switch self {
    case .installed(let catalog): return Recomputation(footprint, catalog: catalog)
    case .release(let name, let shelf):
      var isDamaged = false
      let result = Recomputation(footprint, release: name) { number in
        guard let entry = shelf.entry(named: number) else { return nil }
        let element = shelf.element(entry)
        if element == nil { isDamaged = true }
        return element
      }
      if isDamaged { throw .damagedRelease(name) }
      return result
    }
  }

  /// Everything it says, element by element.
  func entries() throws(CommandProblem) -> [ReleaseComparison.Entry] {
    switch self {
    case .installed(let catalog):
      // Each report of the IPCC has its own number for a gas.
      let gases = GlobalWarmingSet.allCases.flatMap { set in
        catalog.warmingGases.compactMap { catalog.warmingFactor(named: $0.name, set: set) }
      }
      return (catalog.factors + gases).compactMap { ReleaseComparison.Entry($0) }
    case .release(let name, let shelf):
      guard let elements = shelf.everyWholeElement() else { throw .damagedRelease(name) }
      return elements.map { ReleaseComparison.Entry($0) }
    }
  }
}

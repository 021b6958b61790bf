import Diagnostics
import EmissionFactors
import Footprint

/// An edition of the factors to compare with: an imported release, or the installed tables.
enum FactorEdition {
  case installed(FactorCatalog)
  case release(String, [ReleaseElement])

  /// The word for the shipped tables and the campus's own factors.
  static let installed = "installed"

  /// What an edition is called in a sentence.
  static func words(_ name: String) -> Text {
    name == installed
      ? Text(fr: "les facteurs livrés", en: "the shipped factors") : Text(same: name)
  }

  /// Opens an edition; the tables of a release are checked before anything is made from them.
  static func open(
    _ name: String, campus: String, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> FactorEdition {
    guard name == installed else {
      // Read whole: the index is made for searches, and has no digest.
      let shelf = try ReleaseFolder.openVerified(name, campus: campus)
      guard let elements = shelf.everyWholeElement() else { throw .damagedRelease(name) }
      return .release(name, elements)
    }
    let data = try DataFolder.find(invocation, context)
    var log = FindingLog()
    return .installed(
      FactorCatalogReader.read(
        try DataFolder.sources(data: data, campus: campus), log: &log))
  }

  /// A footprint with the factors of the edition.
  func recompute(_ footprint: Footprint) -> Recomputation {
    switch self {
    case .installed(let catalog): return Recomputation(footprint, catalog: catalog)
    case .release(let name, let elements):
      let byNumber = Dictionary(
        elements.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
      return Recomputation(footprint, release: name) { byNumber[$0] }
    }
  }

  /// Everything it says, element by element.
  func entries() -> [ReleaseComparison.Entry] {
    switch self {
    case .installed(let catalog):
      // Each report of the IPCC has its own number for a gas.
      let gases = GlobalWarmingSet.allCases.flatMap { set in
        catalog.warmingGases.compactMap { catalog.warmingFactor(named: $0.name, set: set) }
      }
      return (catalog.factors + gases).compactMap { ReleaseComparison.Entry($0) }
    case .release(_, let elements): return elements.map { ReleaseComparison.Entry($0) }
    }
  }
}

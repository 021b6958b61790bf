import Diagnostics
import EmissionFactors
import Files
import Footprint
import Inventory
import Tables

/// Makes the lock of a year from what its figures come from today.
struct YearLock {
  private let folder: String
  private let sources: CatalogSources

  /// A maker of locks for a campus that is open on the installed tables.
  init(_ session: Session, _ invocation: Invocation, _ context: Context) throws(CommandProblem) {
    folder = session.folder
    sources = try DataFolder.sources(
      data: try DataFolder.find(invocation, context), campus: session.folder)
  }

  /// Every row of the installed tables.
  func everyRow() -> [LockRow] { copy.everyRow() }

  /// The rows behind a footprint.
  func rows(behind footprint: Footprint) -> [LockRow] {
    copy.rows(footprint.lockSelection, of: footprint.run.catalog)
  }

  /// The profiles behind the files of a footprint.
  func profiles(behind footprint: Footprint) -> [LockedYear.Profile] {
    footprint.usedProfiles.map {
      .init(name: $0.identifier, text: $0.text, digest: LockFile.digest)
    }
  }

  /// The lock of a year, with the files behind it.
  func lock(_ footprint: Footprint) throws(CommandProblem) -> LockedYear {
    var files: [LockedYear.File] = []
    let imports = footprint.run.campus.imports
    for path in footprint.usedFiles.flatMap({ path in
      imports[path] == nil ? [path] : [path, ImportRecipes.name(of: path)]
    }) {
      guard let file = LockFile.facts(of: path, in: folder) else {
        throw .file(.cannotRead(path: path, code: 0))
      }
      files.append(file)
    }
    return LockedYear(
      year: footprint.year, total: footprint.total, files: files,
      profiles: profiles(behind: footprint), rows: rows(behind: footprint))
  }

  private var copy: LockCopy { LockCopy(sources, digest: LockFile.digest) }
}

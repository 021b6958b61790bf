import Diagnostics
import EmissionFactors
import Files
import Footprint
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

  /// The lock of a year, with the files behind it.
  func lock(_ footprint: Footprint) throws(CommandProblem) -> LockedYear {
    var files: [LockedYear.File] = []
    for path in footprint.usedFiles {
      guard let file = LockFile.facts(of: path, in: folder) else {
        throw .file(.cannotRead(path: path, code: 0))
      }
      files.append(file)
    }
    return LockedYear(
      year: footprint.year, total: footprint.total, files: files, rows: rows(behind: footprint))
  }

  private var copy: LockCopy { LockCopy(sources, digest: LockFile.digest) }
}

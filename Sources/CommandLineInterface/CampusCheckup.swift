import Diagnostics
import EmissionFactors
import Footprint
import Inventory

/// What `check` looks at beside the rows: the lock, and the releases the campus holds.
enum CampusCheckup {
  private static let kinds =
    LockFindings.all + [
      ReleaseFindings.damaged, ProfileFindings.fileChanged,
    ]

  /// True for a finding that comes from here, and not from reading rows.
  static func finds(_ identifier: String) -> Bool {
    kinds.contains { $0.identifier == identifier }
  }

  static func run(
    _ session: inout Session, _ run: Run, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) {
    ImportRecipes.compare(session.files, session.campus.imports, log: &session.log)
    let lock = try LockFile.read(in: session.folder, log: &session.log)
    if !lock.years.isEmpty {
      let check = try LockCheck(session, run, invocation, context)
      try check.report(lock, into: &session.log)
    }
    for name in ReleaseFolder.names(in: session.folder) {
      ReleaseFolder(name, campus: session.folder).verify(log: &session.log)
    }
    session.noteUnused(where: finds)
  }
}

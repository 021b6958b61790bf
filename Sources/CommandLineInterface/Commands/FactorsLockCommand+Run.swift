import Diagnostics
import EmissionFactors
import Footprint
import Inventory

extension FactorsLockCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let asked = Set(invocation(years)).sorted()
      if invocation(remove) {
        if asked.isEmpty { throw .noYearToUnlock }
        return try unlock(asked, invocation, context)
      }
      var session = try Session.open(invocation, context)
      let lock = try LockFile.readWhole(in: session.folder)
      let run = session.run(duplicates: .firstRows)
      if asked.isEmpty { return try show(session, run, lock, invocation, context) }
      return try write(asked, session, run, lock, invocation, context)
    }
  }

  /// Locks all the years asked for, or none of them.
  private static func write(
    _ years: [Int], _ session: Session, _ run: Run, _ old: CatalogLock, _ invocation: Invocation,
    _ context: Context
  ) throws(CommandProblem) -> ExitStatus {
    let maker = try YearLock(session, invocation, context)
    var lock = old
    for year in years {
      let footprint = run.footprint(year: try YearChoice.year(year, in: run))
      guard footprint.isComplete else {
        throw .incompleteYear(
          year, rows: footprint.rejectedRows, files: run.unreadFiles.count)
      }
      lock.years[year] = try maker.lock(footprint)
    }
    let isWritten = try LockFile.write(lock, in: session.folder)
    try context.write(
      LockLines.written(years.compactMap { lock.years[$0] }, isWritten, session.language), to: nil)
    return .ok
  }

  /// Takes years out of the lock; neither rows nor tables are needed for that.
  private static func unlock(
    _ years: [Int], _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> ExitStatus {
    let folder = try Session.find(invocation, context)
    var lock = try LockFile.readWhole(in: folder)
    for year in years where lock.years.removeValue(forKey: year) == nil {
      throw .yearNotLocked(year, known: lock.years.keys.sorted())
    }
    _ = try LockFile.write(lock, in: folder)
    try context.write(
      LockLines.removed(years, Session.language(invocation, context)), to: nil)
    return .ok
  }

  private static func show(
    _ session: Session, _ run: Run, _ lock: CatalogLock, _ invocation: Invocation,
    _ context: Context
  ) throws(CommandProblem) -> ExitStatus {
    var states: [(year: Int, state: LockCheck.State?)] = []
    let check = lock.years.isEmpty ? nil : try LockCheck(session, run, invocation, context)
    for year in Set(run.years).union(lock.years.keys).sorted() {
      guard let locked = lock.years[year] else {
        states.append((year, nil))
        continue
      }
      states.append((year, try check?.state(of: locked)))
    }
    try context.write(LockLines.states(states, session.language), to: nil)
    return .ok
  }
}

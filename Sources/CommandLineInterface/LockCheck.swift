import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Tables

/// Compares what is locked with the files and tables of today.
///
/// The findings of a locked year are those of its lock: tables that came later have no say in it.
struct LockCheck {
  /// How a locked year stands.
  struct State {
    let year: Int
    /// A file whose rows count in it is no longer the same.
    var changedFiles: [String] = []
    /// Its rows need what the lock does not hold.
    var isStale = false
    /// Its total is no longer the one that was locked.
    var totalDiffers = false
    /// Rows that the installed tables give otherwise.
    var rowsBehind = 0
    /// Import profiles that say something else today.
    var changedProfiles: [String] = []
    /// What was found of the year under its lock.
    var found: [FindingLog.Group] = []
    /// True when its rows had to be read under the lock: the tables of today say something else.
    var isReadAgain = false
  }

  private let invocation: Invocation
  private let context: Context
  private let session: Session
  private let run: Run
  private let maker: YearLock
  private let installed: [LockRow]

  /// A check of a campus that was read with the installed tables.
  init(
    _ session: Session, _ run: Run, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) {
    self.invocation = invocation
    self.context = context
    self.session = session
    self.run = run
    maker = try YearLock(session, invocation, context)
    installed = maker.everyRow()
  }

  /// How a locked year stands.
  func state(of locked: LockedYear) throws(CommandProblem) -> State {
    var state = State(year: locked.year)
    state.changedFiles = locked.files.filter {
      LockFile.facts(of: $0.path, in: session.folder) != $0
    }.map(\.path)
    let live = run.footprint(year: locked.year)
    let fresh = maker.rows(behind: live)
    let profiles = maker.profiles(behind: live)
    if locked.holds(exactly: fresh), locked.profiles == profiles, live.isComplete {
      compareTotals(locked, live, &state)
      return state
    }
    // The tables say something else: what the lock makes of the rows has to be read.
    let under = try? YearRun.open(
      lockedIn: locked.year, invocation, context,
      failingAnyway: Set(session.missingNames(live)))
    if let under {
      state.isReadAgain = true
      state.found = under.session.log.sortedGroups.filter { $0.year == locked.year }
      let kinds = state.found.map(\.kind)
      state.isStale = kinds.contains(LockFindings.stale)
      state.totalDiffers = kinds.contains(LockFindings.totalDiffers)
    } else {
      // No row of the year is left.
      compareTotals(locked, live, &state)
    }
    state.rowsBehind = locked.rows(missingFrom: installed)
    state.changedProfiles = locked.profiles.filter { !profiles.contains($0) }.map(\.name)
    if state.rowsBehind == 0, !state.isStale { state.rowsBehind = locked.missingRows(of: fresh) }
    return state
  }

  /// Puts what is found into the log of the check.
  func report(_ lock: CatalogLock, into log: inout FindingLog) throws(CommandProblem) {
    for (_, locked) in lock.years.sorted(by: { $0.key < $1.key }) {
      let state = try state(of: locked)
      let year = Finding.Fact("year", String(locked.year))
      if state.isReadAgain { log.remove(year: locked.year) }
      for group in state.found { log.add(group) }
      for file in state.changedFiles {
        log.add(
          Finding(LockFindings.fileChanged, at: Location(file: file), [year]), subject: file,
          year: locked.year)
      }
      for name in state.changedProfiles {
        log.add(
          Finding(
            LockFindings.profileChanged, at: place(of: locked), [year, .init("name", name)]),
          subject: name, year: locked.year)
      }
      if state.rowsBehind > 0 {
        log.add(
          Finding(
            LockFindings.behind, at: place(of: locked),
            [year, .init("count", String(state.rowsBehind))]), year: locked.year)
      }
    }
  }

  private func compareTotals(_ locked: LockedYear, _ live: Footprint, _ state: inout State) {
    guard live.total.exactText != locked.total else { return }
    var log = FindingLog(accepting: session.log.accepted)
    log.add(
      Finding(LockFindings.totalDiffers, at: place(of: locked), LockTotals.facts(locked, live)),
      year: locked.year)
    state.totalDiffers = true
    state.found = log.sortedGroups
  }

  private func place(of locked: LockedYear) -> Location {
    Location(file: CatalogLock.fileName, line: locked.line)
  }
}

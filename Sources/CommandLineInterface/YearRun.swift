import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Reporting

/// The rows of a campus read for one year: under its lock when it is locked.
struct YearRun {
  /// The campus, with the findings of the run.
  let session: Session
  let run: Run
  let year: Int

  /// Reads the rows for the year asked for, or for the latest; a year that turns out to be locked
  /// is read once more with its lock.
  static func open(
    _ asked: Int?, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> YearRun {
    if let asked, let found = try open(lockedIn: asked, invocation, context) { return found }
    var session = try Session.open(invocation, context)
    let run = session.run(duplicates: .firstRows)
    let year = try YearChoice.year(asked, in: run)
    if asked == nil, let found = try open(lockedIn: year, invocation, context) { return found }
    return YearRun(session: session, run: run, year: year)
  }

  /// The run of a locked year; nil when it is not locked.
  static func open(
    lockedIn year: Int, _ invocation: Invocation, _ context: Context,
    failingAnyway: Set<String> = []
  ) throws(CommandProblem) -> YearRun? {
    guard var session = try Session.open(lockedIn: year, invocation, context) else { return nil }
    let run = session.run(duplicates: .firstRows)
    let chosen = try YearChoice.year(year, in: run)
    session.noteLock(run.footprint(year: chosen), failingAnyway: failingAnyway)
    return YearRun(session: session, run: run, year: chosen)
  }

  /// Says in a report that its year is locked, with the sources of the factors.
  func noteLock(in report: inout Report) {
    guard session.lock != nil else { return }
    let note = Text(
      fr: "Année verrouillée : facteurs et règles viennent de campus.lock.",
      en: "Locked year: factors and rules come from campus.lock.")
    if let place = report.tables.firstIndex(where: { $0.identifier == "releases" }) {
      report.tables[place].notes.append(note)
    } else {
      report.notes.append(note)
    }
  }
}

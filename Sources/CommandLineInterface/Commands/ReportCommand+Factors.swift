import Diagnostics
import Files
import Footprint
import Inventory
import Reporting

extension ReportCommand {
  /// The year with another edition of the factors, beside what it was computed with.
  static func recompute(
    _ opened: YearRun, with name: String, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> ExitStatus {
    if !invocation(dimensions).isEmpty || invocation(reading) != nil || invocation(reconcile) {
      throw .factorsAlone
    }
    let session = opened.session
    let file = invocation(output)
    try OutputGuard.check(file, session, context)
    let edition = try FactorEdition.open(name, campus: session.folder, invocation, context)
    let recomputation = edition.recompute(opened.run.footprint(year: opened.year))
    var report = RecomputationReport(recomputation, edition: name).report()
    opened.noteLock(in: &report)
    try ReportText.write(report, as: format, session.language, invocation, context)
    let check = CheckReport(
      session.log, accounts: [], year: opened.year, language: session.language)
    return check.fails(strict: invocation(strict)) ? .findings : .ok
  }
}

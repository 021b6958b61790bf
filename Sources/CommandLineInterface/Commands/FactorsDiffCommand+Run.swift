import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Reporting

extension FactorsDiffCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let campus = try Session.find(invocation, context)
      let names = (first: invocation(first), second: invocation(second))
      let from = try FactorEdition.open(names.first, campus: campus, invocation, context)
      let to = try FactorEdition.open(names.second, campus: campus, invocation, context)
      let (session, footprint) = try opened(invocation, context)
      try OutputGuard.check(invocation(output), session, context)
      var effect: ReleaseComparisonReport.Effect?
      if let footprint {
        effect = .init(
          from: from.recompute(footprint), to: to.recompute(footprint))
      }
      let only = try only(footprint, invocation)
      let comparison = ReleaseComparison(from: from.entries(), to: to.entries())
      let report = ReleaseComparisonReport(comparison, names: names, effect: effect, only: only)
        .report()
      try ReportText.write(report, as: format, session.language, invocation, context)
      return .ok
    }
  }

  /// The campus, and the footprint that shows the effect; none without rows.
  private static func opened(
    _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> (Session, Footprint?) {
    let asked = invocation(year)
    if asked == nil {
      let session = try Session.openWithoutRows(invocation, context)
      if session.files.isEmpty { return (session, nil) }
    }
    do throws(CommandProblem) {
      let opened = try YearRun.open(asked, invocation, context)
      return (opened.session, opened.run.footprint(year: opened.year))
    } catch {
      guard asked == nil, case .nothingToReport = error else { throw error }
      return (try Session.openWithoutRows(invocation, context), nil)
    }
  }

  private static func only(
    _ footprint: Footprint?, _ invocation: Invocation
  ) throws(CommandProblem) -> Set<String>? {
    if !invocation(used) { return nil }
    guard let footprint else { throw .nothingUsed }
    return footprint.baseCarboneIdentifiers
  }
}

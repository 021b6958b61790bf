import Diagnostics
import EmissionFactors
import Quantities
import Reporting

extension FactorsLintCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let session = try CatalogSession.open(invocation, context)
      var log = session.log
      FactorLint.run(session.catalog, log: &log)
      let report = CheckReport(log, accounts: [], year: nil, language: session.language)
      switch invocation(format) {
      case .json: try context.write(report.json(), to: nil)
      default:
        let style = context.style(invocation, isTerminal: context.console.outputIsTerminal)
        try context.write(
          report.findingText(style: style) + summary(session, report), to: nil)
      }
      return report.fails(strict: invocation(strict)) ? .findings : .ok
    }
  }

  private static func summary(_ session: CatalogSession, _ report: CheckReport) -> String {
    let format = session.language.numbers
    let (factors, activities) = (
      format.text(session.catalog.factors.count), format.text(session.catalog.activities.count)
    )
    let counts = report.countWords
    return session.language == .french
      ? "\(factors) facteurs, \(activities) activités : \(counts)\n"
      : "\(factors) factors, \(activities) activities: \(counts)\n"
  }
}

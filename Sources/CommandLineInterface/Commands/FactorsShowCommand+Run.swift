import Diagnostics
import EmissionFactors
import Reporting

extension FactorsShowCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      if let query = try ReleaseQuery(invocation, context) {
        try query.show(invocation(identifier), invocation)
        return .ok
      }
      let session = try CatalogSession.open(invocation, context)
      let name = invocation(identifier)
      let report: Report
      if let activity = session.catalog.activity(named: name) {
        report = CatalogReport(session.catalog, session.warming).report(on: activity)
      } else if let factor = session.catalog.factor(named: name) {
        report = CatalogReport(session.catalog, session.warming).report(on: factor)
      } else {
        let known = session.catalog.activities.map(\.identifier)
        throw .unknownFactor(
          name,
          nearest: NearestName.closest(to: name, among: known)
            ?? session.catalog.search([name]).first?.identifier)
      }
      let style = context.style(invocation, isTerminal: context.console.outputIsTerminal)
      let renderer = TextRenderer(
        language: session.language, width: context.console.width, style: style)
      try context.write(renderer.render(report), to: nil)
      return .ok
    }
  }
}

import Diagnostics
import EmissionFactors

extension FactorsSearchCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      if let query = try ReleaseQuery(invocation, context) {
        try query.search(invocation(words), limit: invocation(limit))
        return .ok
      }
      let session = try CatalogSession.open(invocation, context)
      let words = invocation(words)
      let found = session.catalog.search(words)
      if found.isEmpty {
        let known = session.catalog.activities.map(\.identifier)
        throw .unknownFactor(
          words.joined(separator: " "),
          nearest: NearestName.closest(to: words.joined(separator: "-"), among: known))
      }
      let shown = Array(found.prefix(invocation(limit)))
      var text = FactorLines.list(shown, session, context.console.width)
      if shown.count < found.count {
        let more = found.count - shown.count
        text +=
          session.language == .french
          ? "… et \(more) autre(s) ; -n en montre davantage.\n"
          : "… and \(more) more; -n shows more.\n"
      }
      try context.write(text, to: nil)
      return .ok
    }
  }
}

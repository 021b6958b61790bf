import Diagnostics
import EmissionFactors

extension FactorsListCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      if let query = try ReleaseQuery(invocation, context) {
        try query.list(category: invocation(family))
        return .ok
      }
      let session = try CatalogSession.open(invocation, context)
      var activities = session.catalog.activities
      if let family = invocation(family) {
        activities = activities.filter { $0.family == family }
        if activities.isEmpty {
          let known = Set(session.catalog.activities.map(\.family)).sorted()
          throw .unknownFactor(family, nearest: NearestName.closest(to: family, among: known))
        }
      }
      try context.write(FactorLines.list(activities, session, context.console.width), to: nil)
      return .ok
    }
  }
}

import Diagnostics
import Footprint
import Scenarios

/// Everything that can be said of a scenario before it is run.
enum ScenarioLint {
  /// Looks at the names of a scenario, and at its plan where there is one.
  static func run(
    _ scenario: Scenario, _ session: Session, _ run: @autoclosure () -> Run,
    log: inout FindingLog
  ) {
    ScenarioCheck.run(scenario, session.campus, session.catalog, log: &log)
    // A plan that is half understood is not computed, whatever a campus accepts.
    let isWrong = log.sortedGroups.contains { $0.kind.severity == .error }
    if isWrong || scenario.isLibrary { return }
    let run = run()
    _ = Outlook(scenario, YearLines(run, files: session.files, years: run.years), log: &log)
  }
}

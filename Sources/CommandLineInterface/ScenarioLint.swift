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
    let errors = log.count(of: .error)
    ScenarioCheck.run(scenario, session.campus, session.catalog, log: &log)
    guard log.count(of: .error) == errors, scenario.hasPlan, !scenario.isLibrary else { return }
    _ = Outlook(scenario, run(), files: session.files, log: &log)
  }
}

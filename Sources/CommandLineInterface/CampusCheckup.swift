import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Scenarios

/// What `check` looks at beside the rows: the lock, the releases and the scenarios of the campus.
enum CampusCheckup {
  private static let kinds =
    LockFindings.all + [
      ReleaseFindings.damaged, ProfileFindings.fileChanged,
    ] + ScenarioFindings.all

  /// True for a finding that comes from here, and not from reading rows.
  static func finds(_ identifier: String) -> Bool {
    kinds.contains { $0.identifier == identifier }
  }

  static func run(
    _ session: inout Session, _ run: Run, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) {
    ImportRecipes.compare(session.files, session.campus.imports, log: &session.log)
    let lock = try LockFile.read(in: session.folder, log: &session.log)
    if !lock.years.isEmpty {
      let check = try LockCheck(session, run, invocation, context)
      try check.report(lock, into: &session.log)
    }
    for name in ReleaseFolder.names(in: session.folder) {
      ReleaseFolder(name, campus: session.folder).verify(log: &session.log)
    }
    let scenarios = try ScenarioFolder(data: session.data, campus: session.folder)
    try checkNamed(scenarios, &session, context)
    for place in scenarios.places where place.isOwn {
      var heard = FindingLog(accepting: session.log.accepted)
      if let scenario = try scenarios.scenario(place.name, context, log: &heard) {
        ScenarioLint.run(scenario, session, run, log: &heard)
      }
      for group in heard.sortedGroups { session.log.add(group) }
    }
    session.noteUnused(where: finds)
  }

  /// The scenario that campus.yaml names for its reports must be there: a page would fail for want of it.
  private static func checkNamed(
    _ scenarios: ScenarioFolder, _ session: inout Session, _ context: Context
  ) throws(CommandProblem) {
    let named = session.campus.scenario
    if named.isEmpty { return }
    do throws(CommandProblem) {
      // What is wrong inside is said where the scenarios are looked at.
      var unheard = FindingLog()
      _ = try scenarios.scenario(named, context, log: &unheard)
    } catch .unknownScenario {
      let names = scenarios.places.map(\.name)
      session.log.add(
        Finding(
          ScenarioFindings.unknownScenario,
          at: session.campus.scenarioLocation ?? Location(file: ""),
          [.init("name", named), .init("expected", names.joined(separator: ", "))],
          suggestion: NearestName.closest(to: named, among: names)), subject: named)
    }
  }
}

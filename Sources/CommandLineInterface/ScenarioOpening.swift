import Diagnostics
import Inventory
import Scenarios

/// A scenario read, checked and held against the campus.
enum ScenarioOpening {
  /// The outlook of the scenario that was typed; what is doubtful goes to the log of the session.
  static func outlook(
    _ invocation: Invocation, _ session: inout Session, _ context: Context
  ) throws(CommandProblem) -> Outlook {
    var heard = FindingLog()
    let folder = try ScenarioFolder(data: session.data, campus: session.folder)
    let scenario = try folder.scenario(
      invocation(ScenarioOptions.scenario), context, log: &heard)
    if let scenario {
      ScenarioCheck.run(scenario, session.campus, session.catalog, log: &heard)
    }
    guard let scenario, heard.count(of: .error) == 0 else { throw .badCampus(heard) }
    if scenario.isLibrary { throw .isLibrary(scenario.identifier) }
    let run = session.run(duplicates: .firstRows)
    let outlook = Outlook(scenario, run, files: session.files, log: &heard)
    guard heard.count(of: .error) == 0 else { throw .badCampus(heard) }
    for group in heard.sortedGroups { session.log.add(group) }
    return outlook
  }
}

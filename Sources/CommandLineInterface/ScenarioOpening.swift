import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Reporting
import Scenarios

/// A scenario read, checked and held against the campus.
enum ScenarioOpening {
  /// The outlook of the scenario that was typed; what is doubtful goes to the log of the session.
  static func outlook(
    _ typed: String, _ session: inout Session, _ context: Context
  ) throws(CommandProblem) -> Outlook {
    try outlooks([typed], &session, context)[0]
  }

  /// The same for several, from rows that are read once.
  static func outlooks(
    _ typed: [String], _ session: inout Session, _ context: Context
  ) throws(CommandProblem) -> [Outlook] {
    let scenarios = try scenarios(typed, &session, context)
    let run = session.run(duplicates: .firstRows)
    let lines = YearLines(run, files: session.files, years: run.years)
    return try outlooks(scenarios, lines, &session)
  }

  /// Scenarios as they are written, without anything wrong in them.
  static func scenarios(
    _ typed: [String], _ session: inout Session, _ context: Context
  ) throws(CommandProblem) -> [Scenario] {
    var heard = FindingLog()
    let folder = try ScenarioFolder(data: session.data, campus: session.folder)
    var scenarios: [Scenario] = []
    for name in typed {
      let scenario = try folder.scenario(name, context, log: &heard)
      if let scenario {
        ScenarioCheck.run(scenario, session.campus, session.catalog, log: &heard)
      }
      guard let scenario, heard.count(of: .error) == 0 else { throw .badCampus(heard) }
      if scenario.isLibrary { throw .isLibrary(scenario.identifier) }
      scenarios.append(scenario)
    }
    for group in heard.sortedGroups { session.log.add(group) }
    return scenarios
  }

  /// Their outlooks, from rows that were read.
  static func outlooks(
    _ scenarios: [Scenario], _ lines: YearLines, _ session: inout Session
  ) throws(CommandProblem) -> [Outlook] {
    var heard = FindingLog()
    // A lock that is damaged is told by `check`; nothing is read from it here.
    var unheard = FindingLog()
    let lock = try LockFile.read(in: session.folder, log: &unheard)
    func locked(_ year: Int) -> Double? {
      guard !lock.refuses(year), let total = lock.years[year].flatMap({ Number($0.total) }) else {
        return nil
      }
      return ExactAmount(total).toDouble() / 1000
    }
    let outlooks = scenarios.map {
      Outlook($0, lines, locked: locked, log: &heard)
    }
    guard heard.count(of: .error) == 0 else { throw .badCampus(heard) }
    for group in heard.sortedGroups { session.log.add(group) }
    return outlooks
  }

  /// Its plan, where the command needs one.
  static func plan(of outlook: Outlook) throws(CommandProblem) -> Plan {
    if let plan = outlook.plan { return plan }
    throw .noPlan(outlook.scenario.identifier, reason: outlook.gap.map(GapWords.text))
  }
}

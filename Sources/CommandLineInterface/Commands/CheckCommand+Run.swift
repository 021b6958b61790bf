import Diagnostics
import Footprint
import Inventory
import Reporting

extension CheckCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      do throws(CommandProblem) {
        return try check(invocation, context)
      } catch {
        // Editors read JSON: a campus that cannot be opened is told in the same form.
        guard case .badCampus(let log) = error, invocation(format) == .json else { throw error }
        let language = invocation(GlobalOptions.language) ?? .english
        let report = CheckReport(log, accounts: [], year: nil, language: language)
        try context.write(report.json(), to: nil)
        return error.status
      }
    }
  }

  private static func check(
    _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> ExitStatus {
    var session = try Session.open(invocation, context)
    let run = session.run(duplicates: .everyRow)
    let intensities = try IntensityFolder.accounts(&session)
    try CampusCheckup.run(&session, run, invocation, context)
    let year = invocation(CheckCommand.year)
    if let year, !run.years.contains(year) { throw .noSuchYear(year, known: run.years) }
    let report = CheckReport(
      session.log, accounts: run.accounts(year: year) + intensities, year: year,
      language: session.language)
    switch invocation(format) {
    case .json: try context.write(report.json(), to: nil)
    default:
      let style = context.style(invocation, isTerminal: context.console.outputIsTerminal)
      try context.write(report.text(width: context.console.width, style: style), to: nil)
    }
    return report.fails(strict: invocation(strict)) ? .findings : .ok
  }
}

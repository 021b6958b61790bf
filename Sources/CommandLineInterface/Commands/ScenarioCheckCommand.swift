import Diagnostics
import Inventory
import Reporting
import Scenarios

/// `empreinte scenario check`: what is wrong or doubtful in a scenario.
enum ScenarioCheckCommand {
  /// The declaration.
  static let command = Command(
    "check", group: .work,
    summary: Text(
      fr: "Vérifier un scénario.", en: "Check a scenario."),
    discussion: Text(
      fr: "Chaque erreur est donnée avec son fichier, sa ligne et un remède ; aucun chiffre.",
      en: "Every error is given with its file, its line and a remedy; no figures."),
    operands: [ScenarioOptions.scenario.description],
    examples: [
      Example(
        "empreinte scenario check three-percent",
        Text(fr: "Un scénario livré.", en: "A shipped scenario.")),
      Example(
        "empreinte scenario check scenarios/plan.yaml",
        Text(fr: "Un fichier du campus.", en: "A file of the campus.")),
    ],
    run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      var session = try Session.openWithoutRows(invocation, context)
      let folder = try ScenarioFolder(data: session.data, campus: session.folder)
      var log = FindingLog()
      let scenario = try folder.scenario(invocation(ScenarioOptions.scenario), context, log: &log)
      if let scenario {
        let run = session.run(duplicates: .firstRows)
        ScenarioLint.run(scenario, session, run, log: &log)
      }
      let report = CheckReport(log, accounts: [], year: nil, language: session.language)
      let style = context.style(invocation, isTerminal: context.console.outputIsTerminal)
      let (errors, warnings) = (log.count(of: .error), log.count(of: .warning))
      let summary = Text(
        fr: "\(errors) erreur(s), \(warnings) doute(s).",
        en: "\(errors) error(s), \(warnings) warning(s).")
      try context.write(
        report.findingText(style: style) + summary[session.language] + "\n", to: nil)
      return report.fails(strict: false) ? .findings : .ok
    }
  }
}

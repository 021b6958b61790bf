import Diagnostics
import Files
import Footprint
import Inventory
import Reporting
import Scenarios

/// `empreinte scenario solve`: what it would take to meet a target.
enum ScenarioSolveCommand {
  /// The target; nil for the first one.
  static let target = Option<String?>.text(
    "target", placeholder: Text(fr: "OBJECTIF", en: "TARGET"),
    help: Text(
      fr: "L'objectif à tenir (sinon, le premier du scénario).",
      en: "The target to meet (else the first of the scenario)."))
  /// The year; nil for the one the target names.
  static let year = Option<Int?>.integer(
    "year", placeholder: Text(fr: "ANNÉE", en: "YEAR"), in: 1900...2200,
    help: Text(
      fr: "L'année où le tenir (sinon, celle de l'objectif, ou l'horizon).",
      en: "The year to meet it in (else that of the target, or the horizon)."))
  /// The format of the report.
  static let format = SharedOptions.format(among: OutputFormat.allCases)
  /// The file it goes to.
  static let output = SharedOptions.output

  /// The declaration.
  static let command = Command(
    "solve", group: .work,
    summary: Text(
      fr: "Chercher ce qui manque pour tenir un objectif.",
      en: "Find what is missing to meet a target."),
    discussion: Text(
      fr: """
        Dit les tonnes qui manquent, les rythmes constants qui mèneraient à l'objectif et, mesure \
        par mesure, la part qui suffirait et l'année où elle doit commencer au plus tard.
        """,
      en: """
        Says the tonnes that are missing, the constant rates that would lead to the target and, \
        measure by measure, the part of it that would do and the latest year it must start in.
        """),
    operands: [ScenarioOptions.scenario.description],
    options: [target.description, year.description, format.description, output.description],
    examples: [
      Example(
        "empreinte scenario solve net-zero-90",
        Text(fr: "Ce qui manque pour −90 % en 2050.", en: "What is missing for −90% by 2050.")),
      Example(
        "empreinte scenario solve snbc3 --target snbc3-draft --year 2040",
        Text(fr: "Un objectif, une année.", en: "One target, one year.")),
    ],
    run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      var session = try Session.open(invocation, context)
      let file = invocation(output)
      try OutputGuard.check(file, session, context)
      let outlook = try ScenarioOpening.outlook(
        invocation(ScenarioOptions.scenario), &session, context)
      let name = invocation(target)
      let found =
        name == nil
        ? outlook.entries.first : outlook.entries.first { $0.target.identifier == name }
      guard let entry = found else {
        throw .unknownTarget(name ?? "", known: outlook.entries.map(\.target.identifier))
      }
      if case .failure(let gap) = entry.truth { throw .notComputable(GapWords.text(gap)) }
      let year = invocation(year) ?? entry.target.goal ?? outlook.scenario.horizon
      guard let solution = Solution(outlook, entry, year: year) else {
        throw .targetSaysNothing(entry.target.identifier, year: year)
      }
      try ReportText.write(
        SolutionReport(solution, outlook).report(), as: format, session.language, invocation,
        context)
      return .ok
    }
  }
}

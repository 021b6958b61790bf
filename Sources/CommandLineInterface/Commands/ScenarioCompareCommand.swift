import Diagnostics
import Files
import Inventory
import Reporting
import Scenarios

/// `empreinte scenario compare`: two scenarios side by side.
enum ScenarioCompareCommand {
  /// The two scenarios.
  static let one = Operand<String>.one(
    Text(same: "A"), expects: .file,
    help: Text(
      fr: "Un scénario : son nom, ou le chemin de son fichier.",
      en: "A scenario: its name, or the path of its file."))
  static let other = Operand<String>.one(
    Text(same: "B"), expects: .file, help: Text(fr: "Un autre.", en: "Another one."))
  /// The format of the report.
  static let format = SharedOptions.format(among: OutputFormat.allCases)
  /// The file it goes to.
  static let output = SharedOptions.output

  /// The declaration.
  static let command = Command(
    "compare", group: .work,
    summary: Text(fr: "Comparer deux scénarios.", en: "Compare two scenarios."),
    discussion: Text(
      fr: """
        Où mène chacun, ce que chaque mesure évite dans l'un et dans l'autre, et les objectifs que \
        chacun tient. Un scénario sans plan est représenté par sa première promesse.
        """,
      en: """
        Where each of them leads, what each measure saves in one and in the other, and the targets \
        that each of them meets. A scenario without a plan is represented by its first pledge.
        """),
    operands: [one.description, other.description],
    options: [
      ScenarioOptions.draws.description, SharedOptions.seed.description, format.description,
      output.description,
    ],
    examples: [
      Example(
        "empreinte scenario compare net-zero-90 three-percent",
        Text(fr: "Deux objectifs livrés.", en: "Two shipped targets.")),
      Example(
        "empreinte scenario compare plan snbc3 -O md",
        Text(fr: "Un plan et un rythme, en Markdown.", en: "A plan and a pace, as Markdown.")),
    ],
    run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      var session = try Session.open(invocation, context)
      let file = invocation(output)
      try OutputGuard.check(file, session, context)
      let outlooks = try ScenarioOpening.outlooks(
        [invocation(one), invocation(other)], &session, context)
      try ReportText.write(
        ScenarioComparisonReport(
          outlooks[0], outlooks[1], count: invocation(ScenarioOptions.draws),
          seed: UInt64(invocation(SharedOptions.seed))
        ).report(), as: format, session.language,
        invocation, context)
      return .ok
    }
  }
}

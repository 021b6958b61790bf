import Diagnostics
import Files
import Footprint
import Inventory
import Reporting
import Scenarios

/// `empreinte scenario explain`: what one measure does, as an equation with its values.
enum ScenarioExplainCommand {
  /// The scenario, and one of its measures.
  static let measure = Operand<String>.one(
    Text(fr: "MESURE", en: "MEASURE"),
    help: Text(
      fr: "Son nom dans le scénario.", en: "Its name in the scenario."))
  /// The year; nil for the horizon.
  static let year = Option<Int?>.integer(
    "year", placeholder: Text(fr: "ANNÉE", en: "YEAR"), in: 1900...2200,
    help: Text(
      fr: "L'année à expliquer (sinon, l'horizon).", en: "The year to explain (else the horizon)."))
  /// The format of the report.
  static let format = SharedOptions.format(among: OutputFormat.allCases)
  /// The file it goes to.
  static let output = SharedOptions.output

  /// The declaration.
  static let command = Command(
    "explain", group: .work,
    summary: Text(
      fr: "Expliquer une mesure, l'équation avec ses valeurs.",
      en: "Explain a measure, the equation with its values."),
    discussion: Text(
      fr: """
        Pour chaque activité que la mesure change : la quantité de l'année de base, tout ce qui la \
        multiplie, le facteur et le résultat, sans la mesure et avec elle.
        """,
      en: """
        For each activity that the measure changes: the quantity of the base year, all that \
        multiplies it, the factor and the result, without the measure and with it.
        """),
    operands: [ScenarioOptions.scenario.description, measure.description],
    options: [year.description, format.description, output.description],
    examples: [
      Example(
        "empreinte scenario explain plan pumps --year 2030",
        Text(fr: "Ce que font les pompes en 2030.", en: "What the pumps do in 2030.")),
      Example(
        "empreinte scenario explain plan insulation -O md",
        Text(fr: "En Markdown, à l'horizon.", en: "As Markdown, at the horizon.")),
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
      let plan = try ScenarioOpening.plan(of: outlook)
      let name = invocation(measure)
      let year = invocation(year) ?? outlook.scenario.horizon
      guard year >= plan.base, year <= outlook.scenario.horizon else {
        throw .yearOutsidePlan(year, from: plan.base, through: outlook.scenario.horizon)
      }
      guard let explanation = MeasureExplanation(name, of: plan, year: year) else {
        throw .unknownMeasure(name, known: plan.measures)
      }
      try ReportText.write(
        MeasureReport(explanation, outlook).report(), as: format, session.language, invocation,
        context)
      return .ok
    }
  }
}

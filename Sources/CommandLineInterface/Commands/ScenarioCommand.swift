import Diagnostics
import Scenarios

/// `empreinte scenario`: what a pledge or a plan leads to.
enum ScenarioCommand {
  /// The declaration.
  static let command = Command(
    "scenario", group: .work,
    summary: Text(
      fr: "Voir où mène un objectif ou un plan.", en: "See where a target or a plan leads."),
    discussion: Text(
      fr: """
        Un scénario est un fichier YAML de scenarios/, ou l'un de ceux qui sont livrés. Il part \
        de ce que l'inventaire a compté, et dit ce qui reste année après année.
        """,
      en: """
        A scenario is a YAML file in scenarios/, or one of those that are shipped. It starts from \
        what the inventory has counted, and says what remains year after year.
        """),
    examples: [
      Example(
        "empreinte scenario list",
        Text(fr: "Les scénarios qu'il y a.", en: "The scenarios there are.")),
      Example(
        "empreinte scenario run three-percent",
        Text(fr: "Où mènent 3 % par an.", en: "Where 3% a year lead.")),
    ],
    subcommands: [
      ScenarioRunCommand.command, ScenarioCompareCommand.command, ScenarioSolveCommand.command,
      ScenarioExplainCommand.command, ScenarioCheckCommand.command, ScenarioListCommand.command,
    ])
}

/// What the scenario commands share.
enum ScenarioOptions {
  /// The scenario, by name or by path.
  static let scenario = Operand<String>.one(
    Text(fr: "SCÉNARIO", en: "SCENARIO"), expects: .file,
    help: Text(
      fr: "Son nom, ou le chemin de son fichier.", en: "Its name, or the path of its file."))

  /// How many times what is not certain is drawn.
  static let draws = Option<Int>.integer(
    "draws", placeholder: Text(same: "N"), in: 0...100_000, default: PlanDraws.usual,
    help: Text(
      fr: "Tirer N fois ce qui n'est pas sûr (0 : jamais).",
      en: "Draw N times what is not certain (0: never)."))
}

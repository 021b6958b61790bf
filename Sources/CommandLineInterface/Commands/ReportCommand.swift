import Diagnostics
import Reporting

/// `empreinte report`: the footprint of a year.
enum ReportCommand {
  /// What a footprint can be broken down by.
  enum Dimension: String, CaseIterable, Sendable {
    case post
    case scope
    case site
    case building
    case month
    case gas
    case activity
    case tag
    /// Not a part of the total: the whole year, by goal.
    case sdg
  }

  /// The inventory year; nil is the latest with data.
  static let year = Operand<Int?>.optionalYear(
    Text(fr: "ANNÉE", en: "YEAR"),
    help: Text(
      fr: "L'année d'inventaire (sinon, la dernière qui a des données).",
      en: "The inventory year (else the latest with data)."))

  /// The format of the report.
  static let format = SharedOptions.format(among: OutputFormat.allCases)
  /// The file it goes to.
  static let output = SharedOptions.output
  /// Whether doubts count in the exit status.
  static let strict = SharedOptions.strict

  /// Another edition of the factors to compute with; nil for that of the year.
  static let factors = Option<String?>.text(
    "factors", placeholder: Text(fr: "VERSION", en: "RELEASE"),
    help: Text(
      fr: "Recalculer avec cette version importée, ou « installed », et montrer l'écart.",
      en: "Compute again with this imported release, or `installed`; show the difference."))

  /// The breakdowns asked for, in order; empty leaves the choice to the report.
  static let dimensions = Option<Dimension>.choices(
    "by", placeholder: Text(same: "DIMENSION"), among: Dimension.allCases,
    help: Text(
      fr: "Détailler selon cette dimension ; peut être répétée.",
      en: "Break down by this dimension; may be repeated."))

  /// The official reading asked for; nil is the footprint itself.
  static let reading = Option<String?>.text(
    "reading", placeholder: Text(fr: "LECTURE", en: "READING"),
    help: Text(
      fr: "Classer selon bilan-carbone, beges, iso-14064-1 ou ghg-protocol.",
      en: "File by bilan-carbone, beges, iso-14064-1 or ghg-protocol."))

  /// The scenario that is told beside the year; nil for the one that campus.yaml names.
  static let scenario = Option<String?>.text(
    "scenario", placeholder: Text(fr: "SCÉNARIO", en: "SCENARIO"),
    help: Text(
      fr: "Sa trajectoire dans une page ou un classeur (sinon, celle de campus.yaml).",
      en: "Its trajectory in a page or a workbook (else that of campus.yaml)."))

  /// How far the figures may be off; nil says nothing of it where there is no room.
  static let uncertainty: Option<UncertaintyMode?> = Option<UncertaintyMode>.choice(
    "uncertainty", placeholder: Text(same: "MODE"), among: UncertaintyMode.allCases,
    help: Text(
      fr:
        "Donner des intervalles : shared compte ce qui est partagé, gsd est l'arithmétique publiée.",
      en: "Give intervals: shared counts what is shared, gsd is the published arithmetic."))

  /// All that a page tells, whatever the format.
  static let whole = Option<Bool>.flag(
    "whole",
    help: Text(
      fr: "Dire tout ce qu'une page dit : les années, l'évolution, la trajectoire, les facteurs.",
      en: "Tell all that a page tells: the years, the change, the trajectory, the factors."))

  /// The totals of all readings, and why they differ.
  static let reconcile = Option<Bool>.flag(
    "reconcile",
    help: Text(
      fr: "Expliquer, cause par cause, l'écart entre les totaux des lectures.",
      en: "Explain, cause by cause, how the totals of the readings differ."))

  /// Electricity by the hour, beside the factor of the year.
  static let hourly = Option<Bool>.flag(
    "hourly",
    help: Text(
      fr: "Croiser les courbes de charge avec les intensités horaires du réseau.",
      en: "Set load curves against the hourly intensities of the grid."))

  /// The declaration.
  static let command = Command(
    "report", group: .work,
    summary: Text(fr: "Donner l'empreinte d'une année.", en: "Give the footprint of a year."),
    discussion: Text(
      fr: """
        Lit tous les fichiers de activity/ : ce sont les dates qui décident de l'année où une \
        ligne compte. Les lignes écartées sont annoncées avant les chiffres.

        Le CO2 biogénique et les puits sont comptés à part, jamais soustraits.
        """,
      en: """
        Reads every file of activity/: dates decide in which year a line counts. Lines that were \
        left out are announced before the figures.

        Biogenic CO2 and sinks are counted apart, never subtracted.
        """),
    operands: [year.description],
    options: [
      format.description, output.description, SharedOptions.open.description,
      dimensions.description, reading.description,
      reconcile.description, hourly.description, factors.description, whole.description,
      uncertainty.description, SharedOptions.draws.description, SharedOptions.seed.description,
      scenario.description,
      strict.description,
    ],
    examples: [
      Example(
        "empreinte report",
        Text(
          fr: "L'empreinte de la dernière année qui a des données.",
          en: "The footprint of the latest year with data.")),
      Example(
        "empreinte report 2022 --by site --by post",
        Text(fr: "Celle de 2022, par site puis par poste.", en: "That of 2022, by site and post.")),
      Example(
        "empreinte report 2023 --by sdg",
        Text(
          fr: "Par objectif de développement durable, à côté des années précédentes.",
          en: "By Sustainable Development Goal, beside the years before.")),
      Example(
        "empreinte report 2023 -o report.html --open",
        Text(fr: "Une page à publier.", en: "A page to publish.")),
      Example(
        "empreinte report 2022 -O csv -o bilan-2022.csv",
        Text(fr: "L'écrire pour un tableur.", en: "Write it for a spreadsheet.")),
      Example(
        "empreinte report 2022 --reading beges -O csv",
        Text(
          fr: "Le tableau réglementaire, prêt à être recopié.",
          en: "The regulatory table, ready to be copied.")),
      Example(
        "empreinte report 2022 --reconcile",
        Text(
          fr: "Pourquoi les totaux BEGES et GHG Protocol diffèrent du Bilan Carbone.",
          en: "Why the BEGES and GHG Protocol totals differ from the Bilan Carbone one.")),
      Example(
        "empreinte report 2022 --factors installed",
        Text(
          fr: "L'écart avec les facteurs livrés, pour une année verrouillée.",
          en: "The difference from the shipped factors, for a locked year.")),
      Example(
        "empreinte report 2022 --hourly",
        Text(
          fr: "L'électricité heure par heure, à côté de la moyenne annuelle.",
          en: "Electricity by the hour, beside the mean of the year.")),
    ],
    run: run)
}

import Diagnostics

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

  /// The breakdowns asked for, in order; empty leaves the choice to the report.
  static let dimensions = Option<Dimension>.choices(
    "by", placeholder: Text(same: "DIMENSION"), among: Dimension.allCases,
    help: Text(
      fr: "Détailler selon cette dimension ; peut être répétée.",
      en: "Break down by this dimension; may be repeated."))

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
      format.description, output.description, dimensions.description, strict.description,
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
        "empreinte report 2022 -O csv -o bilan-2022.csv",
        Text(fr: "L'écrire pour un tableur.", en: "Write it for a spreadsheet.")),
    ],
    run: run)
}

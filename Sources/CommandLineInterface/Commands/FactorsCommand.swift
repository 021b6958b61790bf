import Diagnostics

/// `empreinte factors`: the emission factors, which are looked up in three ways.
enum FactorsCommand {
  /// The declaration.
  static let command = Command(
    "factors", group: .data,
    summary: Text(
      fr: "Consulter les facteurs d'émission.", en: "Look up emission factors."),
    discussion: Text(
      fr: """
        Les facteurs livrés et ceux du campus, avec leurs étapes, leurs gaz, leur source, leur \
        version et leurs années d'emploi.
        """,
      en: """
        The shipped factors and those of the campus, with their stages, gases, source, release \
        and years of use.
        """),
    examples: [
      Example(
        "empreinte factors search gaz naturel",
        Text(fr: "Chercher par mots.", en: "Search by words.")),
      Example(
        "empreinte factors show bc-26627",
        Text(fr: "Tout savoir d'un facteur.", en: "Know all about one factor.")),
      Example(
        "empreinte factors list --family electricity",
        Text(
          fr: "Les facteurs d'une famille, année par année.",
          en: "The factors of a family, year by year.")),
    ],
    subcommands: [
      FactorsListCommand.command, FactorsSearchCommand.command, FactorsShowCommand.command,
      FactorsImportCommand.command, FactorsLockCommand.command, FactorsDiffCommand.command,
      FactorsLintCommand.command,
    ])
}

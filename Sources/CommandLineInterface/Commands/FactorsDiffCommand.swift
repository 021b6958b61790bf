import Diagnostics

/// `empreinte factors diff`: what sets two editions of the factors apart.
enum FactorsDiffCommand {
  /// The edition to start from.
  static let first = Operand<String>.one(
    Text(fr: "VERSION-1", en: "RELEASE-1"),
    help: Text(
      fr: "Une version importée, ou « installed » pour les tables livrées.",
      en: "An imported release, or `installed` for the shipped tables."))
  /// The edition to go to.
  static let second = Operand<String>.one(
    Text(fr: "VERSION-2", en: "RELEASE-2"),
    help: Text(
      fr: "L'autre version, ou « installed ».", en: "The other release, or `installed`."))

  /// The year whose total shows the effect; nil is the latest with data.
  static let year = SharedOptions.year

  /// Leaves out what the campus does not use.
  static let used = Option<Bool>.flag(
    "used",
    help: Text(
      fr: "Se limiter aux éléments que le campus utilise cette année-là.",
      en: "Keep to the elements that the campus uses in that year."))

  /// The format of the comparison.
  static let format = SharedOptions.format(among: OutputFormat.allCases)
  /// The file it goes to.
  static let output = SharedOptions.output

  /// The declaration.
  static let command = Command(
    "diff", group: .data,
    summary: Text(
      fr: "Comparer deux versions des facteurs.", en: "Compare two releases of the factors."),
    discussion: Text(
      fr: """
        Liste les éléments ajoutés, retirés et changés : valeur, unité, étapes, gaz, incertitude, \
        statut. Dans un campus qui a des lignes, dit aussi ce que chaque changement fait à son \
        total, en kg ; la somme est la différence des totaux.
        """,
      en: """
        Lists the elements added, removed and changed: value, unit, stages, gases, uncertainty, \
        status. In a campus with rows it also says what each change does to its total, in kg; the \
        sum is the difference of the totals.
        """),
    operands: [first.description, second.description],
    options: [year.description, used.description, format.description, output.description],
    examples: [
      Example(
        "empreinte factors diff base-carbone-v23.6 base-carbone-v23.9",
        Text(fr: "Comparer deux versions importées.", en: "Compare two imported releases.")),
      Example(
        "empreinte factors diff installed base-carbone-v23.9 --used --year 2022",
        Text(
          fr: "Ce qu'une version changerait à 2022, pour les seuls facteurs utilisés.",
          en: "What a release would change in 2022, for the factors used.")),
    ],
    run: run)
}

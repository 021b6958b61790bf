import Diagnostics

/// `empreinte explain`: one number unfolded down to its sources.
enum ExplainCommand {
  /// What to explain; nil is the total.
  static let what = Operand<String?>.optional(
    Text(fr: "QUOI", en: "WHAT"), expects: .file,
    help: Text(
      fr: """
        « total », un poste, une activité, ou une ligne (activity/2022/gas.csv:12) ; \
        sinon, le total.
        """,
      en: """
        "total", a post, an activity, or a line (activity/2022/gas.csv:12); else the total.
        """))

  /// The inventory year; nil is the latest with data.
  static let year = SharedOptions.year

  /// Whether every line is shown, and not only the largest.
  static let all = Option<Bool>.flag(
    "all",
    help: Text(
      fr: "Montrer toutes les lignes, et pas seulement les plus grandes.",
      en: "Show every line, not only the largest ones."))

  /// The format of the explanation.
  static let format = SharedOptions.format(among: OutputFormat.allCases)
  /// The file it goes to.
  static let output = SharedOptions.output

  /// The declaration.
  static let command = Command(
    "explain", group: .work,
    summary: Text(
      fr: "Déplier un chiffre jusqu'à ses lignes et ses facteurs.",
      en: "Unfold a number down to its lines and factors."),
    discussion: Text(
      fr: """
        Montre, pour chaque ligne : la quantité lue et sa place dans le fichier, les \
        conversions, le facteur, sa source et sa version, et le produit.
        """,
      en: """
        Shows, for each line: the quantity read and its place in the file, the conversions, the \
        factor, its source and release, and the product.
        """),
    operands: [what.description],
    options: [year.description, all.description, format.description, output.description],
    examples: [
      Example(
        "empreinte explain total",
        Text(
          fr: "D'où vient le total de la dernière année.",
          en: "Where the total of the latest year comes from.")),
      Example(
        "empreinte explain energy-electricity --year 2022 --all",
        Text(
          fr: "Toutes les lignes de l'électricité de 2022.",
          en: "Every line of the electricity of 2022.")),
      Example(
        "empreinte explain activity/2022/gas.csv:12",
        Text(fr: "Ce que devient une ligne.", en: "What becomes of one line.")),
    ],
    run: run)
}

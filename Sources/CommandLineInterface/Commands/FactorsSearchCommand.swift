import Diagnostics

/// `empreinte factors search`: factors and activities found by words.
enum FactorsSearchCommand {
  /// The words that must all be met.
  static let words = Operand<[String]>.many(
    Text(fr: "MOTS", en: "WORDS"),
    help: Text(
      fr: "Les mots à trouver, tous, sans égard aux accents.",
      en: "The words to find, all of them, accents apart."))

  /// How many answers are shown.
  static let limit = Option<Int>.integer(
    "limit", short: "n", placeholder: Text(same: "N"), in: 1...10_000, default: 20,
    help: Text(fr: "Montrer N réponses au plus.", en: "Show N answers at most."))

  /// The declaration.
  static let command = Command(
    "search", group: .data,
    summary: Text(
      fr: "Chercher une activité ou un facteur par mots.",
      en: "Search activities and factors by words."),
    discussion: Text(
      fr: "Cherche dans les noms français et anglais, les autres noms et les notes des sources.",
      en: "Searches French and English names, other names and the notes of the sources."),
    operands: [words.description],
    options: [limit.description, ReleaseQuery.release.description],
    examples: [
      Example(
        "empreinte factors search chaudière fioul",
        Text(fr: "Trouver le fioul domestique.", en: "Find heating oil.")),
      Example(
        "empreinte factors search -n 5 train",
        Text(fr: "Les cinq meilleures réponses.", en: "The five best answers.")),
    ],
    run: run)
}

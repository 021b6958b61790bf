import Diagnostics

/// `empreinte factors lock`: what the figures of a year rest on, copied into the campus.
enum FactorsLockCommand {
  /// The years to lock; none shows how each year stands.
  static let years = Operand<[Int]>.anyYears(
    Text(fr: "ANNÉE", en: "YEAR"),
    help: Text(
      fr: "Les années à verrouiller, à neuf si elles le sont déjà ; sinon, montrer leur état.",
      en: "The years to lock, anew if they are locked already; else show how they stand."))

  /// Unlocks the years instead.
  static let remove = Option<Bool>.flag(
    "remove",
    help: Text(
      fr: "Retirer ces années du verrou.", en: "Take these years out of the lock."))

  /// The declaration.
  static let command = Command(
    "lock", group: .data,
    summary: Text(
      fr: "Verrouiller les facteurs d'une année.", en: "Lock the factors of a year."),
    discussion: Text(
      fr: """
        Copie dans campus.lock chaque ligne de facteur, d'activité, de PRG, de conversion et de \
        règle dont les chiffres d'une année ont besoin, avec son empreinte SHA-256. Les chiffres \
        d'une année verrouillée viennent de cette copie : une version nouvelle ne les change pas.

        Une année dont des lignes sont rejetées n'est pas verrouillée. Sans année, rien n'est \
        écrit.
        """,
      en: """
        Copies into campus.lock every row of factors, activities, GWP, conversions and rules that \
        the figures of a year need, with its SHA-256. The figures of a locked year come from that \
        copy: a new release does not change them.

        A year with rejected rows is not locked. Without a year, nothing is written.
        """),
    operands: [years.description],
    options: [remove.description],
    examples: [
      Example(
        "empreinte factors lock 2021 2022",
        Text(fr: "Verrouiller deux années.", en: "Lock two years.")),
      Example(
        "empreinte factors lock",
        Text(
          fr: "L'état de chaque année, sans rien écrire.",
          en: "How each year stands; nothing is written.")),
      Example(
        "empreinte factors lock --remove 2021",
        Text(fr: "Déverrouiller 2021.", en: "Unlock 2021.")),
    ],
    run: run)
}

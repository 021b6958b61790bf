import Diagnostics

/// `empreinte factors lint`: factors that cannot be right, whoever published them.
enum FactorsLintCommand {
  /// The format of the findings.
  static let format = SharedOptions.format(among: [.text, .json])
  /// Whether doubts count in the exit status.
  static let strict = SharedOptions.strict

  /// The declaration.
  static let command = Command(
    "lint", group: .data,
    summary: Text(
      fr: "Chercher les facteurs qui ne peuvent pas être justes.",
      en: "Look for factors that cannot be right."),
    discussion: Text(
      fr: """
        Bilan du carbone des combustibles, composition des mélanges, zéros sans raison, sommes \
        d'étapes, amont plus grand que la combustion, noms en double, sources et licences \
        absentes, couples PCS/PCI. Les facteurs livrés et ceux du campus sont lus.
        """,
      en: """
        Carbon balance of fuels, composition of blends, zeros without a reason, sums of stages, \
        upstream larger than combustion, duplicate names, missing sources and licences, PCS/PCI \
        pairs. The shipped factors and those of the campus are read.
        """),
    options: [format.description, strict.description],
    examples: [
      Example(
        "empreinte factors lint",
        Text(fr: "Vérifier tous les facteurs.", en: "Check all factors.")),
      Example(
        "empreinte factors lint --strict -O json",
        Text(
          fr: "Échouer au moindre doute ; le résultat est lu par un programme.",
          en: "Fail on the least doubt; a program reads the result.")),
    ],
    run: run)
}

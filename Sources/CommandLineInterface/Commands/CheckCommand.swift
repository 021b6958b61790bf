import Diagnostics

/// `empreinte check`: everything that is wrong or doubtful.
enum CheckCommand {
  /// The format of the findings.
  static let format = SharedOptions.format(among: [.text, .json])
  /// Whether doubts count in the exit status.
  static let strict = SharedOptions.strict
  /// The only year to check, if any.
  static let year = SharedOptions.year

  /// The declaration.
  static let command = Command(
    "check", group: .work,
    summary: Text(
      fr: "Montrer tout ce qui est faux ou douteux.",
      en: "Show all that is wrong or doubtful."),
    discussion: Text(
      fr: """
        Lit toutes les données du campus et montre chaque problème avec son fichier, sa ligne, \
        sa colonne, un extrait et un remède. Une erreur écarte ce qu'elle touche de tous les \
        chiffres ; un doute n'écarte rien.

        Un problème vu et admis se déclare dans campus.yaml, avec sa raison ; il reste compté.
        """,
      en: """
        Reads all data of the campus and shows each problem with its file, line, column, an \
        excerpt and a remedy. An error keeps what it touches out of every figure; a warning \
        keeps nothing out.

        A problem that was looked at and accepted is declared in campus.yaml, with a reason; it \
        is still counted.
        """),
    options: [format.description, strict.description, year.description],
    examples: [
      Example(
        "empreinte check",
        Text(fr: "Vérifier le campus courant.", en: "Check the current campus.")),
      Example(
        "empreinte check --strict --year 2022",
        Text(
          fr: "Échouer au moindre doute sur 2022 (pour l'intégration continue).",
          en: "Fail on the least doubt about 2022 (for continuous integration).")),
      Example(
        "empreinte -C Examples/demo-campus check -O json",
        Text(
          fr: "Vérifier un autre dossier ; le résultat est lu par un programme.",
          en: "Check another folder; a program reads the result.")),
    ],
    run: run)
}

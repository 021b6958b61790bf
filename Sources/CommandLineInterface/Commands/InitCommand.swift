import Diagnostics

/// `empreinte init`: a campus folder to start from.
enum InitCommand {
  /// The folder to make.
  static let directory = Operand<String>.one(
    Text(fr: "DOSSIER", en: "DIR"), expects: .directory,
    help: Text(fr: "Le dossier à créer.", en: "The folder to make."))

  /// The name of the campus; nil takes that of the folder.
  static let name = Option<String?>.text(
    "name", placeholder: Text(fr: "NOM", en: "NAME"),
    help: Text(
      fr: "Le nom du campus (sinon, celui du dossier).",
      en: "The name of the campus (else that of the folder)."))

  /// The declaration.
  static let command = Command(
    "init", group: .start,
    summary: Text(fr: "Créer un dossier de campus.", en: "Make a campus folder."),
    discussion: Text(
      fr: """
        Le dossier reçoit un campus.yaml à compléter et un premier fichier d'activité, avec \
        l'explication de chaque clé. Rien d'existant n'est remplacé.
        """,
      en: """
        The folder gets a campus.yaml to fill in and a first activity file, each key with its \
        explanation. Nothing that exists is replaced.
        """),
    operands: [directory.description],
    options: [name.description],
    examples: [
      Example(
        "empreinte init mon-campus",
        Text(fr: "Créer le dossier mon-campus.", en: "Make the folder mon-campus.")),
      Example(
        "empreinte init . --name 'Campus du Lac'",
        Text(
          fr: "Faire du dossier courant un campus, avec son nom.",
          en: "Make the current folder a campus, with its name.")),
    ],
    run: run)
}

import Diagnostics

/// `empreinte import`: a file as somebody sent it, brought into the campus with its recipe.
enum ImportCommand {
  /// The file as it was received.
  static let file = Operand<String>.one(
    Text(fr: "FICHIER", en: "FILE"), expects: .file,
    help: Text(
      fr: "Un fichier tel qu'il a été reçu : export d'un portail, factures, registre, achats.",
      en: "A file as it was received: an export, bills, a register, purchases."))

  /// The profile to read it with; nil recognises the file.
  static let profile = Option<String?>.text(
    "profile", placeholder: Text(fr: "PROFIL", en: "PROFILE"),
    help: Text(
      fr: "Lire avec ce profil (sinon, celui que l'en-tête fait reconnaître).",
      en: "Read it with this profile (else the one its header tells)."))

  /// What the file does not say, `site=nord`.
  static let set = Option<String?>.text(
    "set", placeholder: Text(same: "CELL=VALUE[,…]"),
    help: Text(
      fr: "Ce que le fichier ne dit pas : site=nord,activity=natural-gas.",
      en: "What the file does not say: site=main,activity=natural-gas."))

  /// Where it goes.
  static let to = Option<String?>.text(
    "to", placeholder: Text(fr: "CHEMIN", en: "PATH"),
    help: Text(
      fr: "Le nom à donner dans le campus (sinon activity/ANNÉE/NOM.csv).",
      en: "The name to give it in the campus (else activity/YEAR/NAME.csv)."))

  /// Counts and findings only.
  static let dryRun = Option<Bool>.flag(
    "dry-run",
    help: Text(
      fr: "Montrer ce qui serait lu, sans rien écrire.",
      en: "Show what would be read, and write nothing."))

  /// The declaration.
  static let command = Command(
    "import", group: .work,
    summary: Text(
      fr: "Faire entrer un fichier reçu dans le campus.",
      en: "Bring a received file into the campus."),
    discussion: Text(
      fr: """
        Reconnaît le fichier à son en-tête, montre les lignes lues (utilisées, exclues, rejetées) \
        et leurs sommes, puis le copie dans activity/ avec sa recette (.import.yaml). Le fichier \
        n'est jamais transformé : chaque calcul le relit. Seules les colonnes sur des personnes \
        sont vidées. Le même contenu n'entre pas deux fois.
        """,
      en: """
        Recognises the file by its header, shows the rows read (used, excluded, rejected) and \
        their sums, then copies it into activity/ with its recipe (.import.yaml). The file is \
        never converted: every run reads it again. Only columns about persons are emptied. The \
        same content does not come in twice.
        """),
    operands: [file.description],
    options: [
      profile.description, set.description, to.description, dryRun.description,
    ],
    examples: [
      Example(
        "empreinte import Enedis_Conso_Heure.csv --set site=nord",
        Text(fr: "Une courbe de charge d'Enedis.", en: "A load curve of Enedis.")),
      Example(
        "empreinte import eau-2023.csv --profile water-bill --set site=nord --dry-run",
        Text(
          fr: "Voir ce que donnerait un profil, sans rien écrire.",
          en: "See what a profile would give, and write nothing.")),
    ],
    run: run)
}

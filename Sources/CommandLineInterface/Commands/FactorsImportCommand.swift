import Diagnostics

/// `empreinte factors import`: an official base of factors, brought into the campus as a release.
enum FactorsImportCommand {
  /// The file as its publisher distributes it.
  static let file = Operand<String>.one(
    Text(fr: "FICHIER", en: "FILE"), expects: .file,
    help: Text(
      fr: "L'export CSV de la Base Carbone de l'ADEME.",
      en: "The CSV export of ADEME's Base Carbone."))

  /// The name of the release; nil takes it from the name of the file.
  static let release = Option<String?>.text(
    "release", placeholder: Text(fr: "VERSION", en: "RELEASE"),
    help: Text(
      fr: "Le nom de la version (sinon, celui que dit le nom du fichier).",
      en: "The name of the release (else what the name of the file says)."))

  /// Counts and findings only.
  static let dryRun = Option<Bool>.flag(
    "dry-run",
    help: Text(
      fr: "Montrer ce qui serait importé, sans rien écrire.",
      en: "Show what would be imported, and write nothing."))

  /// The declaration.
  static let command = Command(
    "import", group: .data,
    summary: Text(
      fr: "Importer une version de la Base Carbone.", en: "Import a release of the Base Carbone."),
    discussion: Text(
      fr: """
        Lit l'export officiel en entier et l'écrit dans factors/VERSION/ du campus, en une fois ou \
        pas du tout. Chaque ligne est comptée : importée, archivée, ou refusée avec sa raison. Une \
        version déjà là n'est jamais remplacée.
        """,
      en: """
        Reads the official export whole and writes it to factors/RELEASE/ of the campus, at once \
        or not at all. Every row is counted: imported, archived, or refused with its reason. A \
        release that is there is never replaced.
        """),
    operands: [file.description],
    options: [release.description, dryRun.description],
    examples: [
      Example(
        "empreinte factors import Base_Carbone_V23.6.csv",
        Text(
          fr: "Importer sous le nom base-carbone-v23.6.", en: "Import as base-carbone-v23.6.")),
      Example(
        "empreinte factors import base.csv --release base-carbone-v23.6 --dry-run",
        Text(fr: "Voir ce que donnerait l'import.", en: "See what an import would give.")),
    ],
    run: run)
}

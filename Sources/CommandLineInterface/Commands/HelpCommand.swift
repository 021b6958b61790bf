import Diagnostics

/// `empreinte help`: commands and findings, explained.
enum HelpCommand {
  /// The words of a command, or the identifier of a finding; none is the overview.
  static let words = Operand<[String]>.any(
    Text(fr: "SUJET", en: "TOPIC"), expects: .command,
    help: Text(
      fr: "Une commande, ou l'identifiant d'un problème montré par check.",
      en: "A command, or the identifier of a finding that check shows."))

  /// Whether the manual page is written instead.
  static let manual = Option<Bool>.flag(
    "man",
    help: Text(
      fr: "Écrire la page de manuel, au format de man(1).",
      en: "Write the manual page, in the format of man(1)."))

  /// The declaration.
  static let command = Command(
    "help", group: .help,
    summary: Text(
      fr: "Expliquer une commande ou un problème.", en: "Explain a command or a finding."),
    discussion: Text(
      fr: "Sans sujet, présente le programme entier.",
      en: "Without a topic, presents the whole program."),
    operands: [words.description],
    options: [manual.description],
    examples: [
      Example(
        "empreinte help report",
        Text(fr: "Expliquer la commande report.", en: "Explain the command report.")),
      Example(
        "empreinte help meter-gap",
        Text(fr: "Expliquer un problème.", en: "Explain a finding.")),
      Example(
        "empreinte help --man > empreinte.1",
        Text(fr: "Écrire la page de manuel.", en: "Write the manual page.")),
    ],
    run: run)
}

import Diagnostics

/// The options that every command takes, before or after its name.
enum GlobalOptions {
  /// Whether messages are coloured.
  enum Color: String, CaseIterable, Sendable {
    case auto
    case always
    case never
  }

  /// The campus to work on.
  static let campus = Option<String?>.text(
    "campus", short: "C", placeholder: Text(fr: "DOSSIER", en: "DIR"), expects: .directory,
    help: Text(
      fr: "Travailler sur ce campus, et non sur le plus proche vers le haut.",
      en: "Work on this campus instead of the nearest one upwards."))

  /// Where the shipped data is.
  static let data = Option<String?>.text(
    "data", placeholder: Text(fr: "DOSSIER", en: "DIR"), expects: .directory,
    help: Text(
      fr: "Lire les facteurs livrés dans ce dossier.",
      en: "Read the shipped factors in this folder."))

  /// The language of results and messages; nil leaves it to the campus.
  static let language = Option<Language>.choice(
    "lang", placeholder: Text(fr: "LANGUE", en: "LANGUAGE"), among: Language.allCases,
    help: Text(
      fr: "Parler cette langue (sinon, celle du campus).",
      en: "Speak this language (else that of the campus)."))

  /// Whether messages are coloured.
  static let color = Option<Color>.choice(
    "color", placeholder: Text(fr: "QUAND", en: "WHEN"), among: Color.allCases, default: .auto,
    help: Text(fr: "Colorer les messages.", en: "Colour the messages."))

  /// Prints the version.
  static let version = Option<Bool>.flag(
    "version", help: Text(fr: "Afficher la version.", en: "Print the version."))

  /// Prints the help.
  static let help = Option<Bool>.flag(
    "help", short: "h",
    help: Text(
      fr: "Afficher l'aide, générale ou de la commande.",
      en: "Print help, in general or on the command."))

  /// All of them, in the order of the help.
  static let all: [OptionDescription] = [
    campus.description, data.description, language.description, color.description,
    version.description, help.description,
  ]
}

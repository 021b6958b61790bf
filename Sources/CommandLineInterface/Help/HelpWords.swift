import Diagnostics

/// The words of help and manual that belong to no command.
enum HelpWords {
  /// Heading of the examples.
  static let examples = Text(fr: "Exemples", en: "Examples")
  /// Heading of the usage line.
  static let usage = Text(same: "Usage")
  /// Heading of what one has to know.
  static let description = Text(same: "Description")
  /// Heading of the commands.
  static let commands = Text(fr: "Commandes", en: "Commands")
  /// Heading of the operands.
  static let operands = Text(same: "Arguments")
  /// Heading of a command's own options.
  static let options = Text(same: "Options")
  /// Heading of the options that every command takes.
  static let globalOptions = Text(fr: "Options de toute commande", en: "Options of every command")
  /// Heading of the environment variables.
  static let environment = Text(fr: "Environnement", en: "Environment")
  /// Heading of the exit statuses.
  static let exitStatus = Text(fr: "Code de retour", en: "Exit status")
  /// What stands for a command in a usage line.
  static let command = Text(fr: "COMMANDE", en: "COMMAND")
  /// What stands for options in a usage line.
  static let optionsPlace = Text(same: "[options]")
  /// Before the list of choices of an option.
  static let choices = Text(fr: "Choix :", en: "Choices:")
  /// Before the value of an option that is not given.
  static let byDefault = Text(fr: "par défaut :", en: "default:")

  /// Where to go from the short help.
  static let more = Text(
    fr: "« empreinte help COMMANDE » explique une commande, « empreinte --help » dit tout.",
    en: "\"empreinte help COMMAND\" explains a command, \"empreinte --help\" tells all.")

  /// Where to read about the options that are not repeated on each page.
  static let globalHint = Text(
    fr: "Toute commande accepte aussi -C, --data, --lang, --color et --help.",
    en: "Every command also takes -C, --data, --lang, --color and --help.")

  /// What the command line means beyond the commands.
  static let conventions = Text(
    fr: """
      Le campus est celui de -C, ou le plus proche dossier vers le haut qui contient un \
      campus.yaml. Les options se placent où l'on veut après la commande ; « -- » les termine ; \
      aucun nom ne s'abrège. Les résultats vont sur la sortie standard, les messages sur la \
      sortie d'erreur.
      """,
    en: """
      The campus is that of -C, or the nearest folder upwards that holds a campus.yaml. Options \
      may stand anywhere after the command; "--" ends them; no name can be shortened. Results go \
      to standard output, messages to standard error.
      """)

  /// The environment variables that are read.
  static let variables: [(name: String, help: Text)] = [
    (
      "EMPREINTE_DATA",
      Text(
        fr: "Le dossier des facteurs livrés, si --data n'est pas donné.",
        en: "The folder of the shipped factors, unless --data is given.")
    ),
    (
      "NO_COLOR",
      Text(
        fr: "Non vide : pas de couleurs, sauf avec --color always.",
        en: "Not empty: no colours, except with --color always.")
    ),
  ]
}

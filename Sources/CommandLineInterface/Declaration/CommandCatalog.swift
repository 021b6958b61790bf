import Diagnostics

/// Everything the program can be asked to do.
enum CommandCatalog {
  /// The word that calls the program.
  static let program = "empreinte"

  /// One sentence that says what the program does.
  static let summary = Text(
    fr: "L'empreinte carbone et ressources d'un campus, à partir de fichiers texte.",
    en: "The carbon and resource footprint of a campus, from text files.")

  /// The commands, in the order of the help: common ones first within each group.
  static let all: [Command] = [
    InitCommand.command,
    ImportCommand.command,
    CheckCommand.command,
    ReportCommand.command,
    ExplainCommand.command,
    CompareCommand.command,
    ScenarioCommand.command,
    FactorsCommand.command,
    UnitsCommand.command,
    HelpCommand.command,
    CompletionsCommand.command,
  ]

  /// The commands and those they hold, in the same order.
  static var everyCommand: [Command] { all.flatMap(\.family) }

  /// Command lines to start from.
  static let examples: [Example] = [
    Example(
      "empreinte init mon-campus",
      Text(fr: "Créer un dossier de campus.", en: "Make a campus folder.")),
    Example(
      "empreinte check",
      Text(
        fr: "Montrer tout ce qui est faux ou douteux.", en: "Show all that is wrong or doubtful.")),
    Example(
      "empreinte report 2022 --by site",
      Text(fr: "Le bilan de 2022, par site.", en: "The footprint of 2022, by site.")),
    Example(
      "empreinte explain total",
      Text(
        fr: "Déplier le total jusqu'aux lignes et aux facteurs.",
        en: "Unfold the total down to lines and factors.")),
  ]

  /// What a command line asks for; the arguments do not include the program's own name.
  static func parse(_ arguments: [String]) -> Parsed { parser.parse(arguments) }

  /// The language a command line asks for, even if the rest of it is wrong.
  ///
  /// Help and usage problems are printed before any campus is read, so that only `--lang` can say
  /// which language they should speak.
  static func language(in arguments: [String]) -> Language? { parser.language(in: arguments) }

  /// The command called by these words: `["factors", "list"]`.
  static func command(named words: [String]) -> Command? {
    let path = words.joined(separator: " ")
    return everyCommand.first { $0.path == path }
  }

  private static let parser = ArgumentParser(commands: all, globalOptions: GlobalOptions.all)
}

import Diagnostics

/// How commands and options are written in help and manual.
enum Usage {
  /// The usage line of a command, or one for each command it holds.
  static func lines(of command: Command, in language: Language) -> [String] {
    if !command.subcommands.isEmpty {
      return command.subcommands.flatMap { lines(of: $0, in: language) }
    }
    let words =
      [CommandCatalog.program, command.path]
      + (command.options.isEmpty ? [] : [HelpWords.optionsPlace[language]])
      + command.operands.map { $0.usage(in: language) }
    return [words.joined(separator: " ")]
  }

  /// `-O, --format text|csv|json`; options without a letter line up with those that have one.
  static func spelling(of option: OptionDescription, in language: Language) -> String {
    let letter = option.shortName.map { $0 + ", " } ?? "    "
    let value = option.takesValue ? " " + option.valueLabel(in: language) : ""
    return letter + option.longName + value
  }

  /// The sentence of an option, its choices if the spelling does not show them, its default.
  static func help(of option: OptionDescription, in language: Language) -> String {
    var parts = [option.help[language]]
    if case .choice(let names) = option.expects,
      option.valueLabel(in: language) == option.placeholder[language]
    {
      parts.append("\(HelpWords.choices[language]) \(names.joined(separator: ", ")).")
    }
    if let value = option.defaultValue {
      parts.append("(\(HelpWords.byDefault[language]) \(value))")
    }
    return parts.joined(separator: " ")
  }
}

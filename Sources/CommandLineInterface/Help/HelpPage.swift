import Diagnostics

/// Help as it is printed: 80 columns, examples first, from the declarations alone.
enum HelpPage {
  /// The page on a topic.
  static func text(for topic: HelpTopic, in language: Language) -> String {
    let sections =
      switch topic {
      case .brief: brief(in: language)
      case .overview: overview(in: language)
      case .command(let command): page(of: command, in: language)
      }
    return sections.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func brief(in language: Language) -> [[String]] {
    [
      Paragraphs.wrapped(
        "\(CommandCatalog.program) — \(CommandCatalog.summary[language])", in: language),
      examples(CommandCatalog.examples, in: language),
    ] + commandList(in: language) + [
      Paragraphs.wrapped(HelpWords.more[language], in: language)
    ]
  }

  private static func overview(in language: Language) -> [[String]] {
    let usage = "\(CommandCatalog.program) [options] \(HelpWords.command[language])"
    let variables = HelpWords.variables.map { (term: $0.name, text: $0.help[language]) }
    let statuses = ExitStatus.allCases.map {
      (term: String($0.rawValue), text: $0.meaning[language])
    }
    return [
      Paragraphs.wrapped(
        "\(CommandCatalog.program) — \(CommandCatalog.summary[language])", in: language),
      examples(CommandCatalog.examples, in: language),
      section(HelpWords.usage, ["  " + usage], in: language),
    ] + commandList(in: language) + [
      options(GlobalOptions.all, titled: HelpWords.globalOptions, in: language),
      section(
        HelpWords.description,
        Paragraphs.wrapped(HelpWords.conventions[language], indent: 2, in: language), in: language),
      section(
        HelpWords.environment, Paragraphs.definitions(variables, in: language), in: language),
      section(
        HelpWords.exitStatus, Paragraphs.definitions(statuses, column: 8, in: language),
        in: language),
    ]
  }

  private static func page(of command: Command, in language: Language) -> [[String]] {
    var sections = [
      Paragraphs.wrapped(
        "\(CommandCatalog.program) \(command.path) — \(command.summary[language])", in: language),
      examples(command.examples, in: language),
      section(
        HelpWords.usage,
        Usage.lines(of: command, in: language).map { "  " + $0 }, in: language),
      Paragraphs.wrapped(command.discussion[language], in: language),
    ]
    if !command.subcommands.isEmpty {
      let items = command.subcommands.map { (term: $0.name, text: $0.summary[language]) }
      sections.append(
        section(
          HelpWords.commands, Paragraphs.definitions(items, column: 16, in: language),
          in: language))
    }
    if !command.operands.isEmpty {
      let items = command.operands.map { (term: $0.name[language], text: $0.help[language]) }
      sections.append(
        section(
          HelpWords.operands, Paragraphs.definitions(items, column: 16, in: language),
          in: language))
    }
    if !command.options.isEmpty {
      sections.append(options(command.options, titled: HelpWords.options, in: language))
    }
    sections.append(Paragraphs.wrapped(HelpWords.globalHint[language], in: language))
    return sections
  }

  private static func section(
    _ title: Text, _ lines: [String], in language: Language
  ) -> [String] {
    [title[language]] + lines
  }

  private static func examples(_ examples: [Example], in language: Language) -> [String] {
    let lines = examples.flatMap { example in
      ["  " + example.commandLine]
        + Paragraphs.wrapped(example.effect[language], indent: 6, in: language)
    }
    return section(HelpWords.examples, lines, in: language)
  }

  private static func commandList(in language: Language) -> [[String]] {
    CommandGroup.allCases.map { group in
      let commands = CommandCatalog.all.filter { $0.group == group }
      let items = commands.map { (term: $0.name, text: $0.summary[language]) }
      return section(
        group.title, Paragraphs.definitions(items, column: 16, in: language), in: language)
    }
  }

  private static func options(
    _ options: [OptionDescription], titled title: Text, in language: Language
  ) -> [String] {
    let items = options.map { option in
      (term: Usage.spelling(of: option, in: language), text: Usage.help(of: option, in: language))
    }
    return section(
      title, Paragraphs.definitions(items, column: 28, in: language), in: language)
  }
}

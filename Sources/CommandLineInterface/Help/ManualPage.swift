import Diagnostics

/// The manual page, in the roff of man(7), from the declarations alone.
///
/// It carries no date, so that the same program always writes the same bytes, and only ASCII, so
/// that every formatter reads it alike.
enum ManualPage {
  /// The page of the program and all its commands.
  static func text(in language: Language) -> String {
    let program = CommandCatalog.program
    var lines = [".TH EMPREINTE 1 \"\" \(program) \"\(escaped(title[language]))\"", ".nh", ".ad l"]
    lines += [heading(name, language)]
    lines += ["\(program) \\- \(escaped(CommandCatalog.summary[language]))"]
    lines += [heading(synopsis, language), ".nf"]
    lines += CommandCatalog.all.flatMap { Usage.lines(of: $0, in: language) }.map(bold)
    lines += [".fi", heading(HelpWords.description, language)]
    lines += paragraphs(HelpWords.conventions, language)
    lines += [heading(HelpWords.globalOptions, language)]
    lines += options(GlobalOptions.all, language)
    lines += [heading(HelpWords.commands, language)]
    for command in CommandCatalog.everyCommand { lines += section(on: command, language) }
    lines += [heading(HelpWords.environment, language)]
    for variable in HelpWords.variables { lines += item(variable.name, variable.help, language) }
    lines += [heading(HelpWords.exitStatus, language)]
    for status in ExitStatus.allCases {
      lines += item(String(status.rawValue), status.meaning, language)
    }
    lines += [heading(HelpWords.examples, language)]
    lines += examples(CommandCatalog.examples, language)
    return lines.joined(separator: "\n") + "\n"
  }

  private static let title = Text(fr: "Manuel d'empreinte", en: "Manual of empreinte")
  private static let name = Text(fr: "Nom", en: "Name")
  private static let synopsis = Text(same: "Synopsis")

  private static func section(on command: Command, _ language: Language) -> [String] {
    var lines = [".SS \"\(CommandCatalog.program) \(escaped(command.path))\""]
    lines += [escaped(Paragraphs.spaced(command.summary[language], in: language)), ".PP"]
    lines += paragraphs(command.discussion, language)
    for operand in command.operands {
      lines += item(operand.name[language], operand.help, language)
    }
    lines += options(command.options, language)
    if command.subcommands.isEmpty {
      lines += [".PP", escaped(HelpWords.examples[language])]
      lines += examples(command.examples, language)
    }
    return lines
  }

  private static func examples(_ examples: [Example], _ language: Language) -> [String] {
    examples.flatMap { example in
      [".TP", bold(example.commandLine), escaped(example.effect[language])]
    }
  }

  private static func options(
    _ options: [OptionDescription], _ language: Language
  ) -> [String] {
    options.flatMap { option in
      let spelling = option.spellings.joined(separator: ", ")
      let value = option.takesValue ? " " + option.valueLabel(in: language) : ""
      return [
        ".TP", bold(spelling + value),
        escaped(Paragraphs.spaced(Usage.help(of: option, in: language), in: language)),
      ]
    }
  }

  private static func item(_ term: String, _ text: Text, _ language: Language) -> [String] {
    [".TP", bold(term), escaped(Paragraphs.spaced(text[language], in: language))]
  }

  private static func heading(_ text: Text, _ language: Language) -> String {
    ".SH \"\(escaped(text[language].uppercased()))\""
  }

  private static func paragraphs(_ text: Text, _ language: Language) -> [String] {
    Paragraphs.spaced(text[language], in: language)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ".PP" : escaped(String($0)) }
  }

  private static func bold(_ text: String) -> String { "\\fB" + escaped(text) + "\\fR" }

  /// Text that roff prints as it stands: no request, no escape, no typographic hyphen.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "\"": result += "\\(dq"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      case "`": result += "\\(ga"
      case "\u{A0}": result += "\\ "
      case "." where result.isEmpty: result += "\\&."
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return result
  }
}

import Diagnostics

/// The completion script of zsh, with explanations.
enum ZshCompletion {
  /// The script, explaining in a language.
  static func script(in language: Language) -> String {
    let functions = CommandCatalog.everyCommand.map { function(for: $0, language) }
    return """
      #compdef empreinte

      \(functions.joined(separator: "\n"))
      _empreinte() {
        local curcontext="$curcontext" state line
        typeset -A opt_args
        _arguments -C -s \\
      \(specifications(of: GlobalOptions.all, language))
          '1: :->command' '*:: :->arguments'
      \(dispatch(among: CommandCatalog.all, prefix: "", language))
      }

      if [[ $funcstack[1] == _empreinte ]]; then
        _empreinte "$@"
      else
        compdef _empreinte empreinte
      fi

      """
  }

  private static func function(for command: Command, _ language: Language) -> String {
    let name = "_empreinte_" + ShellWords.identifier(command.path)
    let options = specifications(of: command.options + GlobalOptions.all, language)
    if !command.subcommands.isEmpty {
      return """
        \(name)() {
          local curcontext="$curcontext" state line
          typeset -A opt_args
          _arguments -C -s \\
        \(options)
            '1: :->command' '*:: :->arguments'
        \(dispatch(among: command.subcommands, prefix: command.name + "_", language))
        }

        """
    }
    let operands = command.operands.enumerated().map { position, operand in
      let place =
        switch operand.arity {
        case .one: "\(position + 1):"
        case .optional: "\(position + 1)::"
        case .many, .any: "*:"
        }
      let label = escaped(operand.name[language])
      return "    " + ShellWords.quoted(place + label + ":" + action(for: operand.expects))
    }
    return """
      \(name)() {
        _arguments -s \\
      \(options)
      \(operands.map { $0 + " \\" }.joined(separator: "\n"))
          && return 0
      }

      """.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// The step after `_arguments -C`: offer the commands, or hand over to the one that was typed.
  private static func dispatch(
    among commands: [Command], prefix: String, _ language: Language
  ) -> String {
    let described = commands.map {
      let entry = $0.name + ":" + escaped($0.summary[language])
      return "        " + ShellWords.quoted(entry)
    }
    let calls = commands.map {
      "        \($0.name)) _empreinte_\(prefix)\(ShellWords.identifier($0.name)) ;;"
    }
    return """
        case $state in
          command)
            local -a commands
            commands=(
      \(described.joined(separator: "\n"))
            )
            _describe command commands ;;
          arguments)
            case $line[1] in
      \(calls.joined(separator: "\n"))
            esac ;;
        esac
      """
  }

  private static func specifications(
    of options: [OptionDescription], _ language: Language
  ) -> String {
    options.flatMap { option in
      let value =
        option.takesValue
        ? ":" + escaped(option.placeholder[language]) + ":" + action(for: option.expects) : ""
      let guardList =
        option.isRepeatable
        ? "*" : "(" + option.spellings.joined(separator: " ") + ")"
      let text = "[" + escaped(option.help[language]) + "]" + value
      let letter = option.shortName.map { $0 + (option.takesValue ? "+" : "") }
      let long = option.longName + (option.takesValue ? "=" : "")
      return [letter, long].compactMap(\.self).map { spelling in
        "    " + ShellWords.quoted(guardList + spelling + text) + " \\"
      }
    }.joined(separator: "\n")
  }

  private static func action(for expected: ExpectedValue) -> String {
    if let words = ShellWords.words(for: expected) {
      return "(" + words.joined(separator: " ") + ")"
    }
    switch expected {
    case .file: return "_files"
    case .directory: return "_files -/"
    case .nothing, .text, .choice, .integer, .command: return " "
    }
  }

  /// Characters that `_arguments` reads as its own are escaped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "[]:\\".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}

import Diagnostics

/// The completion script of bash; it runs in bash 3.2, which macOS still ships.
enum BashCompletion {
  /// The script; bash shows no explanations, so that it needs no language.
  static var script: String {
    """
    # bash completion for empreinte

    _empreinte_words() {
      local IFS=$' \\t\\n'
      COMPREPLY=($(compgen -W "$1" -- "$current"))
    }

    _empreinte_paths() {
      local IFS=$'\\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen "$1" -- "$current"))
    }

    _empreinte() {
      local current previous command word index
      current=${COMP_WORDS[COMP_CWORD]}
      previous=${COMP_WORDS[COMP_CWORD-1]}
      COMPREPLY=()
      if [[ $current == "=" ]]; then
        current=
      elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi

      command=
      for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        case $word in
          \(ShellWords.optionsWithValue.joined(separator: "|")))
            index=$((index + 1))
            [[ ${COMP_WORDS[index]} == "=" ]] && index=$((index + 1)) ;;
          -*|=) ;;
          *)
            case $command in
              "") command=$word ;;
    \(parentCases)
            esac ;;
        esac
      done

      case "$command $previous" in
    \(valueCases)
      esac

      if [[ $current == -* ]]; then
        case $command in
    \(optionCases)
        esac
        return
      fi

      case $command in
    \(operandCases)
      esac
    }

    complete -F _empreinte empreinte

    """
  }

  private static var parentCases: String {
    CommandCatalog.all.filter { !$0.subcommands.isEmpty }
      .map { "          \($0.name)) command=\"\($0.name) $word\" ;;" }.joined(separator: "\n")
  }

  private static var valueCases: String {
    let own = CommandCatalog.everyCommand.flatMap { command in
      command.options.filter(\.takesValue).map { option in
        (option.spellings.map { "\"\(command.path) \($0)\"" }, option.expects)
      }
    }
    let global = GlobalOptions.all.filter(\.takesValue).map { option in
      (option.spellings.map { "*\" \($0)\"" }, option.expects)
    }
    return (own + global)
      .map { "    \($0.0.joined(separator: "|"))) \(action(for: $0.1)); return ;;" }
      .joined(separator: "\n")
  }

  private static var optionCases: String {
    let global = GlobalOptions.all.flatMap(\.spellings)
    let own = CommandCatalog.everyCommand.map { command in
      let names = (command.options.flatMap(\.spellings) + global).joined(separator: " ")
      return "      \"\(command.path)\") _empreinte_words \"\(names)\" ;;"
    }
    return (own + ["      *) _empreinte_words \"\(global.joined(separator: " "))\" ;;"])
      .joined(separator: "\n")
  }

  private static var operandCases: String {
    let top = CommandCatalog.all.map(\.name).joined(separator: " ")
    var cases = ["    \"\") _empreinte_words \"\(top)\" ;;"]
    for command in CommandCatalog.everyCommand {
      if !command.subcommands.isEmpty {
        let names = command.subcommands.map(\.name).joined(separator: " ")
        cases.append("    \"\(command.path)\") _empreinte_words \"\(names)\" ;;")
      } else if let operand = command.operands.first {
        cases.append("    \"\(command.path)\") \(action(for: operand.expects)) ;;")
      }
    }
    return cases.joined(separator: "\n")
  }

  private static func action(for expected: ExpectedValue) -> String {
    if let words = ShellWords.words(for: expected) {
      return "_empreinte_words \"\(words.joined(separator: " "))\""
    }
    switch expected {
    case .file: return "_empreinte_paths -f"
    case .directory: return "_empreinte_paths -d"
    case .nothing, .text, .choice, .integer, .command: return ":"
    }
  }
}

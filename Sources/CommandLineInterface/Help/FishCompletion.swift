import Diagnostics

/// The completion script of fish, with explanations.
enum FishCompletion {
  /// The script, explaining in a language.
  static func script(in language: Language) -> String {
    var lines = [preamble]
    lines += GlobalOptions.all.map { line(for: $0, condition: nil, language) }
    lines += offers(of: CommandCatalog.all, at: "", language)
    for command in CommandCatalog.everyCommand {
      lines += offers(of: command.subcommands, at: command.path, language)
      lines += command.options.map { line(for: $0, condition: command.path, language) }
      if let operand = command.operands.first {
        let values = arguments(for: operand.expects)
        if !values.isEmpty {
          lines.append("\(start(at: command.path)) \(values)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var preamble: String {
    let parents = CommandCatalog.all.filter { !$0.subcommands.isEmpty }
      .map { "        else if test \"$command\" = \($0.name)" }
    let nested = parents.flatMap { [$0, "          set command \"$command $word\""] }
    return """
      # fish completion for empreinte

      function __empreinte_at
        set -l words (commandline -opc)
        set -e words[1]
        set -l command ''
        set -l skip 0
        for word in $words
          if test $skip = 1
            set skip 0
            continue
          end
          switch $word
            case \(ShellWords.optionsWithValue.joined(separator: " "))
              set skip 1
            case '-*'
            case '*'
              if test -z "$command"
                set command $word
      \(nested.joined(separator: "\n"))
              end
          end
        end
        test "$command" = "$argv"
      end

      complete -c empreinte -f
      """
  }

  private static func offers(
    of commands: [Command], at path: String, _ language: Language
  ) -> [String] {
    commands.map {
      "\(start(at: path)) -a \($0.name) -d \(quoted($0.summary[language]))"
    }
  }

  private static func line(
    for option: OptionDescription, condition path: String?, _ language: Language
  ) -> String {
    var parts = [path.map { start(at: $0) } ?? "complete -c empreinte"]
    if let short = option.short { parts.append("-s \(short)") }
    parts.append("-l \(option.name)")
    if option.takesValue {
      let values = arguments(for: option.expects)
      parts.append(values.isEmpty ? "-x" : "-r " + values)
    }
    parts.append("-d " + quoted(option.help[language]))
    return parts.joined(separator: " ")
  }

  private static func start(at path: String) -> String {
    "complete -c empreinte -n " + quoted("__empreinte_at" + (path.isEmpty ? " ''" : " " + path))
  }

  private static func arguments(for expected: ExpectedValue) -> String {
    if let words = ShellWords.words(for: expected) {
      return "-f -a " + quoted(words.joined(separator: " "))
    }
    switch expected {
    case .file: return "-F"
    case .directory: return "-f -a '(__fish_complete_directories)'"
    case .nothing, .text, .choice, .integer, .command: return ""
    }
  }

  /// Single quotes of fish know two escapes.
  private static func quoted(_ text: String) -> String {
    var result = "'"
    for character in text {
      if character == "'" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "'"
  }
}

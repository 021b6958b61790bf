import Diagnostics

extension UsageProblem {
  /// What is wrong, in one sentence.
  func summary(in language: Language) -> String { summary[language] }

  /// What to do, in one sentence; nil when the help says it better.
  func remedy(in language: Language) -> String? { remedy?[language] }

  private var summary: Text {
    switch fact {
    case .unknownCommand(let name, _):
      Text(fr: "commande inconnue : \(name.fr).", en: "unknown command \(name.en).")
    case .unknownSubcommand(let name, let command, _, _):
      Text(
        fr: "« \(command) » ne connaît pas \(name.fr).", en: "\"\(command)\" has no \(name.en).")
    case .missingSubcommand(let command, _):
      Text(
        fr: "« \(command) » attend une sous-commande.", en: "\"\(command)\" needs a subcommand.")
    case .unknownOption(let name, _, _):
      Text(fr: "option inconnue : \(name.fr).", en: "unknown option \(name.en).")
    case .missingValue(let option, let placeholder):
      Text(
        fr: "l'option \(option) attend une valeur : \(option) \(placeholder.fr).",
        en: "option \(option) needs a value: \(option) \(placeholder.en).")
    case .unexpectedValue(let option):
      Text(fr: "l'option \(option) n'a pas de valeur.", en: "option \(option) takes no value.")
    case .equalsAfterLetter(let option, _):
      Text(
        fr: "pas de signe « = » après \(option).", en: "no equals sign may follow \(option).")
    case .contradictoryOption(let option, let first, let second):
      Text(
        fr: "l'option \(option) est donnée deux fois : \(first.fr), puis \(second.fr).",
        en: "option \(option) is given twice: \(first.en), then \(second.en).")
    case .emptyValue(let label):
      Text(fr: "\(label.fr) : la valeur est vide.", en: "\(label.en): the value is empty.")
    case .notAChoice(let label, let text, _, _):
      Text(
        fr: "\(label.fr) : \(text.fr) n'est pas un choix.",
        en: "\(label.en): \(text.en) is not a choice.")
    case .notAnInteger(let label, let text, _):
      Text(
        fr: "\(label.fr) : \(text.fr) n'est pas un nombre entier.",
        en: "\(label.en): \(text.en) is not a whole number.")
    case .outOfRange(let label, let text, _):
      Text(
        fr: "\(label.fr) : \(text.fr) est hors des bornes.",
        en: "\(label.en): \(text.en) is out of bounds.")
    case .missingOperand(let name):
      Text(fr: "il manque \(name.fr).", en: "\(name.en) is missing.")
    case .unexpectedOperand(let text):
      Text(fr: "argument en trop : \(text.fr).", en: "one argument too many: \(text.en).")
    case .unknownName(let label, let text, _):
      Text(fr: "\(label.fr) : \(text.fr) est inconnu.", en: "\(label.en): \(text.en) is unknown.")
    case .invalidValue(let label, let text, _):
      Text(
        fr: "\(label.fr) : \(text.fr) ne convient pas.", en: "\(label.en): \(text.en) will not do.")
    case .conflict(let first, let second):
      Text(
        fr: "\(first) et \(second) ne vont pas ensemble.",
        en: "\(first) and \(second) cannot stand together.")
    }
  }

  private var remedy: Text? {
    switch fact {
    case .unknownCommand(_, let nearest): Self.proposal(nearest)
    case .unknownSubcommand(_, _, let known, let nearest):
      Self.proposal(nearest) ?? Self.list(known)
    case .missingSubcommand(_, let known): Self.list(known)
    case .unknownOption(_, let nearest, let owners):
      if owners.isEmpty { Self.proposal(nearest) } else { Self.owners(owners) }
    case .equalsAfterLetter(let option, let long):
      Text(
        fr: "Écrivez \(option) VALEUR ou \(long)=VALEUR.",
        en: "Write \(option) VALUE or \(long)=VALUE.")
    case .contradictoryOption:
      Text(fr: "Gardez une seule valeur.", en: "Keep one value.")
    case .notAChoice(_, _, let choices, let nearest):
      nearest.map {
        Text(
          fr: "Vouliez-vous dire « \($0) » ? Choix : \(choices.joined(separator: ", ")).",
          en: "Did you mean \"\($0)\"? Choices: \(choices.joined(separator: ", ")).")
      } ?? Self.list(choices)
    case .notAnInteger(_, _, let range), .outOfRange(_, _, let range):
      Text(
        fr: "Donnez un nombre entier de \(range.lowerBound) à \(range.upperBound).",
        en: "Give a whole number from \(range.lowerBound) to \(range.upperBound).")
    case .unknownName(_, _, let nearest): Self.proposal(nearest)
    case .invalidValue(_, _, let expected):
      Text(fr: "Attendu : \(expected.fr).", en: "Expected: \(expected.en).")
    case .missingValue, .unexpectedValue, .emptyValue, .missingOperand, .unexpectedOperand,
      .conflict:
      nil
    }
  }

  private static func proposal(_ nearest: String?) -> Text? {
    nearest.map { Text(fr: "Vouliez-vous dire « \($0) » ?", en: "Did you mean \"\($0)\"?") }
  }

  private static func list(_ names: [String]) -> Text {
    let names = names.joined(separator: ", ")
    return Text(fr: "Choix : \(names).", en: "Choices: \(names).")
  }

  private static func owners(_ commands: [String]) -> Text {
    let names = commands.map { "empreinte " + $0 }.joined(separator: ", ")
    return Text(
      fr: "Cette option se met après une commande : \(names).",
      en: "This option goes after a command: \(names).")
  }
}

extension String {
  /// Text from outside between French quotation marks, made safe and short.
  fileprivate var fr: String { "« \(VisibleText.shortened(self)) »" }

  /// Text from outside between English quotation marks, made safe and short.
  fileprivate var en: String { "\"\(VisibleText.shortened(self))\"" }
}

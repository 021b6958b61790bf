import Diagnostics

/// All that parsing, help and completion need to know of an option; its type is erased.
struct OptionDescription: Sendable {
  /// The long name, without its hyphens.
  let name: String
  /// The letter that stands for it, if it has one.
  let short: Character?
  /// What the help calls its value.
  let placeholder: Text
  /// What its value may be.
  let expects: ExpectedValue
  /// True when each occurrence adds a value.
  let isRepeatable: Bool
  /// The value it has when it is not given, for the help.
  let defaultValue: String?
  /// One sentence that says what it does.
  let help: Text

  /// Describes an option.
  init(
    name: String, short: Character? = nil, placeholder: Text = Text(same: ""),
    expects: ExpectedValue, isRepeatable: Bool = false, defaultValue: String? = nil, help: Text
  ) {
    self.name = name
    self.short = short
    self.placeholder = placeholder
    self.expects = expects
    self.isRepeatable = isRepeatable
    self.defaultValue = defaultValue
    self.help = help
  }

  /// The long name as it is typed.
  var longName: String { "--" + name }

  /// The letter as it is typed.
  var shortName: String? { short.map { "-\($0)" } }

  /// Every way to type it, the letter first.
  var spellings: [String] { [shortName, longName].compactMap(\.self) }

  /// True when a value must follow.
  var takesValue: Bool { expects != .nothing }

  /// What stands for the value: the choices themselves when they are few, else the placeholder.
  func valueLabel(in language: Language) -> String {
    if case .choice(let names) = expects {
      let list = names.joined(separator: "|")
      if list.count <= 24 { return list }
    }
    return placeholder[language]
  }
}

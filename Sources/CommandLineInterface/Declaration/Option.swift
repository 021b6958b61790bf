import Diagnostics

/// A typed key: an option's description together with the way from its text to its value.
///
/// The parser checks every text against the description first, so that reading a value from an
/// invocation cannot fail.
struct Option<Value: Sendable>: Sendable {
  /// The description, with its type erased.
  let description: OptionDescription
  /// The value that the checked texts stand for; no text when the option is not given.
  let value: @Sendable ([String]) -> Value
}

extension Option where Value == Bool {
  /// An option without a value: given or not.
  static func flag(_ name: String, short: Character? = nil, help: Text) -> Self {
    Self(description: OptionDescription(name: name, short: short, expects: .nothing, help: help)) {
      !$0.isEmpty
    }
  }
}

extension Option where Value == String? {
  /// An option whose value is any text, or a path when `expects` says so.
  static func text(
    _ name: String, short: Character? = nil, placeholder: Text, expects: ExpectedValue = .text,
    help: Text
  ) -> Self {
    Self(
      description: OptionDescription(
        name: name, short: short, placeholder: placeholder, expects: expects, help: help)
    ) { $0.last }
  }
}

extension Option where Value == Int? {
  /// An option whose value is a whole number; nil when it is not given.
  static func integer(
    _ name: String, short: Character? = nil, placeholder: Text, in range: ClosedRange<Int>,
    help: Text
  ) -> Self {
    Self(
      description: OptionDescription(
        name: name, short: short, placeholder: placeholder, expects: .integer(range), help: help)
    ) { $0.last.flatMap { Int($0) } }
  }
}

extension Option where Value == Int {
  /// An option whose value is a whole number, with the number that holds when it is not given.
  static func integer(
    _ name: String, short: Character? = nil, placeholder: Text, in range: ClosedRange<Int>,
    default defaultValue: Int, help: Text
  ) -> Self {
    Self(
      description: OptionDescription(
        name: name, short: short, placeholder: placeholder, expects: .integer(range),
        defaultValue: String(defaultValue), help: help)
    ) { $0.last.flatMap { Int($0) } ?? defaultValue }
  }
}

extension Option where Value: RawRepresentable, Value.RawValue == String {
  /// An option whose value is one of a few names, with the one that holds when it is not given.
  static func choice(
    _ name: String, short: Character? = nil, placeholder: Text, among choices: [Value],
    default defaultValue: Value, help: Text
  ) -> Self {
    Self(
      description: OptionDescription(
        name: name, short: short, placeholder: placeholder,
        expects: .choice(choices.map(\.rawValue)), defaultValue: defaultValue.rawValue, help: help)
    ) { $0.last.flatMap { Value(rawValue: $0) } ?? defaultValue }
  }

  /// An option whose value is one of a few names; nil when it is not given.
  static func choice(
    _ name: String, short: Character? = nil, placeholder: Text, among choices: [Value], help: Text
  ) -> Option<Value?> {
    Option<Value?>(
      description: OptionDescription(
        name: name, short: short, placeholder: placeholder,
        expects: .choice(choices.map(\.rawValue)), help: help)
    ) { $0.last.flatMap { Value(rawValue: $0) } }
  }

  /// An option that may be given several times; each value once, in the order they were given.
  static func choices(
    _ name: String, short: Character? = nil, placeholder: Text, among choices: [Value], help: Text
  ) -> Option<[Value]> {
    Option<[Value]>(
      description: OptionDescription(
        name: name, short: short, placeholder: placeholder,
        expects: .choice(choices.map(\.rawValue)), isRepeatable: true, help: help)
    ) { texts in
      var seen: Set<String> = []
      return texts.filter { seen.insert($0).inserted }.compactMap { Value(rawValue: $0) }
    }
  }
}

import Diagnostics

/// All that parsing, help and completion need to know of an operand; its type is erased.
struct OperandDescription: Sendable {
  /// How many arguments an operand takes.
  enum Arity: Hashable, Sendable {
    /// Exactly one.
    case one
    /// One or none.
    case optional
    /// At least one, and all that follow.
    case many
    /// All that follow, or none.
    case any
  }

  /// What the help calls it.
  let name: Text
  /// How many arguments it takes.
  let arity: Arity
  /// What each argument may be.
  let expects: ExpectedValue
  /// One sentence that says what it is.
  let help: Text

  /// Its name in an invocation, the same in every language.
  var key: String { name.en }

  /// Its place in the usage line: `YEAR`, `[YEAR]`, `WORDS...`, `[COMMAND...]`.
  func usage(in language: Language) -> String {
    switch arity {
    case .one: name[language]
    case .optional: "[\(name[language])]"
    case .many: "\(name[language])..."
    case .any: "[\(name[language])...]"
    }
  }
}

import Diagnostics

/// A typed key: an operand's description together with the way from its text to its value.
struct Operand<Value: Sendable>: Sendable {
  /// The description, with its type erased.
  let description: OperandDescription
  /// The value that the checked texts stand for.
  let value: @Sendable ([String]) -> Value
}

extension Operand where Value == String {
  /// An operand that must be given.
  static func one(_ name: Text, expects: ExpectedValue = .text, help: Text) -> Self {
    Self(
      description: OperandDescription(name: name, arity: .one, expects: expects, help: help)
    ) { $0.first ?? "" }
  }
}

extension Operand where Value == String? {
  /// An operand that may be left out.
  static func optional(_ name: Text, expects: ExpectedValue = .text, help: Text) -> Self {
    Self(
      description: OperandDescription(name: name, arity: .optional, expects: expects, help: help)
    ) { $0.first }
  }
}

extension Operand where Value == [String] {
  /// At least one argument, and all that follow.
  static func many(_ name: Text, expects: ExpectedValue = .text, help: Text) -> Self {
    Self(
      description: OperandDescription(name: name, arity: .many, expects: expects, help: help)
    ) { $0 }
  }

  /// All arguments that follow, or none.
  static func any(_ name: Text, expects: ExpectedValue = .text, help: Text) -> Self {
    Self(
      description: OperandDescription(name: name, arity: .any, expects: expects, help: help)
    ) { $0 }
  }
}

extension Operand where Value == Int? {
  /// A year that must be given; nil never reaches a command.
  static func year(_ name: Text, help: Text) -> Self {
    Self(
      description: OperandDescription(name: name, arity: .one, expects: .year, help: help)
    ) { $0.first.flatMap { Int($0) } }
  }

  /// A year that may be left out.
  static func optionalYear(_ name: Text, help: Text) -> Self {
    Self(
      description: OperandDescription(name: name, arity: .optional, expects: .year, help: help)
    ) { $0.first.flatMap { Int($0) } }
  }
}

extension Operand where Value == [Int] {
  /// All years that follow, or none.
  static func anyYears(_ name: Text, help: Text) -> Self {
    Self(
      description: OperandDescription(name: name, arity: .any, expects: .year, help: help)
    ) { $0.compactMap { Int($0) } }
  }
}

extension Operand where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of a few names, which must be given; nil never reaches a command.
  static func choice(_ name: Text, help: Text) -> Operand<Value?> {
    Operand<Value?>(
      description: OperandDescription(
        name: name, arity: .one, expects: .choice(Value.allCases.map(\.rawValue)), help: help)
    ) { $0.first.flatMap { Value(rawValue: $0) } }
  }
}

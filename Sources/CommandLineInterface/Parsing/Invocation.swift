/// A command line that was understood: typed access to its options and operands.
struct Invocation: Sendable {
  /// A value and the argument it came from.
  struct Argument: Hashable, Sendable {
    /// The value.
    let text: String
    /// The position of the argument, counted from 0.
    let index: Int
  }

  /// The whole command line, without the program's name.
  let arguments: [String]
  /// What was given for each option, by its long name.
  let options: [String: [Argument]]
  /// What was given for each operand, by its key.
  let operands: [String: [Argument]]

  /// The value of an option, or what holds when it is not given.
  func callAsFunction<Value>(_ option: Option<Value>) -> Value {
    option.value((options[option.description.name] ?? []).map(\.text))
  }

  /// The value of an operand.
  func callAsFunction<Value>(_ operand: Operand<Value>) -> Value {
    operand.value((operands[operand.description.key] ?? []).map(\.text))
  }

  /// The argument that gives an option its value; nil when it is not given.
  func index<Value>(of option: Option<Value>) -> Int? {
    options[option.description.name]?.last?.index
  }

  /// The first argument of an operand; nil when it is not given.
  func index<Value>(of operand: Operand<Value>) -> Int? {
    operands[operand.description.key]?.first?.index
  }
}

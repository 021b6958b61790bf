import Diagnostics

/// What is wrong with a command line, and at which argument; the words are in another file.
struct UsageProblem: Error, Hashable, Sendable {
  /// The facts of a problem.
  enum Fact: Hashable, Sendable {
    case unknownCommand(String, nearest: String?)
    case unknownSubcommand(String, of: String, known: [String], nearest: String?)
    case missingSubcommand(of: String, known: [String])
    /// `owners` are the commands that do have this option.
    case unknownOption(String, nearest: String?, owners: [String])
    case missingValue(option: String, placeholder: Text)
    case unexpectedValue(option: String)
    /// `-o=file`: the equals sign would become part of the value.
    case equalsAfterLetter(option: String, long: String)
    case contradictoryOption(option: String, first: String, second: String)
    case emptyValue(label: Text)
    case notAChoice(label: Text, text: String, choices: [String], nearest: String?)
    case notAnInteger(label: Text, text: String, range: ClosedRange<Int>)
    case outOfRange(label: Text, text: String, range: ClosedRange<Int>)
    case missingOperand(Text)
    case unexpectedOperand(String)
    /// A name that only a command can judge: a family, a post, a unit.
    case unknownName(label: Text, text: String, nearest: String?)
    /// A value that only a command can judge, and what it should have been.
    case invalidValue(label: Text, text: String, expected: Text)
    /// Two arguments that cannot stand together.
    case conflict(String, String)
  }

  /// What is wrong.
  let fact: Fact
  /// The argument that is wrong, counted from 0; nil when something is missing.
  let argument: Int?

  /// A problem at an argument.
  init(_ fact: Fact, at argument: Int? = nil) {
    self.fact = fact
    self.argument = argument
  }
}

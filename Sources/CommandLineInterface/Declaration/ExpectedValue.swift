import Diagnostics

/// What may stand as a value, so that parsing, help and completion agree on it.
enum ExpectedValue: Hashable, Sendable {
  /// No value: the option is a flag.
  case nothing
  /// Any text that is not empty.
  case text
  /// The path of a file; `-` is the standard stream.
  case file
  /// The path of a folder.
  case directory
  /// One of these names, never shortened.
  case choice([String])
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// The name of a command.
  case command

  /// The years an inventory can be about; anything else is a slip of the keyboard.
  static let year = ExpectedValue.integer(1900...2200)

  /// What is wrong with a text given as this value; nil when it may stand.
  func fault(in text: String, of label: Text) -> UsageProblem.Fact? {
    if text.isEmpty { return .emptyValue(label: label) }
    switch self {
    case .nothing, .text, .file, .directory, .command: return nil
    case .choice(let names):
      if names.contains(text) { return nil }
      return .notAChoice(
        label: label, text: text, choices: names,
        nearest: NearestName.closest(to: text, among: names))
    case .integer(let range):
      guard Self.isWholeNumber(text) else {
        return .notAnInteger(label: label, text: text, range: range)
      }
      if let number = Int(text), range.contains(number) { return nil }
      return .outOfRange(label: label, text: text, range: range)
    }
  }

  /// Digits with a minus sign at most; `Int` would also take `+5`.
  private static func isWholeNumber(_ text: String) -> Bool {
    var digits = Substring(text).utf8
    if digits.first == 0x2D { digits.removeFirst() }
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}

import Diagnostics

/// A command line that can be typed as it stands, and what it does.
struct Example: Sendable {
  /// What to type.
  let commandLine: String
  /// One sentence that says what it does.
  let effect: Text

  /// A command line and what it does.
  init(_ commandLine: String, _ effect: Text) {
    self.commandLine = commandLine
    self.effect = effect
  }
}

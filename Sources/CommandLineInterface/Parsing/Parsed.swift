/// What a command line asks for.
enum Parsed: Sendable {
  /// Run a command.
  case run(Command, Invocation)
  /// Print help.
  case help(HelpTopic)
  /// Print the version.
  case version
  /// Say what is wrong, about this command if it was recognised.
  case problem(UsageProblem, Command?)
}

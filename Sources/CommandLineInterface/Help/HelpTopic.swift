/// What help can be asked about.
enum HelpTopic: Sendable {
  /// What to type first: the answer to the program's name alone.
  case brief
  /// The whole program: commands, options, environment, exit statuses.
  case overview
  /// One command.
  case command(Command)

  /// The topic that words name: none is the overview; nil when they name no command.
  init?(words: [String]) {
    if words.isEmpty {
      self = .overview
    } else if let command = CommandCatalog.command(named: words) {
      self = .command(command)
    } else {
      return nil
    }
  }
}

import Diagnostics

/// A command, declared as data: parsing, help, manual and completions all read this value.
struct Command: Sendable {
  /// What a command does once its command line is understood.
  typealias Run = @Sendable (Invocation, Context) throws(UsageProblem) -> ExitStatus

  /// A command either does something or holds other commands, never both.
  enum Body: Sendable {
    case run(Run)
    case subcommands([Command])
  }

  /// The word that calls it.
  let name: String
  /// The words that call it from the start: `factors list`.
  private(set) var path: String
  /// The heading it stands under.
  let group: CommandGroup
  /// One sentence that says what it does.
  let summary: Text
  /// What one has to know to use it, in paragraphs separated by an empty line.
  let discussion: Text
  /// Its operands, in order.
  let operands: [OperandDescription]
  /// Its own options; those of the program are accepted too.
  let options: [OptionDescription]
  /// Command lines that show it at work, the most common first.
  let examples: [Example]
  /// What it does.
  let body: Body

  /// Declares a command that does something.
  init(
    _ name: String, group: CommandGroup, summary: Text, discussion: Text,
    operands: [OperandDescription] = [], options: [OptionDescription] = [], examples: [Example],
    run: @escaping Run
  ) {
    self.name = name
    self.path = name
    self.group = group
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    self.options = options
    self.examples = examples
    self.body = .run(run)
  }

  /// Declares a command that holds others.
  init(
    _ name: String, group: CommandGroup, summary: Text, discussion: Text, examples: [Example],
    subcommands: [Command]
  ) {
    self.name = name
    self.path = name
    self.group = group
    self.summary = summary
    self.discussion = discussion
    self.operands = []
    self.options = []
    self.examples = examples
    self.body = .subcommands(
      subcommands.map { subcommand in
        var placed = subcommand
        placed.path = name + " " + subcommand.name
        return placed
      })
  }

  /// The commands it holds; none for a command that does something.
  var subcommands: [Command] {
    switch body {
    case .run: []
    case .subcommands(let commands): commands
    }
  }

  /// Itself and the commands it holds.
  var family: [Command] { [self] + subcommands }

  /// Does what the command does.
  func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    switch body {
    case .run(let run): return try run(invocation, context)
    case .subcommands(let commands):
      throw UsageProblem(.missingSubcommand(of: path, known: commands.map(\.name)))
    }
  }
}

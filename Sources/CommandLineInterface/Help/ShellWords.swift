import Diagnostics

/// What the three completion scripts need in common.
enum ShellWords {
  /// Every spelling of every option that a value follows, once, in the order of the declarations.
  ///
  /// A script skips the value after them when it looks for the command.
  static var optionsWithValue: [String] {
    var seen: Set<String> = []
    return (GlobalOptions.all + CommandCatalog.everyCommand.flatMap(\.options))
      .filter(\.takesValue).flatMap(\.spellings).filter { seen.insert($0).inserted }
  }

  /// The words that may stand where a value is expected, when they are known beforehand.
  static func words(for expected: ExpectedValue) -> [String]? {
    switch expected {
    case .choice(let names): names
    case .command: CommandCatalog.all.map(\.name)
    case .nothing, .text, .file, .directory, .integer: nil
    }
  }

  /// Text between single quotes, for bash and zsh.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// A name that a shell function can have: `factors_list`.
  static func identifier(_ path: String) -> String {
    path.split(whereSeparator: { $0 == " " || $0 == "-" }).joined(separator: "_")
  }
}

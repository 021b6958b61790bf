@testable import CommandLineInterface

/// Splits a command line as a shell would: single quotes, and nothing after `>`, `>>` or `|`.
func words(of commandLine: String) -> [String] {
  var words: [String] = []
  var word: String?
  var isQuoted = false
  for character in commandLine {
    switch character {
    case "'":
      isQuoted.toggle()
      word = word ?? ""
    case " " where !isQuoted:
      if let finished = word { words.append(finished) }
      word = nil
    default: word = (word ?? "") + String(character)
    }
  }
  if let finished = word { words.append(finished) }
  return Array(words.prefix { ![">", ">>", "|"].contains($0) })
}

/// The problem of a command line; nil when there is none.
func problem(_ arguments: String...) -> UsageProblem? {
  if case .problem(let problem, _) = CommandCatalog.parse(arguments) { problem } else { nil }
}

/// The invocation of a command line; nil when it runs nothing.
func understood(_ arguments: String...) -> Invocation? {
  if case .run(_, let invocation) = CommandCatalog.parse(arguments) { invocation } else { nil }
}

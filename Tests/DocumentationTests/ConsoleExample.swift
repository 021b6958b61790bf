/// One command of a ```console block, with the output shown under it.
struct ConsoleExample {
  /// What is typed, without the `$`.
  var command: String
  /// What is shown; a line `…` stands for any lines, `…` at the end of one for the rest of it.
  var shown: [String]

  /// The commands of a block.
  static func all(in lines: [String]) -> [ConsoleExample] {
    var examples: [ConsoleExample] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        examples.append(ConsoleExample(command: String(line.dropFirst(2)), shown: []))
      } else if !examples.isEmpty {
        examples[examples.count - 1].shown.append(line)
      }
    }
    return examples
  }

  /// The lines of a block that holds these commands.
  static func lines(of examples: [ConsoleExample]) -> [String] {
    examples.flatMap { ["$ " + $0.command] + $0.shown }
  }

  /// Lines of output as a page shows them: without blanks at the end of a line or of the whole.
  static func shownLines(of output: String) -> [String] {
    var lines = Fence.lines(of: output).map(trimmed)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// True when the output shown is the output there is, and says something about it.
  func shows(_ output: String) -> Bool {
    let actual = Self.shownLines(of: output)
    if shown == ["…"] { return false }
    return Self.matches(shown.map(Self.trimmed)[...], actual[...])
  }

  /// The example with the output there is now, cut where its author cut it.
  func recorded(_ output: String) -> ConsoleExample {
    let actual = Self.shownLines(of: output)
    let parts = shown.split(separator: "…", omittingEmptySubsequences: false)
    if parts.count == 3, parts[0].isEmpty, parts[2].isEmpty, let first = parts[1].first,
      let last = parts[1].last, let start = actual.firstIndex(of: first),
      let end = actual[start...].firstIndex(of: last)
    {
      return ConsoleExample(command: command, shown: ["…"] + actual[start...end] + ["…"])
    }
    guard parts.count == 2, shown.count > 1, shown.count <= actual.count else {
      return ConsoleExample(command: command, shown: actual)
    }
    let kept = actual.prefix(parts[0].count) + ["…"] + actual.suffix(parts[1].count)
    return ConsoleExample(command: command, shown: Array(kept))
  }

  private static func matches(_ shown: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return actual.isEmpty }
    let rest = shown.dropFirst()
    if first == "…" {
      return (actual.startIndex...actual.endIndex).contains { matches(rest, actual[$0...]) }
    }
    guard let line = actual.first else { return false }
    let isSame = line == first || (first.hasSuffix("…") && line.hasPrefix(first.dropLast()))
    return isSame && matches(rest, actual.dropFirst())
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}

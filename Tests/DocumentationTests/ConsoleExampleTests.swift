import Testing

/// What README.md and docs/ show of the terminal is what the terminal shows.
///
/// `RECORD=1` writes the outputs anew; lines may then be cut by hand to `…`.
struct ConsoleExampleTests {
  /// Pages about findings bring the files of their example; they have tests of their own.
  static let pages = Repository.pages.filter { !$0.hasPrefix("docs/diagnostics/") }

  @Test(arguments: pages)
  func `the output shown under a command is what the program prints`(page: String) throws {
    let text = try #require(Repository.text(of: page))
    let fences = Fence.all(in: text).filter { $0.info == ["console"] }
    if fences.isEmpty { return }
    let sandbox = try Sandbox()
    var lines = Fence.lines(of: text)
    var changed: [(range: Range<Int>, lines: [String])] = []
    for fence in fences {
      var examples = ConsoleExample.all(in: fence.lines)
      for index in examples.indices {
        guard case .ran(_, let output) = try sandbox.type(examples[index].command),
          !examples[index].shows(output)
        else { continue }
        let actual = ConsoleExample.shownLines(of: output)
        if !Repository.isRecording {
          Issue.record("\(page): $ \(examples[index].command)\n\(actual.joined(separator: "\n"))")
        }
        examples[index].shown = actual
        changed.append((fence.range, ConsoleExample.lines(of: examples)))
      }
    }
    if changed.isEmpty || !Repository.isRecording { return }
    for change in changed.reversed() where change.range.upperBound <= lines.count {
      if change.range == changed.last(where: { $0.range == change.range })?.range,
        Array(lines[change.range]).first?.hasPrefix("$ ") == true
      {
        lines.replaceSubrange(change.range, with: change.lines)
      }
    }
    try Repository.write(lines.joined(separator: "\n") + "\n", to: page)
    Issue.record("\(page) was written; read it, then run again")
  }
}

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
    var fences = Fence.all(in: text).filter { $0.info == ["console"] }
    if fences.isEmpty { return }
    let sandbox = try Sandbox()
    for fence in Fence.all(in: text) where fence.info.count == 2 {
      try sandbox.put(fence.lines.map { $0 + "\n" }.joined(), at: fence.info[1])
    }
    for index in fences.indices {
      fences[index].lines = try checked(fences[index].lines, of: page, in: sandbox)
    }
    let new = Fence.page(text, with: fences)
    if new == text { return }
    try Repository.change(page) { _ in new }
    Issue.record("\(page) was written; read it, then run again")
  }

  /// The lines of a block, with the outputs that are wrong replaced when they are to be recorded.
  private func checked(_ lines: [String], of page: String, in sandbox: Sandbox) throws -> [String] {
    var examples = ConsoleExample.all(in: lines)
    var isChanged = false
    for index in examples.indices {
      guard case .ran(_, let output) = try sandbox.type(examples[index].command),
        !examples[index].shows(output)
      else { continue }
      if Repository.isRecording {
        examples[index] = examples[index].recorded(output)
        isChanged = true
      } else {
        Issue.record("\(page): $ \(examples[index].command)\n\(output)")
      }
    }
    return isChanged ? ConsoleExample.lines(of: examples) : lines
  }

  @Test func `what is recorded is cut where it was cut before`() {
    func recorded(_ shown: [String], _ output: String) -> [String] {
      ConsoleExample(command: "", shown: shown).recorded(output).shown
    }
    #expect(recorded(["a", "…", "d"], "x\nb\nc\ny\n") == ["x", "…", "y"])
    #expect(recorded(["…"], "x\ny\n") == ["x", "y"])
    #expect(recorded(["a", "b"], "x\n") == ["x"])
  }

  @Test func `… stands for any lines`() {
    func shows(_ shown: [String], _ output: String) -> Bool {
      ConsoleExample(command: "", shown: shown).shows(output)
    }
    #expect(shows(["a", "b"], "a\nb\n"))
    #expect(shows(["a", "…", "d"], "a\nb\nc\nd\n"))
    #expect(shows(["a", "…"], "a\n"))
    #expect(shows(["…", "b"], "a  \n b\nb \n\n"))
    #expect(shows(["a …"], "a b c\n"), "at the end of a line, for the rest of it")
    #expect(!shows(["a"], "a\nb\n"))
    #expect(!shows(["a", "…", "c"], "a\nb\n"))
    #expect(!shows(["…"], "a\n"), "a block that shows nothing proves nothing")
  }
}

import Diagnostics
import Testing

@testable import CommandLineInterface

/// docs/diagnostics/README.md lists every finding, the gravest first.
struct DiagnosticIndexTests {
  private static let path = DiagnosticPage.folder + "README.md"

  private static let expected: [String] =
    [(Severity.error, "Errors"), (.warning, "Warnings"), (.note, "Notes")].flatMap { part in
      let kinds = FindingCatalog.all.filter { $0.severity == part.0 }
        .sorted { $0.identifier < $1.identifier }
      return ["## \(part.1)", ""]
        + kinds.map {
          "- [\($0.identifier)](\($0.identifier).md): \(DiagnosticPage.plain($0.summary.en))"
        } + [""]
    }.dropLast()

  @Test func `the index lists every finding by severity`() throws {
    let lines = Fence.lines(of: try #require(Repository.text(of: Self.path)))
    let start = try #require(lines.firstIndex(of: "## Errors"))
    if Array(lines[start...]) == Self.expected { return }
    if Repository.isRecording {
      let new = lines[..<start] + Self.expected
      try Repository.change(Self.path) { _ in new.joined(separator: "\n") + "\n" }
    }
    Issue.record("\(Self.path) is not the list of findings; RECORD=1 writes it")
  }
}

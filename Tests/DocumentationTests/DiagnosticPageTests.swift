import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import CommandLineInterface

/// Each finding has a page, and what the page shows is what happens.
struct DiagnosticPageTests {
  static let identifiers = FindingCatalog.all.map(\.identifier)

  @Test func `every finding has a page, and every page a finding`() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appendingPathComponent(DiagnosticPage.folder).path)
    let pages = names.filter { $0 != "README.md" }.map { $0.replacing(".md", with: "") }
    #expect(pages.sorted() == Self.identifiers.sorted())
  }

  @Test(arguments: identifiers)
  func `a page has the words of its finding, an example and what to do`(identifier: String) throws {
    let page = try #require(DiagnosticPage(identifier))
    let head = page.expectedHead
    let lines = Fence.lines(of: page.text)
    if Repository.isRecording, Array(lines.prefix(head.count)) != head {
      try Repository.change(page.path) {
        (head + Fence.lines(of: $0).dropFirst(head.count)).joined(separator: "\n") + "\n"
      }
    } else {
      #expect(Array(lines.prefix(head.count)) == head)
    }
    #expect(page.sections == ["Example", "What to do"])
    #expect(page.console != nil)
  }

  @Test(arguments: identifiers.filter { SpecialExample.all[$0] == nil })
  func `the example of a page gives its finding and no other`(identifier: String) throws {
    let page = try #require(DiagnosticPage(identifier))
    let folder = try page.campus()
    let run = ProgramRun(["check"], in: folder.path)
    #expect(named(in: run.everything) == [identifier])
    let isError = page.kind.severity == .error
    #expect(run.status == (isError ? (run.output.isEmpty ? 65 : 1) : 0))
    try compare(page, with: run.everything, typed: "empreinte check")
    let french = ProgramRun(["--lang", "fr", "check"], in: folder.path).everything
    #expect(named(in: french) == [identifier])
    for output in [run.everything, french] {
      #expect(output.firstMatch(of: /\{[a-z-]+\}/) == nil, "a blank was not filled in")
    }
  }

  @Test(arguments: SpecialExample.all.keys.sorted())
  func `an example that files on a page cannot give is made by other means`(
    identifier: String
  ) throws {
    let page = try #require(DiagnosticPage(identifier))
    let example = try #require(SpecialExample.all[identifier])
    try compare(page, with: try example.output(), typed: example.command)
  }

  /// The identifiers that findings end with.
  private func named(in output: String) -> [String] {
    Fence.lines(of: output).compactMap { line in
      line.firstMatch(of: /: .* \[([a-z0-9-]+)\]$/).map { String($0.1) }
    }
  }

  private func compare(_ page: DiagnosticPage, with output: String, typed: String) throws {
    var fence = try #require(page.console)
    let example = try #require(ConsoleExample.all(in: fence.lines).first)
    #expect(example.command == typed)
    let isShown = example.shown.contains { $0.contains(page.kind.identifier) }
    if isShown, example.shows(output) { return }
    guard Repository.isRecording else {
      Issue.record("\(page.path) shows something else than\n\(output)")
      return
    }
    let excerpt = DiagnosticPage.excerpt(output, naming: page.kind.identifier)
    fence.lines = ConsoleExample.lines(of: [ConsoleExample(command: typed, shown: excerpt)])
    try Repository.change(page.path) { Fence.page($0, with: [fence]) }
    Issue.record("\(page.path) was written; read it, then run again")
  }
}

import Diagnostics
import TestSupport

@testable import CommandLineInterface

/// A page of docs/diagnostics: the words of a finding, why it matters, an example, what to do.
struct DiagnosticPage {
  /// Where these pages are.
  static let folder = "docs/diagnostics/"

  /// What the page is about.
  let kind: FindingKind
  /// The page as it is written.
  let text: String

  /// The page of a finding; nil when there is none.
  init?(_ identifier: String) {
    guard let kind = FindingCatalog.kind(named: identifier),
      let text = Repository.text(of: Self.folder + identifier + ".md")
    else { return nil }
    (self.kind, self.text) = (kind, text)
  }

  /// Where the page is.
  var path: String { Self.folder + kind.identifier + ".md" }

  /// What every page begins with: the identifier, then the finding in both languages.
  var expectedHead: [String] {
    [
      "# \(kind.identifier)", "",
      "- en: **\(kind.severity.label.en)** · \(Self.plain(kind.summary.en))",
      "- fr: **\(kind.severity.label.fr)** · \(Self.plain(kind.summary.fr))", "",
    ]
  }

  /// The titles below the first.
  var sections: [String] {
    Fence.lines(of: text).filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
  }

  /// The block that shows what the program says.
  var console: Fence? { Fence.all(in: text).first { $0.info == ["console"] } }

  /// The files of the example: blocks whose second word is a path.
  var files: [(path: String, bytes: [UInt8])] {
    Fence.all(in: text).filter { $0.info.count > 1 }.map { fence in
      let text = fence.lines.map { $0 + "\n" }.joined()
      let isEscaped = fence.info.count > 2 && fence.info[2] == "escaped"
      return (fence.info[1], isEscaped ? EscapedText.bytes(of: text) : Array(text.utf8))
    }
  }

  /// The example as a campus folder.
  func campus() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.bytes, to: file.path) }
    return folder
  }

  /// The paragraphs of an output that name a finding, and `…` for what follows.
  static func excerpt(_ output: String, naming identifier: String) -> [String] {
    let paragraphs = ConsoleExample.shownLines(of: output)
      .split(separator: "", omittingEmptySubsequences: true)
    let place = paragraphs.firstIndex { $0.contains { $0.contains(identifier) } }
    guard let place else { return [] }
    return (place > 0 ? ["…"] : []) + paragraphs[place]
      + (place < paragraphs.count - 1 ? ["…"] : [])
  }

  /// A template without its blanks: `{name}` reads as `…`.
  static func plain(_ template: String) -> String {
    template.replacing(/\{[a-z-]+\}/, with: "…")
  }
}

import Diagnostics
import TestSupport
import Testing

@testable import CommandLineInterface

/// What is asked of the words of every finding.
struct FindingWordsTests {
  @Test func `no two findings have one identifier`() {
    let identifiers = FindingCatalog.all.map(\.identifier)
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test(arguments: FindingCatalog.all)
  func `the words are there in both languages, with the same blanks`(kind: FindingKind) {
    for text in [kind.summary, kind.remedy] {
      #expect(!text.fr.isEmpty && !text.en.isEmpty)
      #expect(Words.placeholders(of: text.fr) == Words.placeholders(of: text.en))
    }
  }

  @Test(arguments: FindingCatalog.all)
  func `a finding is one sentence that begins small and ends without a point`(kind: FindingKind) {
    for text in [kind.summary, kind.remedy] {
      for words in [text.fr, text.en] {
        #expect(words.last != ".")
        let isAcronym = words.prefix(2).allSatisfy(\.isUppercase)
        #expect(isAcronym || words.first?.isUppercase == false)
        #expect(!words.contains("\n"))
      }
    }
  }

  @Test(arguments: FindingCatalog.all)
  func `an identifier is lower case words with hyphens`(kind: FindingKind) {
    #expect(kind.identifier.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
  }

  @Test(arguments: FindingCatalog.all)
  func `help explains every finding, in both languages`(kind: FindingKind) {
    for language in ["en", "fr"] {
      let run = ProgramRun(
        ["--lang", language, "help", kind.identifier], in: Repository.path)
      #expect(run.status == 0)
      #expect(run.output.contains("docs/diagnostics/\(kind.identifier).md"))
    }
  }
}

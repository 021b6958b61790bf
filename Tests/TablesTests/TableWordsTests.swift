import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct TableWordsTests {
  @Test(arguments: TableFindings.all)
  func `each kind has its words in both languages, with the same blanks`(_ kind: FindingKind) {
    for words in [kind.summary, kind.remedy] {
      #expect(!words.fr.isEmpty && !words.en.isEmpty)
      #expect(words.fr != words.en)
      #expect(Words.placeholders(of: words.fr) == Words.placeholders(of: words.en))
    }
  }

  @Test func `identifiers are each there once`() {
    #expect(Set(TableFindings.all.map(\.identifier)).count == TableFindings.all.count)
  }

  @Test func `no finding of a table leaves a blank unfilled`() {
    let long = String(repeating: "x", count: 1 << 20)
    let text = "a;b;zz\n1;2\n1;2;3;4\n5\";6;7\n8;\u{0};9\n\u{FFFD};1;2\n\(long);2;3\n4;5;\"6\n"
    for bytes in [Array(text.utf8), Array("a;a\n".utf8), [], Array("a;b\n".utf8) + [0xE9, 0x3B]] {
      let reading = Reading(bytes)
      for finding in reading.log.sortedGroups.flatMap(\.first) {
        for language in Language.allCases {
          #expect(!finding.summary(in: language).contains("{"))
          #expect(!finding.remedy(in: language).contains("{"))
        }
      }
    }
  }
}

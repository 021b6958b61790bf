import Diagnostics
import Foundation
import Reporting
import Testing

/// A finding as people see it: position, words, excerpt with a caret, remedy.
@Suite struct FindingRendererTests {
  private let kind = FindingKind(
    "unknown-unit", .error,
    summary: Text(fr: "l'unité « {name} » n'existe pas", en: "there is no unit “{name}”"),
    remedy: Text(fr: "corrigez-la", en: "correct it"))

  private func shown(before: String, marked: String, after: String, column: Int) -> [String] {
    let excerpt = Excerpt(before: before, marked: marked, after: after)
    let finding = Finding(
      kind, at: Location(file: "activity/a.csv", line: 12, column: column, excerpt: excerpt),
      [.init("name", marked)], suggestion: "kWh")
    return FindingRenderer(language: .english).text(finding)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `position, words, excerpt, caret, nearest name and remedy stand in this order`() {
    #expect(
      shown(before: "2023;gas;12;", marked: "kWhh", after: ";x", column: 13) == [
        "activity/a.csv:12:13: error: there is no unit “kWhh” [unknown-unit]",
        "12 | 2023;gas;12;kWhh;x",
        "   |             ^^^^",
        "  = did you mean “kWh”?",
        "  = correct it", "",
      ])
  }

  /// 300 characters stand before it: the excerpt begins with an ellipsis, the caret follows.
  @Test func `the caret stands under what is meant in a line that was cut`() {
    let lines = shown(
      before: String(repeating: "a;", count: 150), marked: "kWhh", after: ";x", column: 301)
    let excerpt = lines[1]
    let place = excerpt.range(of: "kWhh").map {
      excerpt.distance(from: excerpt.startIndex, to: $0.lowerBound)
    }
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    #expect(place != nil && place == caret, "\(lines)")
    #expect(lines[2].hasSuffix("^^^^") && !lines[2].hasSuffix("^^^^^"))
  }

  /// A tab is spelt `\t`, two characters; a wide letter takes two columns.
  @Test(arguments: ["a\tb;", "漢字;", "\u{202E};"])
  func `the caret stands right after characters that are shown wider`(_ before: String) {
    let lines = shown(before: before, marked: "kWhh", after: "", column: before.count + 1)
    let shownBefore = String(lines[1].prefix { $0 != "k" })
    #expect(displayWidth(String(lines[2].prefix { $0 != "^" })) == displayWidth(shownBefore))
  }

  @Test func `hostile words stay on their line`() {
    for name in Sample.hostileNames {
      let lines = shown(before: "x;", marked: name, after: ";y", column: 3)
      #expect(lines.count == 6, "\(name.prefix(30).debugDescription)")
      #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    }
  }
}

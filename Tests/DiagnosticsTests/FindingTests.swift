import Diagnostics
import TestSupport
import Testing

@Suite struct FindingTests {
  private let kind = FindingKind(
    "row-too-short", .error,
    summary: Text(fr: "{count} champs sur {expected}", en: "{count} fields of {expected}"),
    remedy: Text(fr: "« {name} »", en: "“{name}”"))

  @Test func `facts fill the words in both languages`() {
    let finding = Finding(
      kind, at: Location(file: "a.csv", line: 2),
      [.init("count", "3"), .init("expected", "5"), .init("name", "{count}")])
    #expect(finding.summary(in: .french) == "3 champs sur 5")
    #expect(finding.summary(in: .english) == "3 fields of 5")
    // A value is text: braces in it are not filled in again.
    #expect(finding.remedy(in: .english) == "“{count}”")
  }

  @Test func `a fact that is missing leaves its name to be seen`() {
    let finding = Finding(kind, at: Location(file: "a.csv"))
    #expect(finding.summary(in: .english) == "{count} fields of {expected}")
  }

  @Test func `a brace that never closes is printed as it is`() {
    let kind = FindingKind("k", .note, summary: Text(same: "a { b"), remedy: Text(same: ""))
    #expect(Finding(kind, at: Location(file: "f")).summary(in: .french) == "a { b")
  }

  @Test func `a value from outside cannot act on the terminal, nor flood it`() {
    let finding = Finding(
      FindingKind("k", .note, summary: Text(same: "{value} of {name}"), remedy: Text(same: "")),
      at: Location(file: "a.csv"),
      [.init("value", "\u{1B}[31m"), .init("name", String(repeating: "x", count: 10_000))])
    let words = finding.summary(in: .english)
    #expect(words.hasPrefix("\\u{1B}[31m of xxx"))
    #expect(words.hasSuffix("…"))
    #expect(words.count < 250)
  }

  @Test func `kinds are told apart by their identifier`() {
    let other = FindingKind("row-too-short", .note, summary: Text(same: ""), remedy: Text(same: ""))
    #expect(kind == other)
    #expect(Set([kind, other]).count == 1)
  }

  @Test(
    arguments: [
      (Location(file: "a.csv"), "a.csv"), (Location(file: "a.csv", line: 3), "a.csv:3"),
      (Location(file: "a.csv", line: 3, column: 4), "a.csv:3:4"),
      (Location(file: "a\u{202E}vsc.csv", line: 1), "a\\u{202E}vsc.csv:1"),
    ])
  func `a place is printed with what is known of it`(_ location: Location, _ text: String) {
    #expect(location.text == text)
  }

  @Test func `severities go from note to error`() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
    for severity in Severity.allCases {
      #expect(!severity.label.fr.isEmpty && !severity.label.en.isEmpty)
    }
  }

  @Test func `placeholders are found, and those in two languages are one`() {
    #expect(Words.placeholders(of: "{a} b {c-fr}") == ["a", "c"])
    #expect(Words.placeholders(of: "none") == [])
  }
}

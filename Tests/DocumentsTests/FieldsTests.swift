import Diagnostics
import Documents
import TestSupport
import Testing

private enum Colour: String, CaseIterable { case red, green }

@Suite struct FieldsTests {
  /// The findings of reading a document with the keys `name`, `staff` and `open`.
  private func read(_ marked: MarkedText) throws -> [Finding] {
    var log = FindingLog()
    let root = try #require(DocumentParser.parse(marked.bytes, file: "f", log: &log))
    var fields = Fields(root, log: &log)
    _ = fields.require("name", log: &log)?.text(log: &log)
    _ = fields.take("staff")?.integer(log: &log)
    _ = fields.take("open")?.flag(log: &log)
    _ = fields.take("colour")?.choice(Colour.self, log: &log)
    fields.finish(log: &log)
    return log.sortedGroups.flatMap(\.first)
  }

  @Test func `a document that says what is asked has no finding`() throws {
    #expect(try read(MarkedText("name: x\nstaff: 12\nopen: true\ncolour: red\n")).isEmpty)
  }

  @Test func `an unknown key is named with the nearest one and those possible`() throws {
    let marked = MarkedText("name: x\n👉stafff: 12\n")
    let finding = try #require(try read(marked).first)
    #expect(finding.kind == DocumentFindings.unknownKey)
    #expect(finding.suggestion == "staff")
    #expect(["\(finding.location.line):\(finding.location.column)"] == marked.positions)
    #expect(finding.location.length == 6)
    #expect(finding.summary(in: .french) == "clé inconnue « stafff »")
    #expect(
      finding.remedy(in: .english) == "the keys possible here are: name, staff, open, colour")
  }

  @Test(
    arguments: [
      ("name: x\nstaff: 👉12.5\n", "“12.5”: a whole number is needed here"),
      ("name: x\nstaff: 👉9e9\n", "“9e9”: a whole number is needed here"),
      ("name: x\nopen: 👉yes\n", "“yes”: true or false is needed here"),
      ("name: x\ncolour: 👉blue\n", "“blue”: one of: red, green is needed here"),
      ("name: 👉[a]\n", "“[ ]”: a text is needed here"),
      ("name:\n  👉a: b\n", "“{ }”: a text is needed here"),
      ("👉- name\n", "“[ ]”: a set of keys and values is needed here"),
      ("👉just words\n", "“just words”: a set of keys and values is needed here"),
    ])
  func `a value of another type is refused where it stands`(_ text: String, _ words: String) throws
  {
    let marked = MarkedText(text)
    let findings = try read(marked)
    #expect(findings.map { "\($0.location.line):\($0.location.column)" } == marked.positions)
    #expect(findings.map { $0.summary(in: .english) } == [words])
  }

  @Test(arguments: ["staff: 1\n", "name:\nstaff: 1\n", "name: ~\nstaff: 1\n", "name: null\n"])
  func `a key that must be there and holds nothing is missing`(_ text: String) throws {
    let findings = try read(MarkedText(text))
    #expect(findings.map(\.kind) == [DocumentFindings.missingKey])
    #expect(findings.first?.summary(in: .french) == "il manque la clé « name »")
  }

  @Test func `names that are not words of the format are all taken`() throws {
    var log = FindingLog()
    let root = try #require(DocumentParser.parse(Array("b: 1\na: 2\n".utf8), file: "f", log: &log))
    var fields = Fields(root, log: &log)
    let keys = fields.takeAll().map(\.key)
    #expect(keys == ["b", "a"])
    fields.finish(log: &log)
    #expect(log.isEmpty)
  }

  @Test func `a single item may stand for a list`() throws {
    var log = FindingLog()
    let root = try #require(
      DocumentParser.parse(Array("a: x\nb: [x, y]\n".utf8), file: "f", log: &log))
    var fields = Fields(root, log: &log)
    let alone = fields.take("a")?.items().compactMap(\.scalar)
    let listed = fields.take("b")?.items().compactMap(\.scalar)
    #expect(alone == ["x"])
    #expect(listed == ["x", "y"])
    fields.finish(log: &log)
  }

  @Test(arguments: DocumentFindings.all)
  func `each kind has its words in both languages, with the same blanks`(_ kind: FindingKind) {
    for words in [kind.summary, kind.remedy] {
      #expect(!words.fr.isEmpty && !words.en.isEmpty)
      #expect(Words.placeholders(of: words.fr) == Words.placeholders(of: words.en))
    }
    #expect(kind.summary.fr != kind.summary.en)
  }

  @Test func `identifiers are each there once`() {
    #expect(Set(DocumentFindings.all.map(\.identifier)).count == DocumentFindings.all.count)
  }
}

import Diagnostics
import Documents
import TestSupport
import Testing

/// What reading a marked document found, as `kind line:column`.
private func found(_ marked: MarkedText) -> [String] {
  var log = FindingLog()
  let node = DocumentParser.parse(marked.bytes, file: "campus.yaml", log: &log)
  #expect(node == nil || log.isEmpty)
  return log.sortedGroups.flatMap(\.first).map(shown)
}

private func shown(_ finding: Finding) -> String {
  "\(finding.kind.identifier) \(finding.location.line):\(finding.location.column)"
}

@Suite struct DocumentParserTests {
  @Test func `scalars stay as they are written`() throws {
    var log = FindingLog()
    let text = "country: no\ncode: 012\ntime: 12:30\nday: 2022-01-02\nempty:\nquoted: 'no'\n"
    let root = try #require(DocumentParser.parse(Array(text.utf8), file: "f", log: &log))
    guard case .mapping(let entries) = root.content else {
      Issue.record("not a mapping")
      return
    }
    #expect(entries.map(\.key) == ["country", "code", "time", "day", "empty", "quoted"])
    #expect(entries.map(\.value.scalar) == ["no", "012", "12:30", "2022-01-02", "", "no"])
    #expect(entries.map(\.value.isEmpty) == [false, false, false, false, true, false])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `values know where they are, in characters`(_ end: String) throws {
    var log = FindingLog()
    let document = MarkedText(
      ["name: 👉École", "é: {à: 👉1, b: 👉\"2\"}", "list:", "  - 👉one", "  - 👉two", ""]
        .joined(separator: end))
    let root = try #require(DocumentParser.parse(document.bytes, file: "f", log: &log))
    var places: [String] = []
    func visit(_ node: Node) {
      switch node.content {
      case .scalar: places.append("\(node.location.line):\(node.location.column)")
      case .sequence(let items): items.forEach(visit)
      case .mapping(let entries): entries.forEach { visit($0.value) }
      }
    }
    visit(root)
    #expect(places == document.positions)
  }

  @Test func `an excerpt is the line without its end, with the caret under the value`() throws {
    var log = FindingLog()
    let text = "\u{FEFF}name: École\r\nstaff: abc\r\n"
    let root = try #require(DocumentParser.parse(Array(text.utf8), file: "f", log: &log))
    var fields = Fields(root, log: &log)
    let taken = fields.take("name")
    let name = try #require(taken)
    #expect(name.location.excerpt == "name: École")
    #expect(name.location.text == "f:1:7")
    let staff = fields.take("staff")?.integer(log: &log)
    #expect(staff == nil)
    fields.finish(log: &log)
    let location = try #require(log.sortedGroups.first?.first.first?.location)
    #expect(location.excerpt == "staff: abc")
    // "staff: " is seven characters; "abc" is three.
    #expect(location.caret == 8 && location.length == 3)
  }

  @Test(
    arguments: [
      ("a: 1\n👉a: 2\n", "duplicate-key"),
      ("a: 1\nb:\n  c: 1\n  👉c: 2\n", "duplicate-key"),
      ("a: 👉*x\n", "yaml-alias"),
      ("a: 👉&x 1\n", "yaml-alias"),
      ("a: 👉&x [1]\n", "yaml-alias"),
      ("a: 👉&x {b: 1}\n", "yaml-alias"),
      ("? 👉[a]\n: 1\n", "wrong-type"),
      ("a: 1\n👉\tb: 2\n", "yaml-syntax"),
      ("a:\n👉\t- b\n", "yaml-syntax"),
      ("a: [1, 2\n👉", "yaml-syntax"),
      ("a: 1\n👉--- \nb: 2\n", "yaml-syntax"),
      ("a: b👉: c\n", "yaml-syntax"),
      ("été: 👉@x\n", "yaml-syntax"),
      ("a: \"é👉\\q\"\n", "yaml-syntax"),
    ])
  func `what we do not read is refused where it stands`(_ text: String, _ kind: String) {
    let marked = MarkedText(text)
    let findings = found(marked)
    #expect(findings.first == marked.positions.first.map { "\(kind) \($0)" })
  }

  @Test func `every duplicate key is said, not only the first`() {
    #expect(
      found(MarkedText("a: 1\na: 2\nb: 3\nb: 4\n"))
        == ["duplicate-key 2:1", "duplicate-key 4:1"])
  }

  @Test(arguments: ["", "\n\n", "# nothing\n", "\u{FEFF}"])
  func `an empty document is nothing, and no finding`(_ text: String) {
    var log = FindingLog()
    #expect(DocumentParser.parse(Array(text.utf8), file: "f", log: &log) == nil)
    #expect(log.isEmpty)
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["[", "{a: ", "- "])
  func `a hundred thousand levels are refused, not followed`(_ opening: String) {
    var log = FindingLog()
    let text = String(repeating: opening, count: 100_000)
    #expect(DocumentParser.parse(Array(text.utf8), file: "f", log: &log) == nil)
    #expect(log.sortedGroups.map(\.kind) == [DocumentFindings.syntax])
    #expect(log.count(of: .error) == 1)
  }

  @Test func `forty levels are fine`() {
    var log = FindingLog()
    let text = String(repeating: "[", count: 39) + "x" + String(repeating: "]", count: 39)
    #expect(DocumentParser.parse(Array(text.utf8), file: "f", log: &log) != nil)
    #expect(log.isEmpty)
  }

  @Test func `a file that is not UTF-8 is refused at its first wrong byte`() {
    // "é" is E9 in Windows-1252; it stands at line 2, column 8 ("name: \"" is seven characters).
    var bytes = Array("# été\nname: \"".utf8)
    bytes += [0xE9, 0x22, 0x0A]
    var log = FindingLog()
    #expect(DocumentParser.parse(bytes, file: "f", log: &log) == nil)
    let finding = log.sortedGroups.first?.first.first
    #expect(finding.map(shown) == "yaml-syntax 2:8")
    #expect(
      finding?.summary(in: .french) == "YAML illisible : le fichier n'est pas en UTF-8")
  }

  @Test func `the first wrong byte is found far into a long file`() {
    let lines = (1...5000).map { "key\($0): value\n" }.joined()
    var log = FindingLog()
    _ = DocumentParser.parse(Array(lines.utf8) + [0x61, 0xFF], file: "f", log: &log)
    #expect(log.sortedGroups.first?.first.first.map(shown) == "yaml-syntax 5001:2")
  }

  @Test(arguments: [true, false])
  func `UTF-16 with a byte order mark is read`(_ isLittle: Bool) throws {
    let units = Array("\u{FEFF}nom: école\n".utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittle ? [low, high] : [high, low]
    }
    var log = FindingLog()
    let root = try #require(DocumentParser.parse(bytes, file: "f", log: &log))
    var fields = Fields(root, log: &log)
    let name = fields.take("nom")?.scalar
    #expect(name == "école")
    #expect(root.location.excerpt == "nom: école")
    fields.finish(log: &log)
  }

  @Test func `random bytes never do worse than a finding`() {
    var generator = SplitMix64(seed: 3)
    let pieces = [
      "a", ": ", "\n", "- ", "[", "]", "{", "}", "\"", "'", "&x ", "*x", "\t", "é", "#",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...25, using: &generator)
      let text = (0..<count).map { _ in generator.pick(pieces) ?? "" }.joined()
      var log = FindingLog()
      let node = DocumentParser.parse(Array(text.utf8), file: "f", log: &log)
      #expect(node == nil || log.isEmpty)
    }
  }
}

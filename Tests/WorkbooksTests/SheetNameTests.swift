import Testing

@testable import Workbooks

/// Names that every spreadsheet takes.
struct SheetNameTests {
  @Test(arguments: [
    ("Par poste", "Par poste"), ("a/b [c]: d*e?f\\g'h", "a b c d e f g h"), ("", "Table"),
    ("   ", "Table"), ("History", "Table"), ("a\u{1}b", "a b"),
    (String(repeating: "x", count: 40), String(repeating: "x", count: 31)),
    // Two units of UTF-16 each: fifteen of them fit.
    (String(repeating: "🌳", count: 20), String(repeating: "🌳", count: 15)),
  ])
  func `a name is short and means nothing else`(text: String, name: String) {
    #expect(SheetName.name(text, taken: []) == name)
  }

  @Test func `no two names are alike, whatever their case`() {
    var taken: Set<String> = []
    for text in ["Eau", "EAU", "eau", String(repeating: "y", count: 50)] + ["eau", "eau (2)"] {
      let name = SheetName.name(text, taken: taken)
      #expect(name.utf16.count <= SheetName.longest)
      #expect(!taken.contains { $0.lowercased() == name.lowercased() })
      taken.insert(name)
    }
    #expect(taken.count == 6)
  }
}

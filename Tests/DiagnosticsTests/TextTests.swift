import Diagnostics
import TestSupport
import Testing

@Suite struct FoldedTextTests {
  @Test(
    arguments: [
      ("Électricité", "electricite"), ("  Unité  ", "unite"), ("UNITE", "unite"),
      // The same letter as one scalar or as a letter and a combining accent.
      ("e\u{301}nergie", "energie"), ("énergie", "energie"),
      ("date de début", "date-de-debut"), ("date_de_debut", "date-de-debut"),
      ("date - de – debut", "date-de-debut"), ("Œuvre", "oeuvre"), ("Straße", "strasse"),
      // U+00A0 and U+202F, which spreadsheets put before signs, and a tab.
      ("1\u{A0}000", "1-000"), ("1\u{202F}000", "1-000"), ("a\tb", "a-b"),
      ("l’éco-organisme ", "l'eco-organisme"), ("l'éco organisme", "l'eco-organisme"),
      ("\u{FEFF}période", "periode"), ("", ""), (" -_ ", ""), ("日本", "日本"), ("m²", "m²"),
    ])
  func `case, accents, outer spaces and kinds of separators do not count`(
    _ text: String, _ folded: String
  ) {
    #expect(FoldedText.fold(text) == folded)
  }

  @Test func `folding what is folded changes nothing`() {
    for value in UInt32(0)...0x17F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = FoldedText.fold("a" + String(scalar) + "b")
      #expect(FoldedText.fold(once) == once)
    }
  }
}

@Suite struct NearestNameTests {
  private let names = ["natural-gas", "electricity", "heating-oil", "water", "kWh", "t"]

  @Test(
    arguments: [
      ("natural gas", "natural-gas"), ("Electrcity", "electricity"), ("electrictiy", "electricity"),
      ("watre", "water"), ("heatingoil", "heating-oil"), ("KWH", "kWh"), ("kwhh", "kWh"),
    ])
  func `a slip of the keyboard finds the name meant`(_ typed: String, _ meant: String) {
    #expect(NearestName.closest(to: typed, among: names) == meant)
  }

  // "g" and "t" are one letter each and have nothing in common.
  @Test(arguments: ["", " ", "wood", "xyzxyzxyz", "g"])
  func `what is far from every name gets no proposal`(_ typed: String) {
    #expect(NearestName.closest(to: typed, among: names) == nil)
  }

  @Test func `the answer does not depend on the order of the names`() {
    var generator = SplitMix64(seed: 1)
    let near = ["cat", "car", "cap", "can"]
    for _ in 0..<20 {
      #expect(NearestName.closest(to: "cax", among: near.shuffled(using: &generator)) == "can")
    }
  }

  @Test func `very long names do not take long`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(NearestName.closest(to: long, among: names) == nil)
  }
}

@Suite struct VisibleTextTests {
  @Test(
    arguments: [
      ("Gaz naturel été", "Gaz naturel été"), ("a\tb\r\n", "a\\tb\\r\\n"),
      ("\u{0}", "\\u{0}"), ("\u{1B}[2J", "\\u{1B}[2J"), ("\u{9B}", "\\u{9B}"),
      // Bidirectional marks, overrides and isolates; zero-width and line separators; soft hyphen.
      ("\u{202E}gpj", "\\u{202E}gpj"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
      ("a\u{200B}b", "a\\u{200B}b"), ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
      ("photo\u{AD}copie", "photo\\u{AD}copie"), ("\u{FEFF}x", "\\u{FEFF}x"),
      ("\u{E0041}", "\\u{E0041}"), ("1\u{202F}000\u{A0}€", "1\u{202F}000\u{A0}€"),
    ])
  func `what cannot be seen is spelt out, what can is left`(_ text: String, _ shown: String) {
    #expect(VisibleText.escaped(text) == shown)
    #expect(VisibleText.escaped(shown) == shown)
  }

  @Test func `a long text is cut and says so`() {
    #expect(VisibleText.shortened("abcdef", to: 6) == "abcdef")
    #expect(VisibleText.shortened("abcdefg", to: 6) == "abcde…")
  }
}

@Suite struct ExcerptTests {
  private func underlined(_ excerpt: Excerpt) -> String {
    String(excerpt.text.dropFirst(excerpt.caret - 1).prefix(excerpt.length))
  }

  @Test func `the caret stands under what is meant`() {
    let excerpt = Excerpt(before: "2022;été;", marked: "12,5x", after: ";kWh")
    #expect(excerpt.text == "2022;été;12,5x;kWh")
    #expect(excerpt.caret == 10)
    #expect(underlined(excerpt) == "12,5x")
  }

  @Test func `the caret follows when what stands before is spelt out`() {
    let excerpt = Excerpt(before: "a\tb\t", marked: "c", after: "\td")
    #expect(excerpt.text == "a\\tb\\tc\\td")
    #expect(underlined(excerpt) == "c")
  }

  @Test func `a place far to the right is shown with what stands around it`() {
    let excerpt = Excerpt(
      before: String(repeating: "-", count: 5000), marked: "here",
      after: String(repeating: "+", count: 5000))
    #expect(excerpt.text.count == Excerpt.width)
    #expect(excerpt.text.hasPrefix("…---"))
    #expect(excerpt.text.hasSuffix("++…"))
    #expect(underlined(excerpt) == "here")
  }

  @Test func `the caret never leaves the excerpt`() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<300 {
      let sizes = (0..<3).map { _ in Int.random(in: 0...150, using: &generator) }
      let parts = sizes.map { String(repeating: "x\t", count: $0 / 2) }
      let excerpt = Excerpt(before: parts[0], marked: parts[1], after: parts[2])
      #expect(excerpt.text.count <= Excerpt.width)
      #expect(excerpt.caret >= 1 && excerpt.length >= 1)
      #expect(excerpt.caret + excerpt.length - 1 <= max(1, excerpt.text.count + 1))
    }
  }
}

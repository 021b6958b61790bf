/// Lines and columns of text.
public enum TextLayout {
  /// Text cut into lines at spaces; a word wider than a line is cut too, so that nothing sticks out.
  ///
  /// French punctuation stays with the word it belongs to.
  public static func wrap(_ text: String, _ width: Int, hanging: Int = 0) -> [String] {
    let indent = String(text.prefix { $0 == " " })
    let margin = String(repeating: " ", count: max(0, min(hanging, width / 2)))
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in words(of: text) {
      if !isEmpty, Self.width(of: line) + 1 + Self.width(of: word) > width {
        lines.append(line)
        line = margin
        isEmpty = true
      }
      if !isEmpty { line += " " }
      let pieces = cut(word, first: width - Self.width(of: line), others: width - margin.count)
      for piece in pieces.dropLast() {
        lines.append(line + piece)
        line = margin
      }
      line += pieces.last ?? ""
      isEmpty = false
    }
    if !isEmpty { lines.append(line) }
    return lines
  }

  /// How many columns of a terminal a text takes: East Asian letters and pictures take two.
  static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  /// The width of the longest word.
  static func longestWord(_ text: String) -> Int {
    words(of: text).map { width(of: $0) }.max() ?? 0
  }

  static func pad(_ text: String, _ width: Int, right: Bool) -> String {
    let missing = width - Self.width(of: text)
    if missing <= 0 { return text }
    let spaces = String(repeating: " ", count: missing)
    return right ? spaces + text : text + spaces
  }

  static func fromBottom(_ lines: [String], _ line: Int, _ height: Int) -> String {
    let place = line - (height - lines.count)
    return place >= 0 && place < lines.count ? lines[place] : ""
  }

  static func trimmed(_ text: String) -> String {
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)] == " " {
      end = text.index(before: end)
    }
    return String(text[..<end])
  }

  /// Words, with the marks that French sets apart kept at their side.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var opens = false
    for word in text.split(separator: " ") {
      let closes = [":", ";", "?", "!", "%"].contains(word) || word.hasPrefix("»")
      if let last = words.last, closes || opens {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
      opens = word == "«"
    }
    return words
  }

  private static func cut(_ word: String, first: Int, others: Int) -> [String] {
    if width(of: word) <= first { return [word] }
    var pieces: [String] = []
    var piece = ""
    var room = max(2, first)
    for character in word {
      let needed = isWide(character) ? 2 : 1
      if needed > room {
        pieces.append(piece)
        piece = ""
        room = max(2, others)
      }
      piece.append(character)
      room -= needed
    }
    return pieces + [piece]
  }

  private static func isWide(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

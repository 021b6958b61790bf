import Diagnostics

/// Text laid out in lines that fit a width.
enum Paragraphs {
  /// The width of help; a terminal of 80 columns shows it whole.
  static let width = 80

  /// Lines no wider than asked, indented; an empty line between paragraphs is kept.
  static func wrapped(
    _ text: String, indent: Int = 0, in language: Language, width: Int = width
  ) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for paragraph in spaced(text, in: language).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      var line = margin
      for word in paragraph.split(separator: " ") {
        if line.count > indent, line.count + 1 + word.count > width {
          lines.append(line)
          line = margin
        }
        if line.count > indent { line += " " }
        line += word
      }
      lines.append(line.count > indent ? line : "")
    }
    return lines
  }

  /// Terms in a column with their explanations beside them, or below when a term is too wide.
  static func definitions(
    _ items: [(term: String, text: String)], indent: Int = 2, column: Int = 24,
    in language: Language
  ) -> [String] {
    items.flatMap { item in
      let term = String(repeating: " ", count: indent) + item.term
      var lines = wrapped(item.text, indent: column, in: language)
      guard term.count + 2 <= column, let first = lines.first else { return [term] + lines }
      lines[0] =
        term + String(repeating: " ", count: column - term.count) + first.dropFirst(column)
      return lines
    }
  }

  /// French punctuation keeps to its word with a no-break space.
  static func spaced(_ text: String, in language: Language) -> String {
    if language != .french { return text }
    var result = ""
    var characters = text[...]
    while let character = characters.popFirst() {
      let next = characters.first
      let isBeforeMark = character == " " && next.map { ":;?!»".contains($0) } ?? false
      result += isBeforeMark || (character == " " && result.last == "«") ? "\u{A0}" : "\(character)"
    }
    return result
  }
}

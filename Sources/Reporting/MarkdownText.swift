import Diagnostics

/// Text in which nothing is taken for Markdown or HTML.
enum MarkdownText {
  /// A cell of a table, all of it plain.
  static func cell(_ text: String) -> String { escaped(VisibleText.escaped(text)) }

  /// A line of prose: what stands between two backticks is a command and stays one.
  static func line(_ text: String) -> String {
    let parts = VisibleText.escaped(text).split(separator: "`", omittingEmptySubsequences: false)
    // One backtick alone opens nothing.
    guard parts.count % 2 == 1 else { return plain(parts.joined(separator: "`")) }
    return parts.enumerated().map { place, part in
      place % 2 == 1 ? "`\(part)`" : plain(String(part), isFirst: place == 0)
    }.joined()
  }

  /// What opens a list or a heading does so at the beginning of a line only.
  private static func plain(_ text: String, isFirst: Bool = true) -> String {
    let text = escaped(text)
    guard isFirst, let first = text.unicodeScalars.first else { return text }
    if "-+#=~".unicodeScalars.contains(first) { return "\\" + text }
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text.dropFirst(digits.count)
    if !digits.isEmpty, rest.hasPrefix(".") || rest.hasPrefix(")") { return digits + "\\" + rest }
    return text
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "$": result += "\\".unicodeScalars
      case "&":
        result += "&amp;".unicodeScalars
        continue
      case "<":
        result += "&lt;".unicodeScalars
        continue
      case ">":
        result += "&gt;".unicodeScalars
        continue
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }
}

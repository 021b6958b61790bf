/// Text from outside, written so that it can be nothing else.
enum QuotedText {
  /// A YAML scalar between quotes.
  static func yaml(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": " "
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}

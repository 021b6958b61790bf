import Diagnostics

/// Text in which nothing is taken for marks.
enum HTMLText {
  /// All of it plain.
  static func plain(_ text: String) -> String { MarkupText.escaped(VisibleText.escaped(text)) }

  /// A line of prose: what stands between two backticks is a command.
  static func line(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // One backtick alone opens nothing.
    guard parts.count % 2 == 1 else { return plain(text) }
    return parts.enumerated().map { place, part in
      place % 2 == 1 ? "<code>\(plain(String(part)))</code>" : plain(String(part))
    }.joined()
  }
}

/// Long labels in few short lines.
enum TextWrapping {
  /// The text in at most some lines no wider than a width; what does not fit ends in `…`.
  static func lines(
    _ text: String, width: Double, size: Double, bold: Bool = false, limit: Int
  ) -> [String] {
    func fits(_ text: String) -> Bool { TextWidth.of(text, size: size, bold: bold) <= width }
    var lines: [String] = []
    var line = ""
    for word in words(text) {
      let joined = line.isEmpty ? word : line + " " + word
      if fits(joined) {
        line = joined
        continue
      }
      // One more line than allowed tells that the last one must be cut.
      if !line.isEmpty { lines.append(line) }
      if lines.count > limit { break }
      line = word
      while !fits(line), lines.count <= limit {
        let head = longestHead(of: line, fits)
        lines.append(head)
        line.removeFirst(head.count)
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > limit else { return lines }
    let rest = lines[(limit - 1)...].joined(separator: " ")
    return lines.prefix(limit - 1) + [cut(rest, fits)]
  }

  private static func words(_ text: String) -> [String] {
    // A no-break space keeps a number and its unit together.
    text.split { $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }.map(String.init)
  }

  /// At least one character, or wrapping would never end.
  private static func longestHead(of word: String, _ fits: (String) -> Bool) -> String {
    var head = String(word.prefix(1))
    for mark in word.dropFirst() {
      if !fits(head + String(mark)) { break }
      head.append(mark)
    }
    return head
  }

  private static func cut(_ text: String, _ fits: (String) -> Bool) -> String {
    var head = ""
    for mark in text {
      if !fits(head + String(mark) + "…") { break }
      head.append(mark)
    }
    while head.last?.isWhitespace ?? false { head.removeLast() }
    return head + "…"
  }
}

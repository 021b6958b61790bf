/// Lines and columns of text.
public enum TextLayout {
  /// Text cut into lines at spaces; a longer word stands alone and sticks out.
  public static func wrap(_ text: String, _ width: Int, hanging: Int = 0) -> [String] {
    let indent = String(text.prefix { $0 == " " })
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging)
        isEmpty = true
      }
      if !isEmpty { line += " " }
      line += word
      isEmpty = false
    }
    if !isEmpty { lines.append(line) }
    return lines
  }

  /// The width of the longest word.
  static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").map(\.count).max() ?? 0
  }

  static func pad(_ text: String, _ width: Int, right: Bool) -> String {
    let missing = width - text.count
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
}

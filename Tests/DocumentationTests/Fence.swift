/// A fenced block of a Markdown page.
struct Fence {
  /// The words after the three backticks.
  var info: [String]
  /// The lines between the fences.
  var lines: [String]
  /// Where these lines are among the lines of the page.
  var range: Range<Int>

  /// All fenced blocks of a page, in order.
  static func all(in page: String) -> [Fence] {
    var fences: [Fence] = []
    var open: (info: [String], start: Int)?
    let lines = Self.lines(of: page)
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      if let begun = open {
        let range = begun.start..<index
        fences.append(Fence(info: begun.info, lines: Array(lines[range]), range: range))
        open = nil
      } else {
        open = (line.dropFirst(3).split(separator: " ").map(String.init), index + 1)
      }
    }
    return fences
  }

  /// The lines of a text; a line end at its end begins no line.
  static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension Fence {
  /// A page in which these blocks hold other lines; the blocks are those of the page, in order.
  static func page(_ page: String, with fences: [Fence]) -> String {
    var lines = lines(of: page)
    for fence in fences.reversed() { lines.replaceSubrange(fence.range, with: fence.lines) }
    return lines.joined(separator: "\n") + "\n"
  }
}

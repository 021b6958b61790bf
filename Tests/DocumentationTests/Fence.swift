/// A fenced block of a Markdown page.
struct Fence {
  /// The words after the three backticks.
  var info: [String]
  /// The lines between the fences, without the indent of the block.
  var lines: [String]
  /// Where these lines are among the lines of the page.
  var range: Range<Int>
  /// The blanks before each line, in a list.
  var indent: String

  /// All fenced blocks of a page, in order.
  static func all(in page: String) -> [Fence] {
    var fences: [Fence] = []
    var open: Fence?
    let lines = lines(of: page)
    for (index, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }
      let text = line.dropFirst(indent.count)
      guard text.hasPrefix("```") else { continue }
      if var fence = open {
        fence.range = fence.range.lowerBound..<index
        fence.lines = lines[fence.range].map { String($0.dropFirst(fence.indent.count)) }
        fences.append(fence)
        open = nil
      } else {
        open = Fence(
          info: text.dropFirst(3).split(separator: " ").map(String.init), lines: [],
          range: (index + 1)..<(index + 1), indent: String(indent))
      }
    }
    return fences
  }

  /// A page in which these blocks hold other lines; the blocks are those of the page, in order.
  static func page(_ page: String, with fences: [Fence]) -> String {
    var lines = lines(of: page)
    for fence in fences.reversed() {
      lines.replaceSubrange(
        fence.range, with: fence.lines.map { $0.isEmpty ? "" : fence.indent + $0 })
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a text; a line end at its end begins no line.
  static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

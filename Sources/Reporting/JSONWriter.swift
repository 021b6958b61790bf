/// Writes JSON with numbers to the last digit and keys in the order given.
struct JSONWriter {
  private(set) var text = ""
  /// How many values each open object or array holds so far.
  private var counts: [Int] = []
  /// True right after a key, whose value stands on the same line.
  private var followsKey = false

  mutating func object(_ body: (inout JSONWriter) -> Void) { enclose("{", "}", body) }
  mutating func array(_ body: (inout JSONWriter) -> Void) { enclose("[", "]", body) }

  mutating func key(_ name: String, _ body: (inout JSONWriter) -> Void) {
    begin()
    text += Self.quoted(name) + ": "
    followsKey = true
    body(&self)
  }

  mutating func string(_ value: String) { write(Self.quoted(value)) }

  /// A number, as exact digits.
  mutating func number(_ digits: String) { write(digits) }

  mutating func null() { write("null") }

  mutating func flag(_ value: Bool) { write(value ? "true" : "false") }

  private mutating func write(_ value: String) {
    begin()
    text += value
  }

  private mutating func enclose(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void)
  {
    begin()
    text += open
    counts.append(0)
    body(&self)
    if counts.removeLast() > 0 { newline() }
    text += close
  }

  /// What stands between this value and the one before it.
  private mutating func begin() {
    if followsKey {
      followsKey = false
      return
    }
    guard let count = counts.last else { return }
    if count > 0 { text += "," }
    counts[counts.count - 1] = count + 1
    newline()
  }

  private mutating func newline() {
    text += "\n" + String(repeating: " ", count: counts.count)
  }

  static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}"..."\u{200F}",
        "\u{2028}"..."\u{202E}", "\u{2060}"..."\u{206F}", "\u{FEFF}":
        // Some readers end a line there, hide it or drop it.
        let hex = String(scalar.value, radix: 16, uppercase: false)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

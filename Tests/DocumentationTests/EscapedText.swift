/// Text of a block marked `escaped`, for bytes that a page cannot hold.
///
/// `\xE9` is a byte, `\0` NUL, `\t` a tab, `\r` a CR, `\n` an LF, `\\` a backslash; `a\{1000}` is a
/// thousand times the character before it.
enum EscapedText {
  /// The bytes a text stands for.
  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let code = rest.popFirst() else {
        bytes += Array(String(character).utf8)
        continue
      }
      switch code {
      case "x":
        if let byte = UInt8(rest.prefix(2), radix: 16) { bytes.append(byte) }
        rest = rest.dropFirst(2)
      case "{":
        let count = Int(rest.prefix { $0 != "}" }) ?? 1
        rest = rest.drop { $0 != "}" }.dropFirst()
        if let last = bytes.last { bytes += [UInt8](repeating: last, count: count - 1) }
      case "0": bytes.append(0)
      case "t": bytes.append(0x09)
      case "r": bytes.append(0x0D)
      case "n": bytes.append(0x0A)
      default: bytes += Array(String(code).utf8)
      }
    }
    return bytes
  }
}

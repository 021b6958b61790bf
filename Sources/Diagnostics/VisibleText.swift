/// Text from outside, made safe to show: nothing in it can move the cursor or reorder a line.
public enum VisibleText {
  /// Shows control, bidirectional and invisible characters as `\u{…}`.
  public static func escaped(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ !isHidden($0) }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        switch scalar {
        case "\t": result += "\\t"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        default: result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The first characters of a long text, with an ellipsis when it was cut.
  public static func shortened(_ text: String, to limit: Int = 60) -> String {
    let safe = escaped(text)
    return safe.count <= limit ? safe : String(safe.prefix(limit - 1)) + "…"
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x00AD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }
}

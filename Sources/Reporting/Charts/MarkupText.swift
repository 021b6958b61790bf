/// Text from outside made safe to stand in XML.
enum MarkupText {
  /// Marks become entities; what XML forbids or what turns text round becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe.append(contentsOf: "&amp;".unicodeScalars)
      case "<": safe.append(contentsOf: "&lt;".unicodeScalars)
      case ">": safe.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": safe.append(contentsOf: "&quot;".unicodeScalars)
      case "'": safe.append(contentsOf: "&#39;".unicodeScalars)
      default: safe.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return String(safe)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    case 0x7F...0x9F: false
    case 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

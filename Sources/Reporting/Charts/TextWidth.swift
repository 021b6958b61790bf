/// How wide a text will be, without asking any font.
///
/// The widths are those of DejaVu Sans, the widest of the fonts we name: with another one a
/// text is shorter than we think, never longer.
enum TextWidth {
  /// The width of a text in the units of the picture.
  static func of(_ text: String, size: Double, bold: Bool = false) -> Double {
    let widths = text.unicodeScalars.reduce(0) { $0 + width($1) }
    return widths * size * (bold ? 1.13 : 1)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "J", "'", "\u{202F}": 0.3
    case " ", ",", ".", ":", ";", "/", "|", "\\", "-", "’", "·", "\u{A0}": 0.35
    case "f", "t", "r", "(", ")", "[", "]", "!", "²", "³", "₂", "⁻": 0.41
    case "c", "s", "z", "?", "*", "_", "\"", "–": 0.55
    case "0"..."9", "a"..."l", "n"..."v", "x", "y", "€", "$": 0.64
    case "+", "−", "=", "<", ">", "×", "M", "w": 0.86
    case "m", "W", "%", "@", "…", "—": 1
    case "D", "G", "O", "Q", "&": 0.79
    case "A"..."Z": 0.75
    default: width(beyondTable: scalar)
    }
  }

  private static func width(beyondTable scalar: Unicode.Scalar) -> Double {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: 0
    case .otherNumber: 0.41
    // It will be written as U+FFFD.
    case .control: 1.1
    case .lowercaseLetter: scalar.value < 0x180 ? 0.64 : 0.8
    default: scalar.value < 0x2000 ? 0.85 : 1.1
    }
  }
}

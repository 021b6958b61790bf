/// Text reduced to what people mean when they type a name: no case, accents or outer spaces.
public enum FoldedText {
  /// Lower case ASCII where the letter has an ASCII base; spaces, underscores and hyphens are one.
  public static func fold(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var pendingSeparator = false
    for scalar in text.unicodeScalars {
      let folded: String
      switch scalar.value {
      case 0x41...0x5A: folded = String(Unicode.Scalar(UInt8(scalar.value + 0x20)))
      case 0x00...0x20, 0x2D, 0x5F, 0xA0, 0x2007, 0x2010...0x2015, 0x202F, 0xFEFF:
        pendingSeparator = !result.isEmpty
        continue
      case 0x27, 0x2018, 0x2019, 0x02BC, 0x60, 0xB4: folded = "'"
      case 0x300...0x36F: continue
      case 0x80...: folded = base(of: scalar)
      default: folded = String(scalar)
      }
      if pendingSeparator {
        result += "-"
        pendingSeparator = false
      }
      result += folded
    }
    return result
  }

  /// Letters with diacritics of the languages around us, by their base letter.
  private static func base(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
    case 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xD0, 0xF0, 0x10E...0x111: "d"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0x11C...0x123: "g"
    case 0x124...0x127: "h"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
    case 0x139...0x142: "l"
    case 0xD1, 0xF1, 0x143...0x148: "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
    case 0x152, 0x153: "oe"
    case 0x154...0x159: "r"
    case 0x15A...0x161: "s"
    case 0xDF: "ss"
    case 0x162...0x167: "t"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
    case 0x179...0x17E: "z"
    default: scalar.properties.lowercaseMapping
    }
  }
}

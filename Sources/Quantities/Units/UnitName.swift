/// The two forms names are compared in: as spelled, and regardless of case.
///
/// Both fold what keyboards and encodings vary without meaning anything: accents, superscript and
/// subscript digits, kinds and numbers of spaces.
enum UnitName {
  /// The name with accents, typographic digits and spaces folded; case kept.
  static func folded(_ name: some StringProtocol) -> String {
    if isFolded(name) { return String(name) }
    var result = ""
    var hasSpace = false
    for scalar in name.unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}" {
        hasSpace = true
        continue
      }
      if hasSpace && !result.isEmpty { result += " " }
      hasSpace = false
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else {
        result += replacement(scalar)
      }
    }
    return result
  }

  /// True for plain ASCII with single spaces inside: nothing to fold.
  private static func isFolded(_ name: some StringProtocol) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in name.utf8 {
      if byte >= 0x80 || byte == 0x09 || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// A folded name in lower case.
  static func lowercased(_ folded: String) -> String {
    if !folded.utf8.contains(where: { (0x41...0x5A).contains($0) }) { return folded }
    return String(decoding: folded.utf8.map(lowercased), as: UTF8.self)
  }

  /// A folded name with all but its first letter in lower case.
  static func headed(_ folded: String) -> String {
    guard let first = folded.utf8.first else { return folded }
    return String(
      decoding: [first] + folded.utf8.dropFirst().map(lowercased), as: UTF8.self)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func replacement(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "à", "â", "ä": "a"
    case "À", "Â", "Ä": "A"
    case "é", "è", "ê", "ë": "e"
    case "É", "È", "Ê", "Ë": "E"
    case "î", "ï": "i"
    case "Î", "Ï": "I"
    case "ô", "ö": "o"
    case "Ô", "Ö": "O"
    case "ù", "û", "ü": "u"
    case "Ù", "Û", "Ü": "U"
    case "ç": "c"
    case "Ç": "C"
    case "²", "₂": "2"
    case "³": "3"
    case "’": "'"
    case "·", "⋅", "×": "."
    case "\u{300}", "\u{301}", "\u{302}", "\u{308}", "\u{327}": ""  // accents set apart (NFD)
    default: String(scalar)
    }
  }
}

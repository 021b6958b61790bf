/// The lines of a document, for excerpts and for the places libyaml only knows in bytes.
struct SourceLines {
  private let bytes: [UInt8]
  private var ranges: [Range<Int>] = []

  /// Splits where libyaml does: LF, CR, CRLF and the three line ends of Unicode.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      let width = Self.lineEnd(bytes, index)
      if width > 0 {
        ranges.append(start..<index)
        start = index + width
      }
      index += max(1, width)
    }
    ranges.append(start..<bytes.count)
  }

  /// How many characters into a line its beginning is sure to go.
  static let shown = 2000

  /// The beginning of a line, counted from 0, without its end.
  func beginning(_ line: Int) -> String? {
    guard ranges.indices.contains(line) else { return nil }
    // No character has more than four bytes.
    return String(decoding: bytes[ranges[line]].prefix(5 * Self.shown), as: UTF8.self)
  }

  /// The line and the column, in Unicode scalars and both counted from 0, of a wrong byte.
  ///
  /// libyaml names the byte at which a character broke off; the place is where it began.
  func place(ofWrongByte wrong: Int) -> (Int, Int) {
    let window = max(0, wrong - 3)..<min(wrong, bytes.count)
    let lead = window.last { bytes[$0] >= 0xC0 }
    let isWhole = lead.map {
      String(validating: bytes[$0..<min(wrong, bytes.count)], as: UTF8.self) != nil
    }
    let offset = isWhole == false ? lead ?? wrong : wrong
    let line = ranges.lastIndex { $0.lowerBound <= offset } ?? 0
    let start = ranges[line].lowerBound
    let before = bytes[start..<min(max(start, offset), bytes.count)]
    return (line, String(decoding: before, as: UTF8.self).unicodeScalars.count)
  }

  /// UTF-16 as UTF-8; libyaml reads both, an excerpt is only shown in one.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      isLittle
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func lineEnd(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case 0x0A: 1
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: bytes[index...].starts(with: [0xC2, 0x85]) ? 2 : 0
    case 0xE2:
      bytes[index...].starts(with: [0xE2, 0x80, 0xA8])
        || bytes[index...].starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
    default: 0
    }
  }
}

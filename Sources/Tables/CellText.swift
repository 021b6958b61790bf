#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The words in a cell, whatever wrote them.
public enum CellText {
  /// UTF-8 when the bytes are UTF-8, otherwise Windows-1252, which is what Excel writes in France.
  public static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // The library's own way to ask costs ten times as much for a short text.
    if isUTF8(bytes) { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text += scalar(windows1252: byte).utf8 }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// True when no byte is above 127.
  public static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
      if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
        return false
      }
      index += 8
    }
    while index < raw.count {
      if raw[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }

  /// True when the bytes are well-formed UTF-8, as Unicode's table 3-7 has it.
  public static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index < bytes.count {
      // Nearly all text is ASCII.
      if index + 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      let first = bytes[index]
      index += 1
      if first < 0x80 { continue }
      let length = encodedLength(first)
      guard length > 1, index + length - 1 <= bytes.count else { return false }
      let second: ClosedRange<UInt8> =
        switch first {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
      guard second.contains(bytes[index]) else { return false }
      for next in (index + 1)..<(index + max(1, length - 1)) where bytes[next] & 0xC0 != 0x80 {
        return false
      }
      index += length - 1
    }
    return true
  }

  /// A piece of a line to be shown: what is UTF-8 as UTF-8, every other byte as Windows-1252.
  ///
  /// `isCut` says that the piece may end in the middle of a character; that half is left out.
  static func line(_ bytes: ArraySlice<UInt8>, isCut: Bool) -> String {
    var text = ""
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = max(1, encodedLength(bytes[index]))
      if isCut, length > bytes.endIndex - index { break }
      let end = min(index + length, bytes.endIndex)
      if let character = String(validating: bytes[index..<end], as: UTF8.self) {
        text += character
        index = end
      } else {
        text.unicodeScalars.append(scalar(windows1252: bytes[index]))
        index += 1
      }
    }
    return text
  }

  private static func encodedLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// True when the words hold a character that was lost before they came here.
  public static func isDamaged(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isASCII(bytes) { return false }
    if !isUTF8(bytes) { return bytes.contains { scalar(windows1252: $0) == "\u{FFFD}" } }
    return isDamagedUTF8(bytes)
  }

  /// The same for bytes that are UTF-8.
  public static func isDamagedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard var rest = bytes.baseAddress else { return false }
    let end = rest + bytes.count
    while end - rest >= 3, let found = memchr(rest, 0xEF, end - rest - 2) {
      let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      if place[1] == 0xBF, place[2] == 0xBD { return true }
      rest = place + 1
    }
    return false
  }

  /// The character a byte stands for in Windows-1252; the five unused codes give U+FFFD.
  static func scalar(windows1252 byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upperHalf[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }

  private static let upperHalf: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}

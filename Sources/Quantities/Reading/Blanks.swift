/// Blank bytes as files have them: ASCII, U+00A0 (also the single byte of Windows-1252), U+202F.
enum Blanks {
  /// The length in bytes of the space that begins at `index`, 0 when there is none.
  @inline(__always)
  static func width(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0xA0: 1
    case 0xC2: index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF ? 3 : 0
    default: 0
    }
  }

  /// The range of `bytes` without the blanks and tabs at both ends.
  @inline(__always)
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end {
      // Digits and signs come first in nearly every cell: one comparison settles them.
      if bytes[start] > 0x20 && bytes[start] < 0x80 { break }
      let length = bytes[start] == 0x09 ? 1 : width(bytes, at: start, end: end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let last = bytes[end - 1]
      if last > 0x20 && last < 0x80 { break }
      if last == 0xAF, end - start >= 3, width(bytes, at: end - 3, end: end) == 3 {
        end -= 3
      } else if last == 0xA0, end - start >= 2, bytes[end - 2] == 0xC2 {
        end -= 2
      } else if last == 0x20 || last == 0x09 || last == 0xA0 {
        end -= 1
      } else {
        break
      }
    }
    return start..<end
  }
}

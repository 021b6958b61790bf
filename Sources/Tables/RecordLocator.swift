import Diagnostics

/// Finds lines, columns and excerpts of what has gone by, by reading it again at its offset.
struct RecordLocator {
  let source: ByteSource
  let dialect: Dialect

  /// How far back the beginning of a line is looked for; beyond it, columns mean nothing to anyone.
  private static let reach = 1 << 20
  /// More bytes of a line than an excerpt can show.
  private static let shown = 4 * Excerpt.width

  /// The place of a byte.
  func location(byteAt offset: Int, line: Int) -> Location {
    location(lineStart: startOfLine(before: offset), from: offset, to: offset + 1, line: line)
  }

  /// The place of a field of a record, or of the whole record when no field is named.
  func location(recordAt offset: Int, line: Int, field: Int?) -> Location {
    guard let field else { return wholeLine(at: offset, line: line) }
    let bytes = source.bytes(at: offset, count: 1 << 16)
    var index = 0
    var place = 0
    var quoted = false
    var currentLine = line
    var lineStart = 0
    while index < bytes.count, place < field {
      let byte = bytes[index]
      if byte == 0x22 {
        quoted.toggle()
      } else if !quoted, byte == dialect.delimiter {
        place += 1
      } else if isLineEnd(byte) {
        if !quoted { break }
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        currentLine += 1
        lineStart = index + 1
      }
      index += 1
    }
    guard place == field, index < bytes.count || field == 0 else {
      return wholeLine(at: offset, line: line)
    }
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    var end = index
    quoted = false
    while end < bytes.count, !isLineEnd(bytes[end]) {
      if bytes[end] == 0x22 { quoted.toggle() }
      if !quoted, bytes[end] == dialect.delimiter { break }
      end += 1
    }
    while end > index, isBlank(bytes[end - 1]) { end -= 1 }
    return location(
      lineStart: offset + lineStart, from: offset + index, to: offset + end, line: currentLine)
  }

  private func wholeLine(at offset: Int, line: Int) -> Location {
    let text = text(from: offset, byteCount: Self.shown)
    return Location(
      file: source.name, line: line, column: 1,
      excerpt: Excerpt(before: "", marked: text, after: ""))
  }

  /// Without the beginning of the line, the place is the line and the excerpt what stands around.
  private func location(lineStart: Int?, from: Int, to: Int, line: Int) -> Location {
    let start = lineStart ?? max(0, from - Self.shown)
    let before = text(from: start, byteCount: from - start)
    let marked = text(from: from, byteCount: min(to - from, Self.shown))
    let after = text(from: to, byteCount: Self.shown)
    return Location(
      file: source.name, line: line, column: lineStart == nil ? 0 : before.count + 1,
      excerpt: Excerpt(before: before, marked: marked, after: after))
  }

  /// The text from an offset to the end of its line, no further than so many bytes.
  private func text(from offset: Int, byteCount: Int) -> String {
    guard byteCount > 0 else { return "" }
    let line = source.bytes(at: offset, count: byteCount).prefix { !isLineEnd($0) }
    return CellText.line(line, isCut: line.count == byteCount)
  }

  private func startOfLine(before offset: Int) -> Int? {
    var end = offset
    while end > 0 {
      if offset - end >= Self.reach { return nil }
      let start = max(0, end - 4096)
      let bytes = source.bytes(at: start, count: end - start)
      if let found = bytes.lastIndex(where: isLineEnd) { return start + found + 1 }
      end = start
    }
    // The byte order mark is not a character of the first line.
    return source.bytes(at: 0, count: 3) == [0xEF, 0xBB, 0xBF] ? min(3, offset) : 0
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == 0x20 || byte == 0x09) && byte != dialect.delimiter
  }
}

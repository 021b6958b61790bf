import Diagnostics

/// Finds lines, columns and excerpts of what has gone by, by reading it again at its offset.
struct RecordLocator {
  let source: ByteSource
  let dialect: Dialect

  /// As much of a line as an excerpt may show around a column.
  private static let excerptWidth = 100

  /// The place of a byte.
  func location(byteAt offset: Int, line: Int, length: Int = 1) -> Location {
    let lineStart = startOfLine(before: offset)
    return location(
      lineStart: lineStart, from: offset, to: offset + length, line: line)
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
      } else if byte == 0x0A {
        if !quoted { break }
        currentLine += 1
        lineStart = index + 1
      }
      index += 1
    }
    guard place == field else { return wholeLine(at: offset, line: line) }
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    var end = index
    quoted = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x22 { quoted.toggle() }
      if byte == 0x0A || byte == 0x0D { break }
      if !quoted, byte == dialect.delimiter { break }
      end += 1
    }
    while end > index, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return location(
      lineStart: offset + lineStart, from: offset + index, to: offset + max(end, index),
      line: currentLine)
  }

  private func wholeLine(at offset: Int, line: Int) -> Location {
    let text = excerpt(from: offset, byteCount: Self.excerptWidth * 4)
    return Location(
      file: source.name, line: line, column: 1, length: max(1, min(text.count, Self.excerptWidth)),
      excerpt: VisibleText.shortened(text, to: Self.excerptWidth))
  }

  private func location(lineStart: Int, from: Int, to: Int, line: Int) -> Location {
    let before = excerpt(from: lineStart, byteCount: from - lineStart)
    let marked = excerpt(from: from, byteCount: min(to - from, 400))
    let after = excerpt(from: max(to, from), byteCount: Self.excerptWidth * 4)
    let column = before.count + 1
    let length = max(1, min(marked.count, Self.excerptWidth))
    let text = before + marked + after
    if column + length <= Self.excerptWidth {
      return Location(
        file: source.name, line: line, column: column, length: length,
        excerpt: VisibleText.shortened(text, to: Self.excerptWidth))
    }
    // A cell far to the right: the excerpt begins a little before it, and says so.
    let shown = "…" + String(before.suffix(40)) + marked + after
    return Location(
      file: source.name, line: line, column: column, length: length,
      excerpt: VisibleText.shortened(shown, to: Self.excerptWidth))
  }

  /// The text from an offset to the end of its line, no further than so many bytes.
  private func excerpt(from offset: Int, byteCount: Int) -> String {
    guard byteCount > 0 else { return "" }
    let bytes = source.bytes(at: offset, count: min(byteCount, 1 << 16))
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    return Array(line).withUnsafeBufferPointer { CellText.string($0) }
  }

  private func startOfLine(before offset: Int) -> Int {
    let reach = min(offset, 4096)
    let bytes = source.bytes(at: offset - reach, count: reach)
    guard let end = bytes.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      // The byte order mark is not a character of the first line.
      return offset - reach + (offset == reach && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }
    return offset - reach + end + 1
  }
}

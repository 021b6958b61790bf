import Tables

/// Words of the official file without what repeated exports left around them.
enum BaseCarboneText {
  /// The words of a cell.
  static func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if bytes.isEmpty { return "" }
    let text = CellText.string(bytes)
    guard let first = bytes.first, let last = bytes.last else { return text }
    return first <= 0x22 || last <= 0x20 || bytes.contains(0x22) ? clean(text) : text
  }

  /// Literal outer quotes stripped, runs of quotes made one, blanks at both ends removed.
  ///
  /// Each export quotes what is quoted already: `"""Bière """"spéciale"""" (5°)"""` is
  /// `Bière "spéciale" (5°)`. Outer quotes are a wrapping only if every quote inside was doubled
  /// once more than they were; `"Bio" et "local"` and `écran 5"` keep theirs.
  static func clean(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let whole = trimmed(bytes[...])
    let wrapping = min(
      whole.prefix { $0 == quote }.count, whole.reversed().prefix { $0 == quote }.count)
    var inside = whole
    if wrapping > 1, wrapping == whole.count { return "" }
    if wrapping > 0, whole.count >= 2 * wrapping {
      let candidate = whole.dropFirst(wrapping).dropLast(wrapping)
      if shortestRun(candidate) > wrapping { inside = trimmed(candidate) }
    }
    var result: [UInt8] = []
    result.reserveCapacity(inside.count)
    for byte in inside where byte != quote || result.last != quote { result.append(byte) }
    return String(decoding: result, as: UTF8.self)
  }

  private static let quote = UInt8(ascii: "\"")

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return bytes[start..<end]
  }

  /// The shortest run of quotes; as long as can be when there is none.
  private static func shortestRun(_ bytes: ArraySlice<UInt8>) -> Int {
    var shortest = Int.max
    var run = 0
    for byte in bytes {
      if byte == quote {
        run += 1
      } else if run > 0 {
        shortest = min(shortest, run)
        run = 0
      }
    }
    return run > 0 ? min(shortest, run) : shortest
  }
}

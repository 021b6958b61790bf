/// How a text file separates its fields, and where its first record begins.
public struct Dialect: Sendable {
  /// The delimiter: `;` `,` TAB or `|`.
  public var delimiter: UInt8
  /// Where the header begins: after a byte order mark and a `sep=` line.
  var start: Int
  /// The line the header begins on.
  var line: Int

  static let candidates: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]

  /// Chooses the delimiter from the header and the consistency of the first records.
  ///
  /// The header decides first: the delimiter under which most cells are known names. Among equals,
  /// the one under which most of the first lines have as many fields as the header.
  /// `headerWithin` is how many lines down the header may be, for files that begin with others.
  static func detect(
    in sample: [UInt8], headerWithin reach: Int = 1, isKnownName: (String) -> Bool
  ) -> Dialect {
    var start = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    if let declared = declaredDelimiter(in: sample, from: start) {
      return Dialect(delimiter: declared.delimiter, start: declared.next, line: 2)
    }
    while start < sample.count, isLineEnd(sample[start]) {
      if sample[start] == 0x0A || (sample[start] == 0x0D && !follows(0x0A, start, sample)) {
        line += 1
      }
      start += 1
    }
    var best = (score: (-1, -1), delimiter: candidates[0])
    for delimiter in candidates {
      let (named, widths) = firstLines(
        of: sample, from: start, delimiter: delimiter, named: reach, limit: max(20, reach))
      let counts = named.map { line in line.count { isKnownName($0) } }
      let known = counts.max() ?? 0
      let width = counts.firstIndex(of: known).map { widths[$0] } ?? 0
      // A delimiter under which every line is blank explains the file too: there is nothing in it.
      let consistent = width == 1 ? 0 : max(1, widths.count { $0 == width })
      let score = (known, consistent)
      if score > best.score { best = (score, delimiter) }
      // Where it makes several names and nothing else, no other can make more.
      if reach == 1, known > 1, known == width { break }
    }
    return Dialect(delimiter: best.delimiter, start: start, line: line)
  }

  /// The `sep=;` line some programs write for Excel.
  private static func declaredDelimiter(in sample: [UInt8], from start: Int)
    -> (delimiter: UInt8, next: Int)?
  {
    let prefix: [UInt8] = [0x73, 0x65, 0x70, 0x3D]
    let lower = sample[start...].prefix(4).map { $0 | 0x20 }
    guard lower.count == 4, lower.elementsEqual(prefix.map { $0 | 0x20 }) else { return nil }
    guard start + 4 < sample.count, candidates.contains(sample[start + 4]) else { return nil }
    var next = start + 5
    guard next == sample.count || isLineEnd(sample[next]) else { return nil }
    if next < sample.count, sample[next] == 0x0D, follows(0x0A, next, sample) { next += 1 }
    return (sample[start + 4], min(next + 1, sample.count))
  }

  private static func follows(_ byte: UInt8, _ index: Int, _ sample: [UInt8]) -> Bool {
    index + 1 < sample.count && sample[index + 1] == byte
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The first records, split well enough to count their fields, and to name those of the very first.
  private static func firstLines(
    of sample: [UInt8], from start: Int, delimiter: UInt8, named: Int, limit: Int
  ) -> (named: [[String]], widths: [Int]) {
    var (names, widths): ([[String]], [Int]) = ([], [])
    var fields: [String] = []
    var field: [UInt8] = []
    var (width, isBlank, isQuoted) = (1, true, false)
    func endField() {
      guard names.count < named else { return }
      fields.append(field.withUnsafeBufferPointer { CellText.string($0) })
      field.removeAll(keepingCapacity: true)
    }
    func endLine() {
      endField()
      if !isBlank {
        widths.append(width)
        if names.count < named { names.append(fields) }
      }
      fields.removeAll(keepingCapacity: true)
      (width, isBlank) = (1, true)
    }
    for byte in sample[start...] {
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted, byte == delimiter {
        endField()
        width += 1
      } else if !isQuoted, isLineEnd(byte) {
        endLine()
        if widths.count == limit { return (names, widths) }
      } else {
        if byte != 0x20, byte != 0x09 { isBlank = false }
        if names.count < named { field.append(byte) }
      }
    }
    if widths.isEmpty { endLine() }
    return (names, widths)
  }
}

/// The index of a release, searched as it lies: no word is made into a string.
struct ReleaseIndex {
  /// What a line says of its element.
  struct Entry {
    var identifier: String
    var offset: Int
    var stages: [Int]
    var isArchived: Bool
  }

  private let bytes: [UInt8]

  /// Nil when the bytes are no index of this format.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: ReleaseIndexWriter.header.utf8) else { return nil }
    self.bytes = bytes
  }

  /// The element with an identifier.
  func entry(named identifier: String) -> Entry? {
    let wanted = Array((identifier + "\t").utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var found: Entry?
      eachLine(of: bytes) { line in
        if found == nil, line.count > wanted.count,
          bytes[line.lowerBound..<(line.lowerBound + wanted.count)].elementsEqual(wanted)
        {
          found = entry(line, bytes)
        }
      }
      return found
    }
  }

  /// The elements that all the words point to, the closest first; archived ones after the others.
  func search(_ texts: [String]) -> [Entry] {
    let wanted = texts.flatMap(ReleaseIndexWriter.words)
    if wanted.isEmpty { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      var found: [(score: Int, place: Int, line: Range<Int>)] = []
      eachLine(of: bytes) { line in
        if let score = score(line, bytes, wanted) { found.append((score, found.count, line)) }
      }
      found.sort { ($0.score, $0.place) < ($1.score, $1.place) }
      return found.compactMap { entry($0.line, bytes) }
    }
  }

  private func eachLine(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void
  ) {
    var start = ReleaseIndexWriter.header.utf8.count
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x0A {
        body(start..<index)
        start = index + 1
      }
      index += 1
    }
  }

  private func entry(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Entry? {
    let cells = bytes[line].split(separator: 0x09, omittingEmptySubsequences: false)
    guard cells.count == 6, let offset = Int(String(decoding: cells[1], as: UTF8.self)) else {
      return nil
    }
    let stages = cells[2].split(separator: 0x2C).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    return Entry(
      identifier: String(decoding: cells[0], as: UTF8.self), offset: offset, stages: stages,
      isArchived: cells[3].first == UInt8(ascii: "a"))
  }

  /// Lower is closer; nil when a word is found nowhere.
  private func score(
    _ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ wanted: [[UInt8]]
  ) -> Int? {
    var tabs: [Int] = []
    tabs.reserveCapacity(5)
    for index in line where bytes[index] == 0x09 { tabs.append(index) }
    guard tabs.count == 5 else { return nil }
    let name = (tabs[3] + 1)..<tabs[4]
    let others = (tabs[4] + 1)..<line.upperBound
    let identifier = bytes[line.lowerBound..<tabs[0]]
    var score = bytes[tabs[2] + 1] == UInt8(ascii: "a") ? 100 : 0
    for word in wanted {
      if identifier.elementsEqual(word) { continue }
      let inName = closeness(of: word, in: name, bytes)
      if inName == 0 { continue }
      guard
        let best = [inName, closeness(of: word, in: others, bytes).map { $0 + 3 }]
          .compactMap(\.self).min()
      else { return nil }
      score += best
    }
    let length = bytes[name].count { $0 == 0x20 }
    return score * 1000 + min(999, length)
  }

  /// 0 for a whole word, 1 for its beginning, 2 for a part of it when the word is long enough.
  private func closeness(
    of word: [UInt8], in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var best: Int?
    guard let first = word.first, range.count >= word.count else { return nil }
    var index = range.lowerBound
    let last = range.upperBound - word.count
    while index <= last {
      if bytes[index] == first, matches(word, at: index, bytes) {
        let begins = bytes[index - 1] == 0x20
        let end = index + word.count
        if begins, end == range.upperBound || bytes[end] == 0x20 { return 0 }
        if begins { best = 1 } else if best == nil, word.count > 3 { best = 2 }
      }
      index += 1
    }
    return best
  }

  private func matches(_ word: [UInt8], at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool
  {
    for offset in 0..<word.count where bytes[index + offset] != word[offset] { return false }
    return true
  }
}

import TestSupport
import Testing

@testable import Inventory

/// Whatever instructions there are, a word is found when it was learned, and no other one is.
@Suite struct CellWordsTests {
  typealias Pair = [[UInt8]]

  /// Rows of two cells between other ones, as the file has them or with places of their own.
  private struct Table {
    var bytes = [UInt8](repeating: 0x2A, count: 16)
    var ends: [Int32] = [15]

    init(_ rows: [Pair]) {
      for row in rows {
        for cell in [Array("x".utf8), row[0], Array("y".utf8), row[1]] {
          bytes += cell
          ends.append(Int32(bytes.count))
          bytes.append(0x3B)
        }
      }
      // Something to be mistaken for a part of the last cell.
      bytes += [UInt8](repeating: 0x61, count: 128)
    }

    func forEachBatch(isPlain: Bool, _ body: (Int, RowBatch) -> Void) {
      var first = 0
      let rows = (ends.count - 1) / 4
      // Few at the end, so that no other cell makes up for what is wrong with one.
      var sizes = [64, 1, 2, 3, 63, 5, 64, 64].makeIterator()
      let room = UnsafeMutablePointer<Int32>.allocate(capacity: 4 * 64 * 2)
      defer { room.deallocate() }
      bytes.withUnsafeBufferPointer { bytes in
        ends.withUnsafeBufferPointer { ends in
          guard let bytes = bytes.baseAddress, let ends = ends.baseAddress else { return }
          while first < rows {
            let count = min(rows - first, sizes.next() ?? 1 + first % 2)
            let place = ends + 1 + 4 * first
            body(
              first,
              isPlain
                ? RowBatch(bytes, ends: place, columns: 4, count: count)
                : RowBatch(
                  quoted: bytes, ends: place, columns: 4, count: count, isDoubled: false, room: room
                ))
            first += count
          }
        }
      }
    }
  }

  private static func learn(_ pairs: [Pair], tag: CellWords.Tag, in words: inout CellWords) {
    Table(pairs).forEachBatch(isPlain: true) { first, batch in
      for row in 0..<batch.count {
        words.learn(batch[row, 1], batch[row, 3], tag: tag, value: Int64(first + row))
      }
    }
  }

  /// Cells of every length that means something, and what differs from them in one byte.
  private static func cells(_ lengths: [Int], _ random: inout SplitMix64) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    for length in lengths {
      // No quote and no CR: these are taken off.
      let cell = (0..<length).map { _ in UInt8.random(in: 0x23...0xFF, using: &random) }
      cells.append(cell)
      if length == 0 { continue }
      for place in [0, length / 2, length - 1] {
        var other = cell
        other[place] = other[place] == 0x62 ? 0x63 : 0x62
        cells.append(other)
      }
      // A tag and a zero are what stands behind the second cell.
      cells.append(Array(cell.dropLast()) + [1])
    }
    return cells
  }

  private static func pairs(_ seed: UInt64) -> [Pair] {
    var random = SplitMix64(seed: seed)
    let firsts = cells(
      [0, 1, 2, 7, 8, 16, 31, 32, 33, 62, 63, 64, 65, 127, 128, 200, 255, 256, 257, 300, 511, 513],
      &random)
    let seconds = cells([0, 1, 8, 15, 16, 29, 30, 31, 32, 33, 64, 200, 256, 260, 300], &random)
    var pairs = firsts.map { [$0, []] } + seconds.map { [[], $0] }
    // What is left of a long cell, if of its length only some bits were looked at.
    for cell in firsts where cell.count > 63 {
      for rest in [cell.count & 63, cell.count & 255] {
        pairs += [[Array(cell.prefix(rest)), [0x63]], [cell, [0x63]], [cell, [0x64]]]
        pairs += [[[0x63], Array(cell.prefix(rest))], [[0x63], cell], [[0x64], cell]]
      }
    }
    for _ in 0..<2000 {
      pairs.append([random.pick(firsts) ?? [], random.pick(seconds) ?? []])
    }
    var seen = Set<Pair>()
    return pairs.filter { seen.insert($0).inserted }
  }

  @Test(arguments: CellWords.Instructions.usable, [true, false])
  func `known words are found, and others are not`(
    _ instructions: CellWords.Instructions, _ isPlain: Bool
  ) {
    for seed in 0..<3 as Range<UInt64> {
      let pairs = Self.pairs(seed)
      let known = pairs.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        .filter { $0.allSatisfy { $0.count <= CellWords.longest } }
      var words = CellWords(by: instructions)
      Self.learn(known, tag: .place, in: &words)
      let values = Dictionary(
        uniqueKeysWithValues: known.enumerated().map { ($0.element, Int64($0.offset)) })
      #expect(words.count == known.count)
      var (atOnce, wrong) = (0, 0)
      let found = UnsafeMutablePointer<Int64>.allocate(capacity: 64)
      defer { found.deallocate() }
      Table(pairs).forEachBatch(isPlain: isPlain) { first, batch in
        words.withView { view in
          let (firsts, seconds) = (batch.column(1), batch.column(3))
          let others = view.look(batch, firsts, seconds, tag: .measure, into: found)
          if others != 0 { wrong += 1 }
          let bits = view.look(batch, firsts, seconds, tag: .place, into: found)
          if batch.count < 64, bits >> UInt64(batch.count) != 0 { wrong += 1 }
          for row in 0..<batch.count {
            let expected = values[pairs[first + row]]
            if bits >> UInt64(row) & 1 != 0 {
              atOnce += 1
              if found[row] != expected { wrong += 1 }
            }
            let value = view.value(batch[row, 1], batch[row, 3], tag: .place)
            if value != expected ?? CellWords.unknown { wrong += 1 }
          }
        }
      }
      #expect(wrong == 0, "seed \(seed)")
      // Those of at most 63 and 30 bytes are found at once, but for a few that want the same place.
      let short = known.count { $0[0].count <= 63 && $0[1].count <= 30 }
      #expect(atOnce > short * 8 / 10 && atOnce <= short, "seed \(seed): \(atOnce) of \(short)")
    }
  }

  /// What is like a word and none: one byte is another one, or it is shorter or longer, by as much as may be lost
  /// when a length is cut.
  private static func strangers(_ cell: [UInt8]) -> [[UInt8]] {
    var strangers = cell.indices.map { place in
      var other = cell
      other[place] ^= 1
      return other
    }
    strangers.append(Array(cell.dropLast()))
    for more in [1, 32, 64, 128, 256, 512] {
      strangers.append(cell + [UInt8](repeating: 0x62, count: more))
    }
    return strangers.filter { $0 != cell }
  }

  /// Where every word is where it is looked for first, whole batches are told at once.
  @Test(arguments: CellWords.Instructions.usable, [31, 63])
  func `one stranger among known words`(_ instructions: CellWords.Instructions, _ longest: Int) {
    var random = SplitMix64(seed: UInt64(longest))
    func cell(_ most: Int) -> [UInt8] {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        UInt8.random(in: 0x41...0x7A, using: &random)
      }
    }
    let lengths = [0, 1, 16, 30, 31, 32, 62, 63].filter { $0 <= longest }
    var known = lengths.map { [[UInt8](repeating: 0x61, count: $0), [0x61]] }
    known += (0..<12).map { [[0x21 + UInt8($0)] + cell(longest - 1), cell(30)] }
    // In the table a cell of one letter stands between the two.
    let joined = known.map { [$0[0] + Array(";y".utf8), []] }
    var words = CellWords(by: instructions)
    Self.learn(known, tag: .measure, in: &words)
    Self.learn(known.map { [$0[0], []] }, tag: .tags, in: &words)
    Self.learn(joined, tag: .joinedPlace, in: &words)

    let found = UnsafeMutablePointer<Int64>.allocate(capacity: 64)
    defer { found.deallocate() }
    #expect(words.withView { $0.isAtHome })
    var wrong = 0
    /// Looks at rows of which one is not known, at a place; -1 where all are.
    func look(_ rows: [Pair], stranger: Int, _ tag: CellWords.Tag, _ expected: [Int64]) {
      Table(rows).forEachBatch(isPlain: true) { first, batch in
        if first > 0 { return }
        let (column, none) = (batch.column(1), batch.column(-1))
        let bits = words.withView { view in
          switch tag {
          case .measure: view.look(batch, column, batch.column(3), tag: tag, into: found)
          case .tags: view.look(batch, column, none, tag: tag, into: found)
          default: view.look(batch, batch.joined(1, 2), none, tag: tag, into: found)
          }
        }
        let all = ~UInt64(0) >> UInt64(64 - batch.count)
        if bits != (stranger < 0 ? all : all & ~(1 << UInt64(stranger))) { wrong += 1 }
        for row in 0..<batch.count where row != stranger && found[row] != expected[row] {
          wrong += 1
        }
      }
    }
    for (place, word) in known.enumerated() {
      // As many rows as there are: nothing else makes up for what is wrong with one.
      let count = [9, 1, 64][place % 3]
      let rows = (0..<count).map { ($0 * 7 + place) % known.count }
      let stranger = place % count
      for tag in [CellWords.Tag.measure, .tags, .joinedPlace] {
        // What is too long for a word is never found at once.
        let isFit = tag != .joinedPlace || rows.allSatisfy { known[$0][0].count <= 61 }
        let expected = rows.map { Int64($0) }
        var pairs = rows.map { known[$0] }
        if isFit { look(pairs, stranger: -1, tag, expected) }
        for other in Self.strangers(word[0]) where !known.contains(where: { $0[0] == other }) {
          pairs[stranger] = [other, word[1]]
          if isFit { look(pairs, stranger: stranger, tag, expected) }
        }
        if tag != .measure { continue }
        for other in Self.strangers(word[1]) where !known.contains([word[0], other]) {
          pairs[stranger] = [word[0], other]
          look(pairs, stranger: stranger, tag, expected)
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: CellWords.Instructions.usable)
  func `a column that is not there is an empty one`(_ instructions: CellWords.Instructions) {
    var words = CellWords(by: instructions)
    Self.learn([[Array("a".utf8), []]], tag: .tags, in: &words)
    let found = UnsafeMutablePointer<Int64>.allocate(capacity: 64)
    defer { found.deallocate() }
    Table([[Array("a".utf8), Array("b".utf8)]]).forEachBatch(isPlain: true) { _, batch in
      let (first, second, none) = (batch.column(1), batch.column(3), batch.column(-1))
      words.withView { view in
        #expect(view.look(batch, first, none, tag: .tags, into: found) == 1)
        #expect(found[0] == 0)
        #expect(view.look(batch, first, second, tag: .tags, into: found) == 0)
        #expect(view.look(batch, none, none, tag: .tags, into: found) == 0)
      }
    }
  }

  @Test(arguments: CellWords.Instructions.usable, [true, false])
  func `how many cells are alike`(_ instructions: CellWords.Instructions, _ isPlain: Bool) {
    for length in [0, 1, 10, 30, 31, 32, 33, 70] {
      let cell = [UInt8](repeating: 0x61, count: length)
      for other in [cell + [0x61], Array(cell.dropLast()), Array(cell.dropLast()) + [0x62]]
      where other != cell {
        for place in 1..<64 {
          let rows = (0..<64).map { [$0 == place ? other : cell, []] }
          Table(rows).forEachBatch(isPlain: isPlain) { first, batch in
            if first > 0 { return }
            let alike = batch.alike(1, from: 0, by: instructions)
            #expect(alike == (length > 31 && instructions != .swift ? 1 : place))
            if place < 62 {
              let behind = batch.alike(1, from: place + 1, by: instructions)
              #expect(behind == (length > 31 && instructions != .swift ? 1 : 63 - place))
            }
          }
        }
      }
    }
  }

  @Test func `which values change`() {
    var random = SplitMix64(seed: 7)
    let values = UnsafeMutablePointer<Int64>.allocate(capacity: 68)
    defer { values.deallocate() }
    for count in 1...64 {
      for place in 0..<68 { values[place] = Int64.random(in: 0...1, using: &random) << 33 }
      var expected: UInt64 = 0
      for row in 0..<(count - 1) where values[row] != values[row + 1] { expected |= 1 << row }
      #expect(RowBatch.changes(values, count) == expected)
    }
  }
}

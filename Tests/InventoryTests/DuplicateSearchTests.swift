import TestSupport
import Testing

@testable import Inventory
@testable import Tables

/// What was there before is found, whether rows are looked up alone or many at once, as far as the limit goes.
@Suite struct DuplicateSearchTests {
  @Test(arguments: [0, 1, 63, 64, 700, 1000, 5000, 60_000, Int.max])
  func `copies are those that a set knows`(_ limit: Int) {
    for seed in 0..<3 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var search = DuplicateSearch(limit: limit)
      var seen = Set<UInt64>()
      var (found, expected) = (0, 0)
      for number in 0..<70_000 {
        // One in ten comes from a few, so that it is there already, soon; 0 stands for nothing in the table.
        let hash =
          random.next() % 10 == 0
          ? (random.next() % 1000) &* 0x9E37_79B9_7F4A_7C15 : random.next()
        let isNew = seen.insert(hash).inserted
        if number < limit, !isNew { expected += 1 }
        if search.isDuplicate(hash) { found += 1 }
      }
      #expect(found == expected, "seed \(seed)")
      #expect(search.stoppedAfter == (limit < 70_000 ? limit : nil))
      #expect(search.isOpen == (limit > 70_000))
    }
  }

  @Test(arguments: [0, 1, 63, 64, 700, 1000, 5000, 60_000, Int.max])
  func `many at once are what they are one by one`(_ limit: Int) {
    for seed in 0..<3 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var rows: [(hash: UInt64, place: RecordPlace)] = []
      for number in 0..<70_000 {
        let isOld = random.next() % 10 == 0
        let hash = isOld ? random.next() % 500 : random.next()
        rows.append((hash, RecordPlace(run: 0, firstEnd: Int32(number), fields: 1)))
        // Beside each other, too.
        if random.next() % 50 == 0, let last = rows.last { rows.append(last) }
      }
      var (alone, together) = (DuplicateSearch(limit: limit), DuplicateSearch(limit: limit))
      let expected = rows.filter { alone.isDuplicate($0.hash) }.map(\.place.firstEnd)
      var copies: [RecordPlace] = []
      var first = 0
      while first < rows.count {
        let end = min(rows.count, first + Int(random.next() % 300))
        together.findCopies(rows[first..<end], into: &copies)
        first = end
      }
      #expect(copies.map(\.firstEnd) == expected, "seed \(seed)")
      #expect(together.stoppedAfter == alone.stoppedAfter && together.count == alone.count)
    }
  }
}

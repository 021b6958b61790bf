import Tables

/// Finds rows that are the same word for word, by a 64-bit hash a row.
struct DuplicateSearch {
  private var seen: [UInt64]
  private var count = 0
  private var isStopped = false
  private let limit: Int

  /// Looks through the first rows of a file, up to a limit.
  init(limit: Int) {
    self.limit = limit
    seen = [UInt64](repeating: 0, count: 1024)
  }

  /// How many rows were looked through before the search stopped; nil while it goes on.
  var stoppedAfter: Int? { isStopped ? limit : nil }

  /// True when the same row was there before.
  mutating func isDuplicate(_ record: Record) -> Bool {
    if count >= limit {
      isStopped = true
      return false
    }
    count += 1
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<record.count {
      hash = (hash ^ Interner.hash(record.field(index))) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    if hash == 0 { hash = 1 }
    if count * 8 > seen.count * 7 { grow() }
    var slot = Int(truncatingIfNeeded: hash) & (seen.count - 1)
    while seen[slot] != 0 {
      if seen[slot] == hash { return true }
      slot = (slot + 1) & (seen.count - 1)
    }
    seen[slot] = hash
    return false
  }

  private mutating func grow() {
    let old = seen
    seen = [UInt64](repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 {
      var slot = Int(truncatingIfNeeded: hash) & (seen.count - 1)
      while seen[slot] != 0 { slot = (slot + 1) & (seen.count - 1) }
      seen[slot] = hash
    }
  }
}

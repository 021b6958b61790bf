import Tables

/// Finds rows that are the same word for word, by a 64-bit hash a row.
struct DuplicateSearch {
  private var seen: [UInt64]
  private(set) var count = 0
  private var isStopped = false
  private let limit: Int

  /// Looks through the first rows of a file, up to a limit.
  init(limit: Int) {
    self.limit = limit
    seen = [UInt64](repeating: 0, count: 1024)
  }

  /// How many rows were looked through before the search stopped; nil while it goes on.
  var stoppedAfter: Int? { isStopped ? limit : nil }

  /// True while rows are still looked at.
  var isOpen: Bool { count < limit }

  /// True when the same row was there before.
  mutating func isDuplicate(_ record: Record) -> Bool {
    if !isOpen {
      isStopped = true
      return false
    }
    return isDuplicate(Self.hash(record))
  }

  /// Rows went by after the limit.
  mutating func skip() { isStopped = true }

  /// True when a row of the same hash was there before.
  mutating func isDuplicate(_ hash: UInt64) -> Bool {
    if !isOpen {
      isStopped = true
      return false
    }
    count += 1
    let hash = hash == 0 ? 1 : hash
    if count * 8 > seen.count * 7 { grow() }
    return !Self.insert(hash, into: &seen)
  }

  private static func insert(_ hash: UInt64, into slots: inout [UInt64]) -> Bool {
    var slot = Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot += 1
      if slot == slots.count { slot = 0 }
    }
    slots[slot] = hash
    return true
  }

  private mutating func grow() {
    let old = seen
    // The last step makes room for the limit and no more.
    let enough = limit > 1 << 40 ? Int.max : limit * 8 / 7 + 2
    seen = [UInt64](repeating: 0, count: min(old.count * 2, max(enough, old.count + 2)))
    for hash in old where hash != 0 { _ = Self.insert(hash, into: &seen) }
  }

  /// The hash of a row.
  static func hash(_ record: Record) -> UInt64 {
    var hash = seed
    for index in 0..<record.count {
      let field = record.field(index)
      hash = mix(hash, field.baseAddress, field.count)
    }
    return hash
  }

  /// The hash of a row without cells.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a row with one cell more: eight bytes at a time, the same in every run.
  @inline(__always)
  static func mix(_ hash: UInt64, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> UInt64 {
    var hash = (hash ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    guard let bytes else { return hash ^ hash >> 32 }
    let raw = UnsafeRawPointer(bytes)
    var index = 0
    while index + 8 <= count {
      hash =
        (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
        &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      index += 8
    }
    var last: UInt64 = 0
    while index < count {
      last = last << 8 | UInt64(bytes[index])
      index += 1
    }
    hash = (hash ^ last) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}

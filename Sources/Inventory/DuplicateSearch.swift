import Tables

/// Finds rows that are the same word for word, by a hash a row: 64 bits of it, or 40 once a search with a limit
/// has gone so far that more would take too much room.
///
/// Of half a million rows that all differ, one is then taken for a copy once in a million times.
struct DuplicateSearch {
  private var seen = HashSlots(count: 1024)
  private(set) var count = 0
  private var isStopped = false
  private let limit: Int

  /// Looks through the first rows of a file, up to a limit.
  init(limit: Int) { self.limit = limit }

  /// How many rows were looked through before the search stopped; nil while it goes on.
  var stoppedAfter: Int? { isStopped ? limit : nil }

  /// True while rows are still looked at.
  var isOpen: Bool { count < limit }

  /// Rows went by after the limit.
  mutating func skip() { isStopped = true }

  /// True when a row of the same hash was there before.
  mutating func isDuplicate(_ hash: UInt64) -> Bool {
    if !isOpen {
      isStopped = true
      return false
    }
    count += 1
    makeRoom(for: 0)
    return !seen.insert(hash)
  }

  /// Looks so many rows up at once, and adds the places of those that were there before.
  mutating func findCopies(
    _ rows: ArraySlice<(hash: UInt64, place: RecordPlace)>, into copies: inout [RecordPlace]
  ) {
    rows.withUnsafeBufferPointer { rows in
      var first = 0
      while first < rows.count {
        let some = first..<min(rows.count, first + 64)
        first = some.upperBound
        if count + some.count > limit {
          for row in rows[some] where isDuplicate(row.hash) { copies.append(row.place) }
          continue
        }
        makeRoom(for: some.count)
        count += some.count
        seen.withView {
          Self.findCopies(UnsafeBufferPointer(rebasing: rows[some]), among: $0, into: &copies)
        }
      }
    }
  }

  /// The same for up to 64 rows, for which there is room.
  private static func findCopies(
    _ rows: UnsafeBufferPointer<(hash: UInt64, place: RecordPlace)>, among seen: HashSlots.View,
    into copies: inout [RecordPlace]
  ) {
    // Places are far apart in memory: asked for one behind the other they come together, before they are
    // needed; as long as nothing is decided by what is in one.
    var free: UInt64 = 0
    for number in rows.indices {
      let there = seen[seen.slot(of: rows[number].hash)]
      // 1 for 0, and 0 for all else.
      let isFree = (~there & (there &- 1)) &>> 63
      free |= isFree &<< UInt64(truncatingIfNeeded: number)
    }
    for number in rows.indices {
      let kept = seen.kept(rows[number].hash)
      var slot = seen.slot(of: rows[number].hash)
      // What was free may have been taken by one of these.
      let isFree = free &>> UInt64(truncatingIfNeeded: number) & 1 != 0
      if !isFree || seen[slot] != 0 { slot = seen.place(of: kept, from: slot) }
      if seen[slot] != 0 { copies.append(rows[number].place) }
      seen.put(kept, in: slot)
    }
  }

  private mutating func makeRoom(for more: Int) {
    while (count + more) * 4 > seen.count * 3 { grow() }
  }

  private mutating func grow() {
    // To what the limit needs, and no further; the last step is a long one, because every table that
    // is left behind adds to the peak.
    let last = limit > 1 << 40 ? Int.max : limit * 4 / 3 + 2
    var size = min(last, seen.count * 2)
    if last < Int.max {
      size = last
      while size > seen.count * 64 { size = (size + 1) / 2 }
    }
    var larger = HashSlots(count: size, isNarrow: size == last)
    seen.move(to: &larger)
    seen = larger
  }

  /// The hash of a row: of its cells with the delimiter between them, as a file without quotes has
  /// them.
  static func hash(_ record: Record, delimiter: UInt8) -> UInt64 {
    hash(record.count, delimiter) { record.field($0) }
  }

  /// The same for cells that lie anywhere.
  @inline(__always)
  static func hash(
    _ count: Int, _ delimiter: UInt8, _ cell: (Int) -> UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    var length = 0
    for index in 0..<count { length += cell(index).count + 3 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { room in
      guard var next = room.baseAddress else { return hash(nil, 0) }
      let first = next
      func append(_ byte: UInt8) {
        next.pointee = byte
        next += 1
      }
      for index in 0..<count {
        if index > 0 { append(delimiter) }
        let bytes = cell(index)
        // A delimiter inside a cell is none between two.
        var isQuoted = false
        for byte in bytes where byte == delimiter || byte == 0x22 { isQuoted = true }
        if isQuoted { append(0x22) }
        if let base = bytes.baseAddress {
          next.update(from: base, count: bytes.count)
          next += bytes.count
        }
        if isQuoted { append(0x22) }
      }
      return hash(UnsafePointer(first), next - first)
    }
  }

  /// The hash of bytes: sixteen at a time, the same in every run.
  static func hash(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> UInt64 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: count)
    guard let bytes else { return hash }
    let raw = UnsafeRawPointer(bytes)
    var index = 0
    while index + 16 <= count {
      let first = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      let second = raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self).littleEndian
      let product = (hash ^ first).multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
      hash = product.high ^ product.low
      index += 16
    }
    if index + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = product.high ^ product.low
    }
    var last: UInt64 = 0
    if count >= 8 {
      // Some of these bytes were there before; that does no harm.
      last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self).littleEndian
    } else {
      for index in 0..<count { last = last << 8 | UInt64(bytes[index]) }
    }
    let product = (hash ^ last ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

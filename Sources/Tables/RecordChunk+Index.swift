extension RecordChunk {
  /// Finds the records that begin between two places of the source, `start` being one's first byte.
  func index(from start: Int, until limit: Int) {
    end = start
    lines = 0
    isLast = false
    segments.removeAll(keepingCapacity: true)
    ends.count = 0
    recordEnds.count = 0
    // Whoever reads eight bytes that end where a field does may read before the first one.
    store.reserve(16)
    store.count = 16
    storedEnds.count = 0
    cursor.run = -1
    isEven = true
    var others = 0
    while end < limit, !isLast {
      scan(from: end - window.offset, until: limit - window.offset)
      if end >= limit { return }
      others += 1
      // Where libcsv has to be asked all the time, asking record by record is the slower way.
      askLibrary(goOn: others > 32 && others > recordEnds.count / 4, until: limit)
    }
  }

  /// Hands the next record to libcsv, or all of them up to a limit.
  private func askLibrary(goOn: Bool, until limit: Int) {
    arbiter.restart(at: end, line: lines)
    repeat {
      var other = Other(offset: end, line: lines)
      switch arbiter.next() {
      case .end:
        isLast = true
        return
      case .fault(let fault):
        if case .deviceFailed(_, let line) = fault {
          isLast = true
          other.failedLine = line
        }
      case .record(let record):
        other.offset = record.offset
        other.line = record.line
        keep(record, in: &other)
      }
      let next = arbiter.nextRecord()
      end = next.offset
      lines = next.line
      if segments.isEmpty || segments[segments.count - 1].hasOther {
        beginSegment(at: 0, line: other.line)
      }
      segments[segments.count - 1].hasOther = true
      segments[segments.count - 1].other = other
    } while goOn && end < limit && !isLast
  }

  private func keep(_ record: Record, in other: inout Other) {
    other.fields = record.count
    storedEnds.append(Int32(store.count) - 1)
    other.firstEnd = storedEnds.count
    Self.keep(record, dialect.delimiter, in: &store, &storedEnds)
  }

  /// Both buffers are borrowed once: whoever asks the object for them field by field is asked in turn, each
  /// time, whether nobody else has them.
  private static func keep(
    _ record: Record, _ delimiter: UInt8, in store: inout GrowingBuffer<UInt8>,
    _ ends: inout GrowingBuffer<Int32>
  ) {
    for place in 0..<record.count {
      let field = record.field(place)
      store.reserve(field.count + 1)
      if let base = field.baseAddress {
        (store.base + store.count).update(from: base, count: field.count)
      }
      store.count += field.count
      ends.append(Int32(store.count))
      store.append(delimiter)
    }
    // Whoever reads many bytes of a field at a time reads beyond the last one.
    store.reserve(Window.padding)
  }

  private func beginSegment(at position: Int, line: Int) {
    ends.append(Int32(position - 1))
    segments.append(
      Segment(
        firstRecord: recordEnds.count, lastRecord: recordEnds.count, firstEnd: ends.count,
        line: line))
  }

  /// Finds regular records from a place of the window on, and stops before the first other one.
  private func scan(from position: Int, until limit: Int) {
    guard position >= 0, position < window.count else { return }
    beginSegment(at: position, line: lines)
    // A byte ends a field at most, and places are written sixteen at a time.
    let most = window.count - position + 2 * ByteMasks.block
    ends.reserve(most)
    recordEnds.reserve(most)
    var scanner = Scanner(
      bytes: UnsafePointer(window.bytes), count: window.count, limit: limit,
      delimiter: dialect.delimiter, width: width, instructions: instructions, masks: masks,
      ends: ends.base, recordEnds: recordEnds.base, endCount: ends.count,
      recordCount: recordEnds.count, firstRecord: recordEnds.count, firstEnd: ends.count,
      recordStart: position, isEven: isEven)
    scanner.scan()
    isEven = scanner.isEven
    let last = segments.count - 1
    lines += scanner.feedsTaken
    end = window.offset + scanner.recordStart
    let hasRecords = scanner.recordCount > segments[last].firstRecord
    ends.count =
      hasRecords
      ? Int(recordEnds.base[scanner.recordCount - 1] & ~RecordRun.special) : segments[last].firstEnd
    recordEnds.count = scanner.recordCount
    segments[last].lastRecord = scanner.recordCount
  }

  /// How many line feeds lie between two places of the window.
  func lineFeeds(from start: Int, to end: Int) -> Int {
    var count = 0
    var index = start
    let bytes = window.bytes
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    while index + 8 <= end {
      let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
      let other = word ^ 0x0A0A_0A0A_0A0A_0A0A
      // The high bit of each byte that is zero, and of no other.
      count += (~(((other & low) &+ low) | other | low)).nonzeroBitCount
      index += 8
    }
    while index < end {
      if bytes[index] == 0x0A { count += 1 }
      index += 1
    }
    return count
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads records one after the other through libcsv, knowing where each begins.
///
/// libcsv knows no lines and no offsets. It is fed one physical line at a time, so a record begins
/// at the line that finds the parser between records; columns are looked up later, from the offset,
/// for the few rows that a finding is about.
struct RecordReader: ~Copyable {
  private let source: ByteSource
  private let parser: CSVParser
  private let chunk: UnsafeMutableRawBufferPointer
  private var chunkOffset: Int
  private var chunkCount = 0
  private var position = 0
  private var line: Int
  private var atEnd = false
  private var failed = false
  /// Blanks before the first field leave libcsv between records, so the parser alone cannot tell.
  private var atLineStart = true
  /// The last chunk ended in a CR that was not counted: it may be half of a CRLF.
  private var carriageAtEdge = false
  /// Nothing was read since it went on from another place: perhaps one record is all that is wanted.
  private var isFresh = false
  private var record: QuoteWalk.Place
  private var nulInRecord: QuoteWalk.Place?

  /// `piece` is how many bytes are asked of the source at a time.
  init(_ source: ByteSource, dialect: Dialect, piece: Int = 1 << 16) {
    self.source = source
    parser = CSVParser(delimiter: dialect.delimiter)
    chunk = .allocate(byteCount: piece, alignment: 64)
    chunkOffset = dialect.start
    line = dialect.line
    record = QuoteWalk.Place(offset: dialect.start, line: dialect.line)
  }

  deinit { chunk.deallocate() }

  enum Step {
    case record(Record)
    case fault(RecordFault)
    case end
  }

  /// The next record, valid until the next call, or the next fault.
  mutating func next() -> Step {
    parser.buffer.pointee.reset()
    while true {
      if position == chunkCount {
        if failed { return .fault(.deviceFailed(offset: chunkOffset + position, line: line)) }
        if atEnd { return finish() }
        refill()
        continue
      }
      if atLineStart, parser.isBetweenRecords {
        record = QuoteWalk.Place(offset: chunkOffset + position, line: line)
        nulInRecord = nil
      } else if chunkOffset + position - record.offset > RecordBuffer.recordLimit {
        return .fault(recoverFromExcess())
      }
      if let step = feedLine() { return step }
    }
  }

  /// Goes on from another place, where a record begins.
  mutating func restart(at offset: Int, line: Int) {
    parser.abandonRecord()
    move(to: QuoteWalk.Place(offset: offset, line: line))
    isFresh = true
  }

  /// So many bytes hold nearly any record.
  private static let first = 512

  /// Where the next record begins, once a record or a fault has been handed over.
  mutating func nextRecord() -> QuoteWalk.Place {
    if carriageAtEdge {
      // The last byte may be half of a CRLF; its other half belongs to the record gone by.
      var next: UInt8 = 0
      let offset = chunkOffset + position
      let isFeed =
        withUnsafeMutableBytes(of: &next) { source.read(at: offset, into: $0) } == 1
        && next == 0x0A
      return QuoteWalk.Place(offset: offset + (isFeed ? 1 : 0), line: line + 1)
    }
    return QuoteWalk.Place(offset: chunkOffset + position, line: line)
  }

  private mutating func refill() {
    chunkOffset += chunkCount
    position = 0
    chunkCount = 0
    let piece = UnsafeMutableRawBufferPointer(rebasing: chunk.prefix(isFresh ? Self.first : .max))
    isFresh = false
    guard let count = source.read(at: chunkOffset, into: piece) else {
      failed = true
      return
    }
    chunkCount = count
    atEnd = count == 0
    if carriageAtEdge, count > 0, chunk[0] != 0x0A { line += 1 }
    carriageAtEdge = false
  }

  /// Feeds up to the next line end or the end of the chunk.
  private mutating func feedLine() -> Step? {
    guard let base = chunk.baseAddress else { return .end }
    let start = base + position
    let (length, endsLine) = lineLength(start, chunkCount - position)
    let piece = UnsafeRawBufferPointer(start: start, count: length)
    let pieceOffset = chunkOffset + position
    if nulInRecord == nil, let nul = memchr(start, 0, length) {
      let distance = UnsafeRawPointer(nul) - UnsafeRawPointer(start)
      nulInRecord = QuoteWalk.Place(offset: pieceOffset + distance, line: line)
    }
    let outcome = parser.feed(piece)
    position += length
    let here = line
    if endsLine { line += 1 }
    carriageAtEdge = !endsLine && chunk[position - 1] == 0x0D
    atLineStart = endsLine || carriageAtEdge
    switch outcome {
    case .parsed:
      return parser.buffer.pointee.isComplete ? completed() : nil
    case .strayQuote(let consumed):
      return .fault(recoverFromStrayQuote(at: pieceOffset + consumed, line: here))
    case .tooLong:
      return .fault(recoverFromExcess())
    }
  }

  /// The length of the line that begins here, its end included, and whether the end was seen.
  private func lineLength(_ start: UnsafeMutableRawPointer, _ available: Int) -> (Int, Bool) {
    let feed = memchr(start, 0x0A, available)
    let limit = feed.map { UnsafeRawPointer($0) - UnsafeRawPointer(start) } ?? available
    if let carriage = memchr(start, 0x0D, limit) {
      let place = UnsafeRawPointer(carriage) - UnsafeRawPointer(start)
      if place == limit - 1, feed != nil { return (limit + 1, true) }
      // A CR at the very end of the chunk may be half of a CRLF; the LF then begins the next
      // chunk and is taken as part of this line's end.
      if place == available - 1 { return (available, false) }
      return (place + 1, true)
    }
    return feed == nil ? (available, false) : (limit + 1, true)
  }

  private func completed() -> Step {
    if let nul = nulInRecord { return .fault(.nulByte(offset: nul.offset, line: nul.line)) }
    let buffer = parser.buffer.pointee
    return .record(
      Record(
        offset: record.offset, line: record.line, count: buffer.count,
        bytes: UnsafePointer(buffer.bytes), ends: UnsafePointer(buffer.ends)))
  }

  private mutating func finish() -> Step {
    if parser.isBetweenRecords { return .end }
    if parser.finish() { return parser.buffer.pointee.isComplete ? completed() : .end }
    return .fault(recoverFromExcess())
  }

  /// A quote opened on an earlier line and closed here in the middle of a word is one that was
  /// never closed where it should have been: the lines between are rows, and are read again.
  private mutating func recoverFromStrayQuote(at offset: Int, line stray: Int) -> RecordFault {
    parser.abandonRecord()
    if stray > record.line, offset - record.offset <= Self.reach,
      let opened = walk(upTo: offset).opened, opened.line < stray, !isQuote(at: offset)
    {
      resume(after: opened)
      return .unclosedQuote(offset: opened.offset, line: opened.line)
    }
    if !atLineStart { skipToLineEnd() }
    return .strayQuote(offset: offset, line: stray, lines: stray - record.line + 1)
  }

  /// A field or a record beyond its limit, or the end of the file inside quotes: an open quote when
  /// one is open, else something simply too long.
  private mutating func recoverFromExcess() -> RecordFault {
    parser.abandonRecord()
    let walk = walk(upTo: record.offset + Self.reach)
    if walk.isOpen, let opened = walk.opened {
      resume(after: opened)
      return .unclosedQuote(offset: opened.offset, line: opened.line)
    }
    if let end = walk.end { move(to: end) } else { resume(after: record) }
    return .fieldTooLong(offset: record.offset, line: record.line)
  }

  /// How far back a record is walked again to find the quote that is open.
  private static let reach = 2 * RecordBuffer.fieldLimit + (1 << 16)

  private func walk(upTo offset: Int) -> QuoteWalk {
    let count = offset - record.offset
    let bytes = source.bytes(at: record.offset, count: count)
    return QuoteWalk(bytes, from: record, isCut: bytes.count == count)
  }

  private func isQuote(at offset: Int) -> Bool { source.bytes(at: offset, count: 1) == [0x22] }

  /// Reading resumes on the next line.
  private mutating func resume(after place: QuoteWalk.Place) {
    move(to: place)
    skipToLineEnd()
  }

  private mutating func move(to place: QuoteWalk.Place) {
    chunkOffset = place.offset
    chunkCount = 0
    position = 0
    line = place.line
    atEnd = false
    failed = false
    atLineStart = true
    carriageAtEdge = false
  }

  private mutating func skipToLineEnd() {
    while true {
      if let base = chunk.baseAddress, position < chunkCount {
        let (length, endsLine) = lineLength(base + position, chunkCount - position)
        position += length
        carriageAtEdge = !endsLine && chunk[position - 1] == 0x0D
        if endsLine { line += 1 }
        if endsLine || carriageAtEdge {
          atLineStart = true
          return
        }
      }
      if !failed && !atEnd { refill() }
      if failed || atEnd { return }
    }
  }
}

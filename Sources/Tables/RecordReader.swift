#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stopped one record from being read.
enum RecordFault {
  case strayQuote(offset: Int, line: Int, lines: Int)
  case unclosedQuote(offset: Int, line: Int)
  case fieldTooLong(offset: Int, line: Int)
  case nulByte(offset: Int, line: Int)
  case deviceFailed(offset: Int, line: Int)
}

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
  /// The last chunk ended in a CR that was not counted: it may be half of a CRLF.
  private var carriageAtEdge = false
  private var recordOffset = 0
  private var recordLine = 0
  private var nulInRecord: (offset: Int, line: Int)?

  init(_ source: ByteSource, dialect: Dialect) {
    self.source = source
    parser = CSVParser(delimiter: dialect.delimiter)
    chunk = .allocate(byteCount: 1 << 18, alignment: 64)
    chunkOffset = dialect.start
    line = dialect.line
  }

  deinit { chunk.deallocate() }

  enum Step {
    case record(Record)
    case fault(RecordFault)
    case end
  }

  /// The next record or fault. A record is valid until the next call.
  mutating func next() -> Step {
    parser.buffer.pointee.reset()
    while true {
      if position == chunkCount {
        if atEnd { return finish() }
        guard refill() else {
          return .fault(.deviceFailed(offset: chunkOffset + position, line: line))
        }
        continue
      }
      if parser.isBetweenRecords {
        recordOffset = chunkOffset + position
        recordLine = line
        nulInRecord = nil
      }
      if let step = feedLine() { return step }
    }
  }

  private mutating func refill() -> Bool {
    chunkOffset += chunkCount
    position = 0
    chunkCount = 0
    guard let count = source.read(at: chunkOffset, into: chunk) else {
      atEnd = true
      return false
    }
    chunkCount = count
    atEnd = count == 0
    if carriageAtEdge, count > 0, chunk[0] != 0x0A { line += 1 }
    carriageAtEdge = false
    return true
  }

  /// Feeds up to the next line end or the end of the chunk.
  private mutating func feedLine() -> Step? {
    guard let base = chunk.baseAddress else { return .end }
    let start = base + position
    let (length, endsLine) = lineLength(start, chunkCount - position)
    let piece = UnsafeRawBufferPointer(start: start, count: length)
    if nulInRecord == nil, let nul = memchr(start, 0, length) {
      nulInRecord = (chunkOffset + position + (UnsafeRawPointer(nul) - UnsafeRawPointer(start)), line)
    }
    let outcome = parser.feed(piece)
    position += length
    let here = line
    if endsLine { line += 1 }
    carriageAtEdge = !endsLine && position == chunkCount && chunk[position - 1] == 0x0D
    switch outcome {
    case .parsed:
      guard parser.buffer.pointee.isComplete else { return nil }
      return completed()
    case .strayQuote(let consumed):
      let fault = RecordFault.strayQuote(
        offset: chunkOffset + position - length + consumed, line: here,
        lines: here - recordLine + 1)
      parser.abandonRecord()
      if !endsLine { skipToLineEnd() }
      return .fault(fault)
    case .tooLong:
      return .fault(recoverFromLongField())
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

  private mutating func completed() -> Step {
    if let nul = nulInRecord { return .fault(.nulByte(offset: nul.offset, line: nul.line)) }
    let buffer = parser.buffer.pointee
    return .record(
      Record(
        offset: recordOffset, line: recordLine, count: buffer.count,
        bytes: UnsafePointer(buffer.bytes), ends: UnsafePointer(buffer.ends)))
  }

  private mutating func finish() -> Step {
    if parser.isBetweenRecords { return .end }
    if parser.finish() {
      if parser.buffer.pointee.isComplete { return completed() }
      return .end
    }
    return .fault(recoverFromOpenQuote())
  }

  private mutating func skipToLineEnd() {
    while true {
      while position < chunkCount {
        let byte = chunk[position]
        position += 1
        if byte == 0x0A || (byte == 0x0D && !(position < chunkCount && chunk[position] == 0x0A)) {
          line += 1
          return
        }
      }
      if atEnd || !refill() || atEnd { return }
    }
  }

  /// A field beyond the limit is an open quote when a quote opened it, else simply too long.
  private mutating func recoverFromLongField() -> RecordFault {
    if let quote = openQuote() {
      resume(after: quote)
      return .unclosedQuote(offset: quote.offset, line: quote.line)
    }
    let fault = RecordFault.fieldTooLong(offset: recordOffset, line: recordLine)
    parser.abandonRecord()
    // The piece that overflowed may have ended its line already.
    if position == 0 || chunk[position - 1] != 0x0A { skipToLineEnd() }
    return fault
  }

  private mutating func recoverFromOpenQuote() -> RecordFault {
    guard let quote = openQuote() else {
      parser.abandonRecord()
      return .unclosedQuote(offset: recordOffset, line: recordLine)
    }
    resume(after: quote)
    return .unclosedQuote(offset: quote.offset, line: quote.line)
  }

  /// Reading resumes on the line after the one where the quote opened.
  private mutating func resume(after quote: (offset: Int, line: Int)) {
    parser.abandonRecord()
    chunkOffset = quote.offset
    chunkCount = 0
    position = 0
    line = quote.line
    atEnd = false
    skipToLineEnd()
  }

  /// Where the quote that is still open was opened, by walking the record again.
  private func openQuote() -> (offset: Int, line: Int)? {
    let bytes = source.bytes(at: recordOffset, count: 2 * RecordBuffer.fieldLimit + (1 << 16))
    var quoted = false
    var opened = (offset: recordOffset, line: recordLine)
    var walking = recordLine
    for (index, byte) in bytes.enumerated() {
      if byte == 0x22 {
        if !quoted { opened = (recordOffset + index, walking) }
        quoted.toggle()
      } else if byte == 0x0A
        || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
      {
        if !quoted && index > 0 { break }
        walking += 1
      }
    }
    return quoted ? opened : nil
  }
}

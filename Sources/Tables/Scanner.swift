#if arch(x86_64)
  import CScan
#endif

/// Finds regular records in a window: numbers and pointers only, and room for whatever it finds.
///
/// Nothing in here is asked of a class or an array: this loop sees every byte of a large file.
struct Scanner {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  /// Records that begin here or behind are somebody else's.
  let limit: Int
  let delimiter: UInt8
  /// How many fields a record should have.
  let width: Int
  let instructions: ByteMasks.Instructions
  /// Room for a batch.
  let masks: UnsafeMutablePointer<ByteMasks>
  /// Where each field ends, and where in `ends` each record ends: room for one a byte.
  let ends: UnsafeMutablePointer<Int32>
  let recordEnds: UnsafeMutablePointer<Int32>
  var endCount: Int
  var recordCount: Int
  /// The first record to be found, and where in `ends` its fields begin.
  let firstRecord: Int
  let firstEnd: Int
  /// Where the next record begins.
  var recordStart: Int
  /// Line feeds in the records found.
  var feedsTaken = 0
  /// `RecordRun.returned` once a carriage return was seen: most files have them at every line, or at none.
  var always: Int32 = 0
  /// False once a stretch was found not to have the same number of fields in every record.
  var isEven: Bool

  /// Blocks whose masks are found at once.
  static let batch = 8

  /// Scans up to the first record that is not regular, or to the limit.
  mutating func scan() {
    let size = ByteMasks.block
    let lastBlock = (count &+ size &- 1) / size
    var block = recordStart / size
    var state = ScanState()
    // What lies before the first record is no part of it.
    var from = ~UInt64(0) &<< UInt64(recordStart % size)
    state.afterStructural = 1 &<< UInt64(recordStart % size)
    var feeds = 0
    // What is known of the fields of the record that goes on.
    var marks: Int32 = 0
    var tried = 1
    while block < lastBlock {
      #if arch(x86_64)
        if from == ~0 {
          let next = scanPlain(from: block, &state, &feeds, &marks)
          // Where quotes are many, trying again at every block would be in vain.
          tried = next > block ? 1 : min(Self.batch, 2 &* tried)
          block = next
          if block >= lastBlock { return }
        }
      #endif
      let batch = min(tried, lastBlock &- block)
      ByteMasks.find(
        in: bytes + block &* size, blocks: batch, delimiter: delimiter, by: instructions,
        into: masks)
      for place in 0..<batch {
        let mask = masks[place]
        let base = (block &+ place) &* size
        let (structural, irregular, doubled) = state.step(mask, from: from)
        var taken = structural
        if irregular != 0 { taken &= (irregular & (0 &- irregular)) &- 1 }
        var records = taken & mask.lineFeed
        var isDone = irregular != 0
        if base &+ size >= limit, records != 0 {
          // The first record that ends at the limit or beyond is the last of this chunk.
          let low = max(0, limit &- 1 &- base)
          let late = low >= size ? 0 : records & (~UInt64(0) &<< UInt64(low))
          if late != 0 {
            let last = late & (0 &- late)
            taken &= last | (last &- 1)
            records &= last | (last &- 1)
            isDone = true
          }
        }
        var quotes: Int32 = mask.quote & from == 0 ? 0 : RecordRun.quoted
        if doubled != 0 { quotes |= RecordRun.doubled }
        if mask.carriageReturn & from != 0 { always = RecordRun.returned }
        if records != 0 {
          let upToLast = ~UInt64(0) &>> UInt64(records.leadingZeroBitCount)
          recordStart = base &+ size &- records.leadingZeroBitCount
          feedsTaken = feeds &+ (mask.lineFeed & from & upToLast).nonzeroBitCount
        }
        append(taken, records, base: Int32(truncatingIfNeeded: base), form: marks | quotes)
        if isDone { return }
        marks = records == 0 ? marks | quotes : quotes
        feeds &+= (mask.lineFeed & from).nonzeroBitCount
        from = ~0
      }
      block &+= batch
    }
  }

  #if arch(x86_64)
    /// Goes through blocks of which nothing but delimiters and line feeds has to be known, as far as
    /// they reach: returns the first that is none.
    private mutating func scanPlain(
      from block: Int, _ state: inout ScanState, _ feeds: inout Int, _ marks: inout Int32
    ) -> Int {
      // A block in which the chunk may end is looked at more closely.
      let last = min(limit &- 1, count) / ByteMasks.block
      guard state.isPlain, instructions.rawValue >= ByteMasks.Instructions.avx2.rawValue,
        block < last
      else { return block }
      var there = empreinte_scan_state(
        after_structural: state.afterStructural, after_blank: state.afterBlank,
        after_return: state.afterReturn, ends: Int64(endCount), records: Int64(recordCount),
        record_start: Int64(recordStart), feeds: Int64(feeds), feeds_taken: Int64(feedsTaken),
        mark: marks, always: always, when_returns: RecordRun.returned)
      var next = block
      if isEven { next = scanEven(from: block, to: last, &there) }
      if next == block {
        next =
          switch instructions {
          case .vbmi2:
            empreinte_plain_vbmi2(bytes, block, last, delimiter, &there, ends, recordEnds)
          case .avx512:
            empreinte_plain_avx512(bytes, block, last, delimiter, &there, ends, recordEnds)
          default: empreinte_plain_avx2(bytes, block, last, delimiter, &there, ends, recordEnds)
          }
      }
      state.afterStructural = there.after_structural
      state.afterBlank = there.after_blank
      state.afterReturn = there.after_return
      always = there.always
      endCount = Int(there.ends)
      recordCount = Int(there.records)
      recordStart = Int(there.record_start)
      feeds = Int(there.feeds)
      feedsTaken = Int(there.feeds_taken)
      marks = there.mark
      return next
    }

    /// The same where all records have as many fields as they should.
    ///
    /// The line feeds are held against that afterwards; where they do not agree, nothing was found, and the
    /// first block is returned.
    private mutating func scanEven(
      from block: Int, to last: Int, _ state: inout empreinte_scan_state
    ) -> Int {
      var there = state
      there.feeds = 0
      let next =
        instructions == .vbmi2
        ? empreinte_even_vbmi2(bytes, block, last, delimiter, &there, ends)
        : empreinte_even_avx2(bytes, block, last, delimiter, &there, ends)
      let firstEnd =
        recordCount > firstRecord
        ? Int(recordEnds[recordCount &- 1] & ~RecordRun.special) : firstEnd
      let records = (Int(there.ends) &- firstEnd) / width
      var (place, others) = (firstEnd &- 1, 0)
      for _ in 0..<records {
        place &+= width
        others &+= bytes[Int(ends[place])] == 0x0A ? 0 : 1
      }
      isEven = Int(there.feeds) == records && others == 0
      if !isEven { return block }
      let form = there.always
      var end = Int32(truncatingIfNeeded: firstEnd)
      for record in recordCount..<(recordCount &+ records) {
        end &+= Int32(truncatingIfNeeded: width)
        recordEnds[record] = end | form
      }
      if records > 0 {
        recordEnds[recordCount] |= there.mark
        there.mark = 0
        there.records &+= Int64(records)
        there.record_start = Int64(ends[place]) &+ 1
        there.feeds = state.feeds &+ Int64(records)
        there.feeds_taken = there.feeds
      } else {
        there.feeds = state.feeds
      }
      state = there
      return next
    }
  #endif

  /// Appends the places of the bits, and which of them end a record.
  @inline(__always)
  private mutating func append(
    _ taken: UInt64, _ records: UInt64, base: Int32, form: Int32
  ) {
    var records = records
    let special = always | form
    while records != 0 {
      let bit = records & (0 &- records)
      recordEnds[recordCount] =
        Int32(truncatingIfNeeded: endCount &+ (taken & (bit &- 1)).nonzeroBitCount &+ 1) | special
      recordCount &+= 1
      records ^= bit
    }
    write(taken, taken.nonzeroBitCount, base: base)
  }

  /// Appends the places of the bits, eight at a time: the usual block has six or seven.
  @inline(__always)
  private mutating func write(_ bits: UInt64, _ found: Int, base: Int32) {
    var rest = bits
    var out = ends + endCount
    endCount &+= found
    var left = found
    repeat {
      for index in 0..<8 {
        out[index] = base &+ Int32(truncatingIfNeeded: rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
      out += 8
      left &-= 8
    } while left > 0
  }
}

/// What the bytes before a block mean for it.
private struct ScanState {
  /// All ones when the byte before is inside quotes.
  var inside: UInt64 = 0
  /// One when the byte before is a structural, or the byte is the first of a record.
  var afterStructural: UInt64 = 0
  var afterClosing: UInt64 = 0
  var afterReturn: UInt64 = 0
  var afterBlank: UInt64 = 0

  /// True when the byte before is neither inside quotes nor a quote that closes.
  var isPlain: Bool { inside | afterClosing == 0 }

  /// Which bytes end a field, which show that a record is not regular, and which are the second of two quotes
  /// that stand for one.
  @inline(__always)
  mutating func step(
    _ mask: ByteMasks, from: UInt64
  ) -> (structural: UInt64, irregular: UInt64, doubled: UInt64) {
    let quote = mask.quote & from
    var within: UInt64 = 0
    if quote | inside != 0 {
      within = Self.prefixXor(quote) ^ inside
      inside = UInt64(bitPattern: Int64(bitPattern: within) >> 63)
    }
    let outside = from & ~within
    let structural = (mask.delimiter | mask.lineFeed) & outside
    let carriageReturn = mask.carriageReturn & outside
    let blank = mask.blank & outside
    let first = (structural << 1) | afterStructural
    let afterReturns = (carriageReturn << 1) | afterReturn
    let afterBlanks = (blank << 1) | afterBlank
    var irregular = mask.nul & from
    // A CR that is not half of a line's end, outside quotes or inside.
    irregular |= afterReturns & ~mask.lineFeed
    irregular |= mask.carriageReturn & from & within
    // A blank that libcsv would trim.
    irregular |= blank & first
    irregular |= afterBlanks & (structural | carriageReturn)
    var doubled: UInt64 = 0
    if quote | afterClosing != 0 {
      let closing = quote & ~within
      let afterQuotes = (closing << 1) | afterClosing
      doubled = quote & within & afterQuotes
      irregular |= quote & within & ~(first | doubled)
      irregular |= afterQuotes & ~(structural | carriageReturn | doubled)
      afterClosing = closing >> 63
    }
    afterStructural = structural >> 63
    afterReturn = carriageReturn >> 63
    afterBlank = blank >> 63
    return (structural, irregular, doubled)
  }

  /// Bit n is the parity of bits 0 to n.
  @inline(__always)
  private static func prefixXor(_ bits: UInt64) -> UInt64 {
    var result = bits
    result ^= result << 1
    result ^= result << 2
    result ^= result << 4
    result ^= result << 8
    result ^= result << 16
    result ^= result << 32
    return result
  }
}

/// Finds regular records in a window: numbers and pointers only, and room for whatever it finds.
///
/// Nothing in here is asked of a class or an array: this loop sees every byte of a large file.
struct Scanner {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  /// Records that begin here or behind are somebody else's.
  let limit: Int
  let delimiter: UInt8
  let instructions: ByteMasks.Instructions
  /// Room for a batch.
  let masks: UnsafeMutablePointer<ByteMasks>
  /// Where each field ends, and where in `ends` each record ends: room for one a byte.
  let ends: UnsafeMutablePointer<Int32>
  let recordEnds: UnsafeMutablePointer<Int32>
  var endCount: Int
  var recordCount: Int
  /// Where the next record begins.
  var recordStart: Int
  /// Line feeds in the records found.
  var feedsTaken = 0

  /// Set in the end of a record that may hold a quote, or a CR.
  static let special = Int32.min

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
    var marks: UInt64 = 0
    while block < lastBlock {
      let batch = min(Self.batch, lastBlock &- block)
      ByteMasks.find(
        in: bytes + block &* size, blocks: batch, delimiter: delimiter, by: instructions,
        into: masks)
      for place in 0..<batch {
        let mask = masks[place]
        let base = (block &+ place) &* size
        if from == ~0, base &+ size < limit, let structural = state.stepPlain(mask) {
          takePlain(structural, mask, base: base, feeds: feeds, &marks)
          feeds &+= Int(mask.counts &>> 8 & 0xFF)
          continue
        }
        let (structural, irregular) = state.step(mask, from: from)
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
        let special = (mask.quote | mask.carriageReturn) & from
        if records != 0 {
          let upToLast = ~UInt64(0) &>> UInt64(records.leadingZeroBitCount)
          recordStart = base &+ size &- records.leadingZeroBitCount
          feedsTaken = feeds &+ (mask.lineFeed & from & upToLast).nonzeroBitCount
        }
        append(
          taken, records, base: Int32(truncatingIfNeeded: base), isSpecial: marks | special != 0)
        if isDone { return }
        marks = records == 0 ? marks | special : special
        feeds &+= (mask.lineFeed & from).nonzeroBitCount
        from = ~0
      }
      block &+= batch
    }
  }

  /// Takes a block of which nothing but its delimiters and line feeds has to be known.
  @inline(__always)
  private mutating func takePlain(
    _ structural: UInt64, _ mask: ByteMasks, base: Int, feeds: Int, _ marks: inout UInt64
  ) {
    var records = mask.lineFeed
    if records != 0 {
      recordStart = base &+ 64 &- records.leadingZeroBitCount
      let special = marks == 0 ? 0 : Self.special
      marks = 0
      feedsTaken = feeds &+ Int(mask.counts &>> 8 & 0xFF)
      recordEnds[recordCount] =
        Int32(truncatingIfNeeded: endCount &+ Int(mask.counts &>> 16 & 0xFF) &+ 1) | special
      recordCount &+= 1
      records &= records &- 1
      while records != 0 {
        let bit = records & (0 &- records)
        recordEnds[recordCount] = Int32(
          truncatingIfNeeded: endCount &+ (structural & (bit &- 1)).nonzeroBitCount &+ 1)
        recordCount &+= 1
        records ^= bit
      }
    }
    write(structural, Int(mask.counts & 0xFF), base: Int32(truncatingIfNeeded: base))
  }

  /// Appends the places of the bits, and which of them end a record.
  @inline(__always)
  private mutating func append(
    _ taken: UInt64, _ records: UInt64, base: Int32, isSpecial: Bool
  ) {
    var records = records
    let special = isSpecial ? Self.special : 0
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

  /// Which bytes end a field, in a block without quotes, carriage returns, NULs or blanks to trim;
  /// nil for any other.
  @inline(__always)
  mutating func stepPlain(_ mask: ByteMasks) -> UInt64? {
    let odd = mask.quote | mask.carriageReturn | mask.nul | inside | afterClosing | afterReturn
    let structural = mask.delimiter | mask.lineFeed
    let first = structural &<< 1 | afterStructural
    let afterBlanks = mask.blank &<< 1 | afterBlank
    if odd | (mask.blank & first) | (afterBlanks & structural) != 0 { return nil }
    afterStructural = structural &>> 63
    afterBlank = mask.blank &>> 63
    return structural
  }

  /// Which bytes end a field, and which show that a record is not regular.
  @inline(__always)
  mutating func step(_ mask: ByteMasks, from: UInt64) -> (structural: UInt64, irregular: UInt64) {
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
    if quote | afterClosing != 0 {
      let closing = quote & ~within
      let afterQuotes = (closing << 1) | afterClosing
      irregular |= quote & within & ~first
      irregular |= afterQuotes & ~(structural | carriageReturn)
      afterClosing = closing >> 63
    }
    afterStructural = structural >> 63
    afterReturn = carriageReturn >> 63
    afterBlank = blank >> 63
    return (structural, irregular)
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

/// What cells mean, by their bytes: a flat table that threads read without asking anybody.
///
/// Four words of eight bytes tell cells apart up to thirty-two; only longer ones are compared
/// byte by byte.
struct CellWords: Sendable {
  struct Slot: BitwiseCopyable {
    var key = Key()
    var value: Int32 = 0
  }

  private(set) var slots = [Slot](repeating: Slot(), count: 1024)
  /// Where the bytes of a slot's cell are, when there are more than thirty-two.
  private var starts = [Int32](repeating: 0, count: 1024)
  private var letters: [UInt8] = []
  private(set) var count = 0

  /// Longer cells are no words.
  static let longest = 200
  /// What stands for no value.
  static let unknown = Int32.min
  /// Bytes that are read before and behind a cell, whatever they hold.
  static let margin = 8

  /// Learns what a cell of a column means; there must be a margin on both sides of its bytes.
  mutating func learn(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, column: Int, value: Int32
  ) {
    // An eighth full: nearly every word is found where it is looked for first.
    if (count + 1) * 8 > slots.count { grow() }
    let key = Key(bytes, length, column: column)
    let place = free(for: key)
    slots[place] = Slot(key: key, value: value)
    starts[place] = Int32(letters.count)
    if length > Key.span { letters += UnsafeBufferPointer(start: bytes, count: length) }
    count += 1
  }

  private func free(for key: Key) -> Int {
    var slot = key.slot(mask: slots.count - 1)
    while slots[slot].key.kind != 0 { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (old, oldStarts) = (slots, starts)
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    starts = [Int32](repeating: 0, count: old.count * 2)
    for (entry, start) in zip(old, oldStarts) where entry.key.kind != 0 {
      let place = free(for: entry.key)
      slots[place] = entry
      starts[place] = start
    }
  }

  /// What a cell means; `unknown` when it is new.
  func value(_ bytes: UnsafePointer<UInt8>, _ length: Int, column: Int) -> Int32 {
    withView { $0.value(bytes, length, column: column) }
  }

  /// Hands over the table in a form that costs nothing to ask.
  func withView<Result>(_ body: (View) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      starts.withUnsafeBufferPointer { starts in
        letters.withUnsafeBufferPointer { letters in
          guard let slots = slots.baseAddress, let starts = starts.baseAddress else {
            preconditionFailure("the table is never empty")
          }
          return body(
            View(
              slots: slots, mask: self.slots.count - 1, starts: starts,
              letters: letters.baseAddress))
        }
      }
    }
  }

  /// A cell in five words.
  struct Key: BitwiseCopyable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var last: UInt64 = 0
    /// Column and length, so that one table serves all columns; 0 for no cell at all.
    var kind: UInt32 = 0

    /// So many bytes tell cells apart without looking further.
    static let span = 32

    init() {}

    /// Without a branch: lengths come in no order that a processor could foresee.
    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>, _ length: Int, column: Int) {
      let raw = UnsafeRawPointer(bytes)
      let unused = UInt64(truncatingIfNeeded: 8 &- min(length, 8)) &* 8
      let mask = ~UInt64(0) &>> unused
      first = raw.loadUnaligned(as: UInt64.self).littleEndian & mask
      let rest = max(0, length &- 8)
      second = raw.loadUnaligned(fromByteOffset: min(8, rest), as: UInt64.self).littleEndian & mask
      third = raw.loadUnaligned(fromByteOffset: min(16, rest), as: UInt64.self).littleEndian & mask
      last = raw.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self).littleEndian &>> unused
      kind = UInt32(truncatingIfNeeded: (column &+ 1) &<< 8 | length)
    }

    @inline(__always)
    func slot(mask: Int) -> Int {
      let rest = last ^ (second &<< 29 | second &>> 35) ^ (third &<< 47 | third &>> 17)
      let mixed = ((first ^ UInt64(kind)) &* 0x9E37_79B9_7F4A_7C15).byteSwapped ^ rest
      // The high half of a product of 128 bits depends on every bit of both.
      let wide = mixed.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      return Int(truncatingIfNeeded: wide.high ^ wide.low) & mask
    }

    @inline(__always)
    func isSame(_ other: Key) -> Bool {
      (first ^ other.first) | (second ^ other.second) | (third ^ other.third)
        | (last ^ other.last) | UInt64(kind ^ other.kind) == 0
    }
  }

  /// The table while it does not change.
  struct View: BitwiseCopyable {
    let slots: UnsafePointer<Slot>
    let mask: Int
    let starts: UnsafePointer<Int32>
    let letters: UnsafePointer<UInt8>?

    /// What a cell of one byte or more means.
    @inline(__always)
    func value(_ bytes: UnsafePointer<UInt8>, _ length: Int, column: Int) -> Int32 {
      if length > CellWords.longest { return CellWords.unknown }
      let key = Key(bytes, length, column: column)
      var slot = key.slot(mask: mask)
      while true {
        if slots[slot].key.isSame(key), length <= Key.span || isSame(bytes, length, slot) {
          return slots[slot].value
        }
        if slots[slot].key.kind == 0 { return CellWords.unknown }
        slot = (slot &+ 1) & mask
      }
    }

    @inline(__always)
    private func isSame(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ slot: Int) -> Bool {
      guard let letters else { return false }
      let known = UnsafeRawPointer(letters + Int(starts[slot]))
      let raw = UnsafeRawPointer(bytes)
      // The first twenty-four bytes and the last eight are known to agree.
      var index = 24
      while index < length &- 8 {
        let place = min(index, length &- 8)
        if raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          != known.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        {
          return false
        }
        index &+= 8
      }
      return true
    }
  }
}

/// What cells mean, by their bytes: a flat table that threads read without asking anybody.
///
/// The first sixteen bytes and the last tell cells apart up to thirty-two; only longer ones are compared
/// throughout.
struct CellWords: Sendable {
  struct Slot: BitwiseCopyable {
    var key = Key()
    var value: Int32 = 0
  }

  private(set) var slots = [Slot](repeating: Slot(), count: 1024)
  /// Where the bytes of a slot's cell are, when there are more than thirty-two.
  private var starts = [Int32](repeating: 0, count: 1024)
  private var letters: [UInt8] = []
  private let reaches = Self.reaches
  private(set) var count = 0

  /// Longer cells are no words.
  static let longest = 200
  /// What stands for no value.
  static let unknown = Int32.min
  /// Bytes around a cell that may be read, whatever they hold.
  static let margin = 16
  /// Where a cell of so many bytes ends; of those that are longer, anything.
  static let reaches = (0..<64).map { Reach($0) }

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
          reaches.withUnsafeBufferPointer { reaches in
            body(
              View(
                slots: slots, mask: self.slots.count - 1, starts: starts, letters: letters,
                reaches: reaches))
          }
        }
      }
    }
  }

  /// What the length of a cell says about its bytes, worked out before: choices would be made by jumps, and
  /// lengths come in no order that a processor could foresee.
  struct Reach: BitwiseCopyable {
    /// Ones for as many bytes as there are, up to sixteen.
    let mask: Key.Word
    /// Where the last sixteen begin.
    let last: Int

    init(_ length: Int) {
      var mask = Key.Word()
      withUnsafeMutableBytes(of: &mask) { for place in 0..<min(16, length) { $0[place] = 0xFF } }
      self.mask = mask
      last = max(0, length - 16)
    }
  }

  /// A cell in three words.
  struct Key: BitwiseCopyable {
    typealias Word = SIMD2<UInt64>

    var first = Word()
    var last = Word()
    /// Column and length, so that one table serves all columns; 0 for no cell at all.
    var kind: UInt32 = 0

    /// So many bytes tell cells apart without looking further.
    static let span = 32

    init() {}

    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>, _ length: Int, column: Int, _ reach: Reach) {
      let raw = UnsafeRawPointer(bytes)
      first = raw.loadUnaligned(as: Word.self) & reach.mask
      last = raw.loadUnaligned(fromByteOffset: reach.last, as: Word.self) & reach.mask
      kind = UInt32(truncatingIfNeeded: (column &+ 1) &<< 8 | length)
    }

    init(_ bytes: UnsafePointer<UInt8>, _ length: Int, column: Int) {
      self.init(bytes, length, column: column, Reach(length))
    }

    @inline(__always)
    func slot(mask: Int) -> Int {
      let both = first &+ last &+ last
      // The halves of a product of 128 bits depend on every bit of both.
      let wide = (both[0] ^ UInt64(kind) ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
        by: both[1] ^ 0xD6E8_FEB8_6659_FD93)
      return Int(truncatingIfNeeded: wide.high ^ wide.low) & mask
    }

    @inline(__always)
    func isSame(_ other: Key) -> Bool {
      let difference = (first ^ other.first) | (last ^ other.last)
      return difference[0] | difference[1] | UInt64(kind ^ other.kind) == 0
    }
  }

  /// The table while it does not change.
  struct View: BitwiseCopyable {
    let slots: UnsafeBufferPointer<Slot>
    let mask: Int
    let starts: UnsafeBufferPointer<Int32>
    let letters: UnsafeBufferPointer<UInt8>
    let reaches: UnsafeBufferPointer<Reach>

    /// What the cells of a column mean, a value each.
    ///
    /// Nearly all are found where they are looked for first; the others wait, so that the way of most has no
    /// branch and no call.
    @inline(never)
    func find(
      _ cells: RowBatch.Column, _ count: Int, column: Int, into values: UnsafeMutablePointer<Int32>
    ) {
      let (slots, mask, reaches) = (slots, mask, reaches)
      var waiting: UInt64 = 0
      for row in 0..<count {
        let cell = cells[row]
        // Of a longer cell the reach is that of a shorter one, and the key that of nothing: it waits.
        let key = Key(cell.bytes, cell.count, column: column, reaches[cell.count & 63])
        let slot = slots[key.slot(mask: mask)]
        let isKnown = slot.key.isSame(key)
        values[row] = slot.value
        let isLong = UInt64(bitPattern: Int64(Key.span &- cell.count)) &>> 63
        waiting |= ((isKnown ? 0 : 1) | isLong) &<< UInt64(row)
      }
      while waiting != 0 {
        let row = waiting.trailingZeroBitCount
        let cell = cells[row]
        values[row] = value(cell.bytes, cell.count, column: column)
        waiting &= waiting &- 1
      }
    }

    /// What a cell means.
    @inline(never)
    func value(_ bytes: UnsafePointer<UInt8>, _ length: Int, column: Int) -> Int32 {
      if length > CellWords.longest { return CellWords.unknown }
      let reach = length < reaches.count ? reaches[length] : Reach(length)
      let key = Key(bytes, length, column: column, reach)
      var slot = key.slot(mask: mask)
      while true {
        if slots[slot].key.isSame(key), length <= Key.span || isSame(bytes, length, slot) {
          return slots[slot].value
        }
        if slots[slot].key.kind == 0 { return CellWords.unknown }
        slot = (slot &+ 1) & mask
      }
    }

    @inline(never)
    private func isSame(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ slot: Int) -> Bool {
      let known = UnsafeRawBufferPointer(
        rebasing: UnsafeRawBufferPointer(letters)[Int(starts[slot])...])
      let raw = UnsafeRawPointer(bytes)
      // The first sixteen bytes and the last are known to agree.
      for index in stride(from: 16, to: length &- 16, by: 8) {
        let word = known.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) != word { return false }
      }
      return true
    }
  }
}

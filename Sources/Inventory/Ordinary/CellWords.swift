/// What cells mean, by their bytes: a flat table that threads read without asking anybody.
///
/// The first sixteen bytes and the last tell cells apart up to thirty-two; only longer ones are compared
/// throughout.
struct CellWords: Sendable {
  typealias Word = SIMD2<UInt64>

  /// A cell in two words and a number.
  struct Key: BitwiseCopyable {
    var first = Word()
    /// The last sixteen bytes, or the first again where there are no more.
    var last = Word()
    /// Column and length, so that one table serves all columns; 0 for no cell at all.
    var kind: UInt64 = 0

    init() {}

    @inline(__always)
    init(_ cell: RowBatch.Cell, column: Int, _ masks: UnsafeBufferPointer<Word>) {
      let raw = UnsafeRawPointer(cell.bytes)
      let short = min(16, cell.count)
      let mask = masks[short]
      first = raw.loadUnaligned(as: Word.self) & mask
      last = raw.loadUnaligned(fromByteOffset: cell.count &- short, as: Word.self) & mask
      kind = UInt64(truncatingIfNeeded: cell.count &<< 24 | (column &+ 1))
    }

    /// A number that depends on all of it.
    @inline(__always)
    var mix: UInt64 {
      (last[1] &* 0xD6E8_FEB8_6659_FD93 ^ first[0]) &+ kind
        &+ (first[1] ^ last[0]) &* 0xA076_1D64_78BD_642F
    }

    @inline(__always)
    func isSame(_ other: Key) -> Bool {
      let difference = (first ^ other.first) | (last ^ other.last)
      return difference[0] | difference[1] | (kind ^ other.kind) == 0
    }
  }

  /// A cell that is known; as many bytes as memory hands over at once.
  struct Slot: BitwiseCopyable {
    var key = Key()
    var value: Int64 = 0
    /// Where its bytes are, when there are more than thirty-two.
    var start = 0
  }

  private(set) var slots = [Slot](repeating: Slot(), count: 1024)
  private var factor = Self.factors[0]
  private var letters: [UInt8] = []
  private(set) var count = 0
  private let masks = Self.masks

  /// Longer cells are no words.
  static let longest = 200
  /// What stands for no value.
  static let unknown = Int64.min
  /// Bytes behind a cell that may be read, whatever they hold.
  static let margin = 16
  /// So many bytes tell cells apart without looking further.
  static let span = 32
  /// Ones for so many bytes of a word, up to all.
  static let masks: [Word] = (0...16).map { length in
    var mask = Word()
    withUnsafeMutableBytes(of: &mask) { for place in 0..<length { $0[place] = 0xFF } }
    return mask
  }
  /// What a place may depend on.
  private static let factors = (0..<32).map { UInt64(2 * $0 + 1) &* 0x9E37_79B9_7F4A_7C15 }
  /// So many words are worth looking for a better factor.
  private static let few = 512

  /// Learns what a cell of a column means; there must be a margin behind its bytes.
  mutating func learn(_ cell: RowBatch.Cell, column: Int, value: Int64) {
    // An eighth full: nearly every word is found where it is looked for first.
    let isFull = (count + 1) * 8 > slots.count
    if isFull { arrange(slots.count * 2, factor) }
    var slot = Slot()
    slot.key = masks.withUnsafeBufferPointer { Key(cell, column: column, $0) }
    slot.value = value
    slot.start = letters.count
    let isTaken = slots[home(of: slot)].key.kind != 0
    put(slot)
    if cell.count > Self.span { letters += cell.text }
    count += 1
    if isTaken, count <= Self.few { findBetterFactor() }
  }

  private var shift: UInt64 { UInt64(64 - slots.count.trailingZeroBitCount) }

  private func home(of slot: Slot) -> Int { View.home(slot.key.mix, factor, shift) }

  private mutating func put(_ slot: Slot) {
    var place = home(of: slot)
    while slots[place].key.kind != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func arrange(_ size: Int, _ factor: UInt64) {
    let old = slots
    slots = [Slot](repeating: Slot(), count: size)
    self.factor = factor
    for slot in old where slot.key.kind != 0 { put(slot) }
  }

  /// Arranges the words so that fewer of them want the same place.
  private mutating func findBetterFactor() {
    let mixes = slots.filter { $0.key.kind != 0 }.map(\.key.mix)
    var taken = [UInt64](repeating: 0, count: slots.count / 64)
    func collisions(_ factor: UInt64) -> Int {
      for place in taken.indices { taken[place] = 0 }
      var free = 0
      for mix in mixes {
        let home = View.home(mix, factor, shift)
        if taken[home / 64] >> UInt64(home % 64) & 1 == 0 { free += 1 }
        taken[home / 64] |= 1 << UInt64(home % 64)
      }
      return mixes.count - free
    }
    let all = Self.factors.map { collisions($0) }
    if let fewest = all.min(), fewest < collisions(factor),
      let place = all.firstIndex(of: fewest)
    {
      arrange(slots.count, Self.factors[place])
    }
  }

  /// What a cell means; `unknown` when it is new.
  func value(_ cell: RowBatch.Cell, column: Int) -> Int64 {
    withView { $0.value(cell, column: column) }
  }

  /// Hands over the table in a form that costs nothing to ask.
  func withView<Result>(_ body: (View) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      letters.withUnsafeBufferPointer { letters in
        masks.withUnsafeBufferPointer { masks in
          body(
            View(slots: slots, factor: factor, shift: shift, masks: masks, letters: letters))
        }
      }
    }
  }

  /// The table while it does not change.
  struct View: BitwiseCopyable {
    let slots: UnsafeBufferPointer<Slot>
    let factor: UInt64
    /// By so much a product is shifted to be a place.
    let shift: UInt64
    let masks: UnsafeBufferPointer<Word>
    let letters: UnsafeBufferPointer<UInt8>

    /// The upper bits of a product depend on all that was multiplied.
    @inline(__always)
    fileprivate static func home(_ mix: UInt64, _ factor: UInt64, _ shift: UInt64) -> Int {
      Int(truncatingIfNeeded: (mix &* factor) &>> shift)
    }

    /// Where a cell is looked for first, and whether it is there: nearly all are.
    @inline(__always)
    func look(_ cell: RowBatch.Cell, column: Int) -> (value: Int64, isFound: Bool) {
      let key = Key(cell, column: column, masks)
      let place = Self.home(key.mix, factor, shift)
      return (slots[place].value, holds(place, key, cell))
    }

    @inline(__always)
    private func holds(_ place: Int, _ key: Key, _ cell: RowBatch.Cell) -> Bool {
      if !slots[place].key.isSame(key) { return false }
      return cell.count <= CellWords.span || isSame(cell, slots[place].start)
    }

    /// What a cell means, wherever it is.
    @inline(never)
    func value(_ cell: RowBatch.Cell, column: Int) -> Int64 {
      if cell.count > CellWords.longest { return CellWords.unknown }
      let key = Key(cell, column: column, masks)
      var place = Self.home(key.mix, factor, shift)
      while slots[place].key.kind != 0 {
        if holds(place, key, cell) { return slots[place].value }
        place = (place &+ 1) & (slots.count &- 1)
      }
      return CellWords.unknown
    }

    @inline(never)
    private func isSame(_ cell: RowBatch.Cell, _ start: Int) -> Bool {
      let known = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(letters)[start...])
      // The first sixteen bytes and the last are known to agree.
      var index = 16
      while index < cell.count &- 16 {
        let word = known.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        if cell.word(at: index) != word { return false }
        index &+= 8
      }
      return true
    }
  }
}

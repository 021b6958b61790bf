/// What cells mean, by their bytes: a flat table that threads read without asking anybody.
///
/// The first sixteen bytes and the last tell cells apart up to thirty-two; only longer ones are compared
/// throughout.
struct CellWords: Sendable {
  typealias Word = SIMD2<UInt64>

  /// A cell that is known; as many bytes as memory hands over at once.
  struct Slot: BitwiseCopyable {
    var first = Word()
    var last = Word()
    /// Ones for as many bytes as there are, up to sixteen.
    var mask = Word()
    /// Column and length, so that one table serves all columns; 0 for no cell at all.
    var kind: UInt64 = 0
    var value: Int64 = 0
  }

  /// What is asked for when a slot moves, or is not enough to tell.
  struct Origin: BitwiseCopyable {
    var hash: UInt64 = 0
    var start = 0
  }

  private(set) var slots = [Slot](repeating: Slot(), count: 1024)
  /// The hash of the cell in a slot, and where its bytes are when there are more than thirty-two.
  private var origins = [Origin](repeating: Origin(), count: 1024)
  private var letters: [UInt8] = []
  private(set) var count = 0

  /// Longer cells are no words.
  static let longest = 200
  /// What stands for no value.
  static let unknown = Int64.min
  /// Bytes around a cell that may be read, whatever they hold.
  static let margin = 16
  /// So many bytes tell cells apart without looking further.
  static let span = 32
  /// Ones for so many of the first bytes of a word, up to all.
  private static let heads: [UInt64] = (0...8).map { $0 == 0 ? 0 : ~0 >> UInt64(64 - 8 * $0) }

  /// Learns what a cell of a column means; there must be a margin on both sides of its bytes.
  mutating func learn(_ cell: RowBatch.Cell, column: Int, value: Int64) {
    // An eighth full: nearly every word is found where it is looked for first.
    if (count + 1) * 8 > slots.count { grow() }
    var slot = Slot()
    slot.mask = Self.mask(cell.count)
    (slot.first, slot.last) = Self.ends(cell)
    slot.first &= slot.mask
    slot.last &= slot.mask
    slot.kind = View.kind(cell, column)
    slot.value = value
    let hash = withView { $0.hash(cell, slot.kind) }
    put(slot, Origin(hash: hash, start: letters.count))
    if cell.count > Self.span { letters += cell.text }
    count += 1
  }

  private mutating func put(_ slot: Slot, _ origin: Origin) {
    var place = withView { $0.home(of: origin.hash) }
    while slots[place].kind != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
    origins[place] = origin
  }

  private mutating func grow() {
    let (old, oldOrigins) = (slots, origins)
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    origins = [Origin](repeating: Origin(), count: old.count * 2)
    for (slot, origin) in zip(old, oldOrigins) where slot.kind != 0 { put(slot, origin) }
  }

  /// Ones for so many bytes, up to all.
  static func mask(_ length: Int) -> Word {
    var mask = Word()
    withUnsafeMutableBytes(of: &mask) { for place in 0..<min(16, length) { $0[place] = 0xFF } }
    return mask
  }

  /// The first sixteen bytes and the last, or the first again where there are no more.
  @inline(__always)
  static func ends(_ cell: RowBatch.Cell) -> (first: Word, last: Word) {
    let raw = UnsafeRawPointer(cell.bytes)
    let behind = cell.count &- min(16, cell.count)
    return (
      raw.loadUnaligned(as: Word.self), raw.loadUnaligned(fromByteOffset: behind, as: Word.self)
    )
  }

  /// What a cell means; `unknown` when it is new.
  func value(_ cell: RowBatch.Cell, column: Int) -> Int64 {
    withView { $0.value(cell, column: column) }
  }

  /// Hands over the table in a form that costs nothing to ask.
  func withView<Result>(_ body: (View) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      origins.withUnsafeBufferPointer { origins in
        letters.withUnsafeBufferPointer { letters in
          Self.heads.withUnsafeBufferPointer { heads in
            body(
              View(
                slots: slots, shift: UInt64(64 - slots.count.trailingZeroBitCount), heads: heads,
                origins: origins, letters: letters))
          }
        }
      }
    }
  }

  /// The table while it does not change.
  struct View: BitwiseCopyable {
    let slots: UnsafeBufferPointer<Slot>
    /// By so much a hash is shifted to be a place.
    let shift: UInt64
    let heads: UnsafeBufferPointer<UInt64>
    let origins: UnsafeBufferPointer<Origin>
    let letters: UnsafeBufferPointer<UInt8>

    @inline(__always)
    fileprivate static func kind(_ cell: RowBatch.Cell, _ column: Int) -> UInt64 {
      UInt64(truncatingIfNeeded: cell.count &<< 24 | (column &+ 1))
    }

    /// A number that depends on the first eight bytes, the last, the length and the column.
    @inline(__always)
    fileprivate func hash(_ cell: RowBatch.Cell, _ kind: UInt64) -> UInt64 {
      let short = min(8, cell.count)
      let mask = heads[short]
      let head = cell.word(at: 0) & mask
      let tail = cell.word(at: cell.count &- short) & mask
      return (tail &* 0xD6E8_FEB8_6659_FD93 ^ head &+ kind) &* 0x9E37_79B9_7F4A_7C15
    }

    /// The upper bits of a product depend on all that was multiplied.
    @inline(__always)
    fileprivate func home(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> shift) }

    /// Where a cell is looked for first, and whether it is there: nearly all are.
    @inline(__always)
    func look(_ cell: RowBatch.Cell, column: Int) -> (value: Int64, isFound: Bool) {
      let kind = Self.kind(cell, column)
      let place = home(of: hash(cell, kind))
      return (slots[place].value, holds(place, cell, kind))
    }

    @inline(__always)
    private func holds(_ place: Int, _ cell: RowBatch.Cell, _ kind: UInt64) -> Bool {
      let (slot, (first, last)) = (slots[place], CellWords.ends(cell))
      let other = ((first ^ slot.first) | (last ^ slot.last)) & slot.mask
      if other[0] | other[1] | (kind ^ slot.kind) != 0 { return false }
      return cell.count <= CellWords.span || isSame(cell, origins[place].start)
    }

    /// What a cell means, wherever it is.
    @inline(never)
    func value(_ cell: RowBatch.Cell, column: Int) -> Int64 {
      if cell.count > CellWords.longest { return CellWords.unknown }
      let kind = Self.kind(cell, column)
      var place = home(of: hash(cell, kind))
      while slots[place].kind != 0 {
        if holds(place, cell, kind) { return slots[place].value }
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

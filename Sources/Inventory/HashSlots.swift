/// Hashes, each as near as there is room to the place it asks for.
///
/// In a wide one all bits of a hash are kept; in a narrow one those that its place does not tell anyway, as far
/// as they are needed.
struct HashSlots {
  private var bytes: [UInt8]
  /// How many there is room for.
  let count: Int
  private let width: Int

  /// Bytes of a hash in a wide one and in a narrow one.
  private static let widths = (wide: 8, narrow: 5)

  /// Room for so many.
  init(count: Int, isNarrow: Bool = false) {
    self.count = count
    width = isNarrow ? Self.widths.narrow : Self.widths.wide
    // Eight bytes are read at a time.
    bytes = [UInt8](repeating: 0, count: count * width + Self.widths.wide - width)
  }

  /// The slots in a form that costs nothing to ask.
  struct View {
    fileprivate let bytes: UnsafeMutableRawBufferPointer
    fileprivate let count: Int
    fileprivate let width: Int
    fileprivate let mask: UInt64

    /// Where a hash is looked for first.
    @inline(__always)
    func slot(of hash: UInt64) -> Int {
      Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
    }

    /// What is kept of a hash: never 0, which stands for none.
    @inline(__always)
    func kept(_ hash: UInt64) -> UInt64 {
      let kept = hash & mask
      return kept == 0 ? 1 : kept
    }

    /// What is kept in a slot.
    @inline(__always)
    subscript(slot: Int) -> UInt64 {
      word(at: slot &* width) & mask
    }

    @inline(__always)
    func put(_ kept: UInt64, in slot: Int) {
      let place = slot &* width
      let others = word(at: place) & ~mask
      bytes.storeBytes(of: (others | kept).littleEndian, toByteOffset: place, as: UInt64.self)
    }

    @inline(__always)
    private func word(at place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// The slot from this one on that holds the same, or the first that holds nothing.
    func place(of kept: UInt64, from first: Int) -> Int {
      var slot = first
      while true {
        let there = self[slot]
        if there == 0 || there == kept { return slot }
        slot += 1
        if slot == count { slot = 0 }
      }
    }
  }

  /// Hands over the slots to be looked at and changed.
  mutating func withView<Result>(_ body: (View) -> Result) -> Result {
    let (count, width) = (count, width)
    let mask = ~UInt64(0) >> UInt64(8 * (Self.widths.wide - width))
    return bytes.withUnsafeMutableBytes {
      body(View(bytes: $0, count: count, width: width, mask: mask))
    }
  }

  /// Keeps a hash; false when it was there before.
  mutating func insert(_ hash: UInt64) -> Bool {
    withView { slots in
      let kept = slots.kept(hash)
      let slot = slots.place(of: kept, from: slots.slot(of: hash))
      if slots[slot] != 0 { return false }
      slots.put(kept, in: slot)
      return true
    }
  }

  /// The same hashes in others; these are wide.
  mutating func move(to others: inout HashSlots) {
    withView { slots in
      for slot in 0..<slots.count where slots[slot] != 0 { _ = others.insert(slots[slot]) }
    }
  }
}

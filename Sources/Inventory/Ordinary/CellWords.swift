/// What cells mean, by their bytes: a flat table that threads read without asking anybody.
///
/// A word is made of two cells of a row, of which the second may be empty. No cell holds a zero.
struct CellWords: Sendable {
  /// The bytes of a word's first cell, with zeros behind them.
  typealias First = SIMD16<UInt32>
  /// Those of the second, with the tag in the last byte.
  typealias Second = SIMD8<UInt32>

  /// A word in two vectors.
  ///
  /// The last byte of the first and the last but one of the second are zero: a cell that reaches so far is too
  /// long, and is not mistaken for a shorter one.
  struct Key: BitwiseCopyable {
    fileprivate(set) var first = First()
    fileprivate(set) var second = Second()

    init() {}

    /// Looks no further than there is room for, and marks what is longer; `CellWords.margin` bytes from each
    /// start can be read.
    @inline(__always)
    init(_ first: RowBatch.Cell, _ second: RowBatch.Cell, tag: Tag, _ ones: UnsafeRawPointer) {
      let whole = min(first.count, CellWords.firstRoom)
      let other = min(second.count, CellWords.secondRoom)
      self.first =
        UnsafeRawPointer(first.bytes).loadUnaligned(as: First.self)
        & ones.loadUnaligned(fromByteOffset: CellWords.margin &- whole, as: First.self)
      self.second =
        UnsafeRawPointer(second.bytes).loadUnaligned(as: Second.self)
        & ones.loadUnaligned(fromByteOffset: CellWords.margin &- other, as: Second.self)
      let isLong = whole < first.count || other < second.count
      self.second[7] |= UInt32(tag.rawValue | (isLong ? CellWords.long : 0)) &<< 24
    }

    /// True when it is longer than there is room for.
    var isLong: Bool { UInt8(truncatingIfNeeded: second[7] &>> 24) & CellWords.long != 0 }

    @inline(__always)
    func isSame(_ other: Key) -> Bool { first == other.first && second == other.second }
  }

  /// A word that is known: two lines of the cache, as `CWords` reads it.
  struct Slot: BitwiseCopyable {
    fileprivate(set) var key = Key()
    fileprivate(set) var value: Int64 = 0
    /// Where its bytes are, when they are more than there is room for, and how many.
    fileprivate(set) var start = 0
    fileprivate(set) var firstCount: Int32 = 0
    fileprivate(set) var secondCount: Int32 = 0
  }

  /// Which columns a word is of, so that one table serves all.
  enum Tag: UInt8 {
    case measure = 1
    case place, tags, status
    /// A place in one cell: its two with the delimiter between them.
    case joinedPlace
  }

  /// The first one stands for none.
  private var slots = WordSlots()
  /// The number of a slot for each place.
  private(set) var index = [UInt16](repeating: 0, count: 8192)
  private(set) var seed = Self.seeds[0]
  private(set) var letters: [UInt8] = []
  let instructions: Instructions
  /// How many words are not where they are looked for first.
  private var displaced = 0
  /// The tags of words whose first cell takes more than half of its room, a bit each.
  private var longTags: UInt32 = 0
  /// How many words there are.
  var count: Int { slots.count - 1 }

  private static let firstRoom = MemoryLayout<First>.size - 1
  private static let secondRoom = MemoryLayout<Second>.size - 2
  /// Longer cells are no words.
  static let longest = 200
  /// More words are not learned.
  static let most = 1 << 15
  /// What stands for no value.
  static let unknown = Int64.min
  /// Bytes from the start of a cell that may be read, whatever they hold.
  static let margin = 64
  /// Beside the tag of a word that is longer than there is room for: whoever looks at a row does not find it.
  private static let long: UInt8 = 1 << 7
  /// So many words are worth looking for a better seed.
  private static let few = 512

  /// As many bytes of ones, and zeros behind them.
  private nonisolated(unsafe) static let ones: UnsafeRawPointer = {
    let ones = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * margin)
    ones.initialize(repeating: 0xFF, count: margin)
    (ones + margin).initialize(repeating: 0, count: margin)
    return UnsafeRawPointer(ones)
  }()

  /// What a place may depend on.
  private static let seeds = (0..<32).map { UInt64(2 * $0 + 1) &* 0x9E37_79B9_7F4A_7C15 }

  /// Knows nothing yet.
  init(by instructions: Instructions = .best) { self.instructions = instructions }

  /// Learns what a word means that is not known.
  mutating func learn(
    _ first: RowBatch.Cell, _ second: RowBatch.Cell, tag: Tag, value: Int64
  ) {
    // A sixteenth full: nearly every word is found where it is looked for first.
    if (count + 1) * 16 > index.count { arrange(index.count * 2, seed) }
    var slot = Slot()
    slot.key = Key(first, second, tag: tag, Self.ones)
    slot.value = value
    slot.start = letters.count
    slot.firstCount = Int32(first.count)
    slot.secondCount = Int32(second.count)
    if slot.key.isLong { letters += Array(first.text) + Array(second.text) }
    slots.append(slot)
    if first.count > Self.firstRoom / 2 { longTags |= 1 << UInt32(tag.rawValue) }
    let isTaken = index[home(slot.key, seed)] != 0
    put(slots.count - 1)
    if isTaken, count <= Self.few { findBetterSeed() }
  }

  private func home(_ key: Key, _ seed: UInt64) -> Int {
    Self.place(key, seed, by: instructions) & (index.count - 1)
  }

  private mutating func put(_ number: Int) {
    var place = home(slots[number].key, seed)
    if index[place] != 0 { displaced += 1 }
    while index[place] != 0 { place = (place + 1) & (index.count - 1) }
    index[place] = UInt16(number)
  }

  private mutating func arrange(_ size: Int, _ seed: UInt64) {
    index = [UInt16](repeating: 0, count: size)
    self.seed = seed
    displaced = 0
    for number in 1..<slots.count { put(number) }
  }

  /// Arranges the words so that fewer of them want the same place.
  private mutating func findBetterSeed() {
    var taken = [UInt64](repeating: 0, count: index.count / 64)
    func collisions(_ seed: UInt64) -> Int {
      for place in taken.indices { taken[place] = 0 }
      var free = 0
      for number in 1..<slots.count {
        let home = home(slots[number].key, seed)
        if taken[home / 64] >> UInt64(home % 64) & 1 == 0 { free += 1 }
        taken[home / 64] |= 1 << UInt64(home % 64)
      }
      return count - free
    }
    let all = Self.seeds.map { collisions($0) }
    if let fewest = all.min(), fewest < collisions(seed), let place = all.firstIndex(of: fewest) {
      arrange(index.count, Self.seeds[place])
    }
  }

  /// What a word means; `unknown` when it is new.
  func value(_ first: RowBatch.Cell, _ second: RowBatch.Cell, tag: Tag) -> Int64 {
    withView { $0.value(first, second, tag: tag) }
  }

  /// Hands over the table in a form that costs nothing to ask.
  func withView<Result>(_ body: (View) -> Result) -> Result {
    slots.withPointer { slots in
      index.withUnsafeBufferPointer { index in
        letters.withUnsafeBufferPointer { letters in
          body(
            View(
              slots: slots, index: index, letters: letters, ones: Self.ones, seed: seed,
              instructions: instructions, isAtHome: displaced == 0, longTags: longTags))
        }
      }
    }
  }

  /// The table while it does not change.
  struct View: BitwiseCopyable {
    let slots: UnsafePointer<Slot>
    let index: UnsafeBufferPointer<UInt16>
    let letters: UnsafeBufferPointer<UInt8>
    let ones: UnsafeRawPointer
    let seed: UInt64
    let instructions: Instructions
    let isAtHome: Bool
    let longTags: UInt32

    /// What a word means, however long it is and wherever it stands.
    @inline(never)
    func value(_ first: RowBatch.Cell, _ second: RowBatch.Cell, tag: Tag) -> Int64 {
      if first.count > CellWords.longest || second.count > CellWords.longest {
        return CellWords.unknown
      }
      let key = Key(first, second, tag: tag, ones)
      var place = CellWords.place(key, seed, by: instructions) & (index.count - 1)
      while index[place] != 0 {
        let slot = slots[Int(index[place])]
        if slot.key.isSame(key), !key.isLong || holds(slot, first, second) { return slot.value }
        place = (place &+ 1) & (index.count &- 1)
      }
      return CellWords.unknown
    }

    private func holds(_ slot: Slot, _ first: RowBatch.Cell, _ second: RowBatch.Cell) -> Bool {
      let known = letters[slot.start...].prefix(Int(slot.firstCount + slot.secondCount))
      return slot.firstCount == first.count && slot.secondCount == second.count
        && known.prefix(first.count).elementsEqual(first.text)
        && known.dropFirst(first.count).elementsEqual(second.text)
    }
  }
}

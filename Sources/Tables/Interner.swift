/// Gives every distinct byte string a small number, so that rows compare numbers and not words.
public struct Interner: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private var slots: [Int32] = [Int32](repeating: -1, count: 256)

  /// An empty table.
  public init() {}

  /// How many distinct strings it holds.
  public var count: Int { starts.count - 1 }

  /// The number of a byte string, new or already known.
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Int(truncatingIfNeeded: Self.hash(bytes)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if matches(candidate, bytes) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(count)
    arena.append(contentsOf: bytes)
    starts.append(arena.count)
    slots[slot] = number
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The words behind a number.
  public func text(_ number: Int32) -> String {
    arena[starts[Int(number)]..<starts[Int(number) + 1]].withUnsafeBufferPointer {
      CellText.string($0)
    }
  }

  /// FNV-1a with a final mix: the same in every run, so nothing depends on a random seed.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29
  }

  private func matches(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (starts[number], starts[number + 1])
    guard end - start == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for index in 0..<bytes.count where arena[start + index] != bytes[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<count {
      let hash = arena[starts[number]..<starts[number + 1]].withUnsafeBufferPointer {
        Self.hash($0)
      }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

/// The strings that cells share, in a few pieces of memory instead of a million small ones.
struct StringArena: Sendable {
  private static let pieceBits = 18
  private static let lengthSize = 4

  /// Pieces of 256 KiB; a string that is longer has a piece of its own.
  private var pieces: [[UInt8]] = []
  /// Where each string begins: the number of its piece, then the place in it.
  private var starts: [UInt32] = []
  /// Bytes taken, the places included.
  private(set) var size = 0

  /// How many strings there are.
  var count: Int { starts.count }

  /// Adds a string, its length in front of it.
  mutating func append(_ bytes: [UInt8]) {
    let needed = bytes.count + Self.lengthSize
    if pieces.last.map({ $0.capacity - $0.count < needed }) ?? true {
      var piece: [UInt8] = []
      piece.reserveCapacity(max(1 << Self.pieceBits, needed))
      pieces.append(piece)
    }
    let last = pieces.count - 1
    starts.append(UInt32(last << Self.pieceBits | pieces[last].count))
    for shift in [0, 8, 16, 24] {
      pieces[last].append(UInt8(truncatingIfNeeded: bytes.count >> shift))
    }
    pieces[last].append(contentsOf: bytes)
    // The next string must begin where its place can be written.
    if pieces[last].count >= 1 << Self.pieceBits { pieces.append([]) }
    size += needed + MemoryLayout<UInt32>.size
  }

  /// The bytes of a string; nil when there is none of this number.
  func bytes(at index: Int) -> ArraySlice<UInt8>? {
    guard starts.indices.contains(index) else { return nil }
    let piece = pieces[Int(starts[index]) >> Self.pieceBits]
    let start = Int(starts[index]) & (1 << Self.pieceBits - 1)
    let length = (0..<Self.lengthSize).reversed().reduce(0) { $0 << 8 | Int(piece[start + $1]) }
    let first = start + Self.lengthSize
    return piece[first..<(first + length)]
  }
}

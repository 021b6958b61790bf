/// The strings that cells share, in a few large pieces of memory instead of a million small ones.
struct StringArena: Sendable {
  private static let pieceSize = 1 << 18

  private var pieces: [[UInt8]] = []
  /// The piece and the place in it where each string begins.
  private var starts: [(piece: UInt16, start: UInt32)] = []
  /// Bytes taken, the places included.
  private(set) var size = 0

  /// How many strings there are.
  var count: Int { starts.count }

  /// Adds a string, its length in front of it.
  mutating func append(_ bytes: [UInt8]) {
    let needed = bytes.count + 4
    if pieces.last.map({ $0.capacity - $0.count < needed }) ?? true {
      var piece: [UInt8] = []
      piece.reserveCapacity(max(Self.pieceSize, needed))
      pieces.append(piece)
    }
    let last = pieces.count - 1
    starts.append((UInt16(last), UInt32(pieces[last].count)))
    for shift in [0, 8, 16, 24] {
      pieces[last].append(UInt8(truncatingIfNeeded: bytes.count >> shift))
    }
    pieces[last].append(contentsOf: bytes)
    size += needed + MemoryLayout<(UInt16, UInt32)>.stride
  }

  /// The bytes of a string; nil when there is none of this number.
  func bytes(at index: Int) -> ArraySlice<UInt8>? {
    guard starts.indices.contains(index) else { return nil }
    let (piece, start) = (pieces[Int(starts[index].piece)], Int(starts[index].start))
    let length = (0..<4).reversed().reduce(0) { $0 << 8 | Int(piece[start + $1]) }
    return piece[(start + 4)..<(start + 4 + length)]
  }
}

import TestSupport
import Testing

@testable import Workbooks

@Suite struct StringArenaTests {
  @Test func `strings of any length come back by their number`() {
    var random = SplitMix64(seed: 3)
    var arena = StringArena()
    var strings: [[UInt8]] = []
    for index in 0..<400 {
      // Around the size of a piece, 262 144 bytes with its length, and mostly small.
      let count =
        index % 40 == 0
        ? Int.random(in: 262_130...262_150, using: &random)
        : Int.random(in: 0...2000, using: &random)
      strings.append([UInt8](repeating: UInt8(truncatingIfNeeded: index), count: count))
      arena.append(strings[index])
    }
    strings.append([UInt8](repeating: 7, count: 1 << 20))
    arena.append(strings[400])
    arena.append([])
    #expect(arena.count == 402)
    for (index, string) in strings.enumerated() {
      #expect(arena.bytes(at: index).map { Array($0) } == string)
    }
    #expect(arena.bytes(at: 401) == [])
    #expect(arena.bytes(at: 402) == nil)
    #expect(arena.bytes(at: -1) == nil)
  }
}

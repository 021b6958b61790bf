#if os(Linux)
  import Diagnostics
  import Foundation
  import Synchronization
  import Testing

  @testable import Tables

  /// A gigabyte on one line, made as it is asked for.
  @Suite(.serialized) struct HugeLineTests {
    private static let size = 1 << 30

    /// Bytes of memory in use now: the second number of statm, in pages of 4 KiB.
    private static func inUse() -> Int {
      let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
      return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4096 } ?? 0
    }

    /// A header, then these bytes again and again up to a gigabyte, without a line end.
    private static func source(
      _ head: String, _ piece: String, most: @escaping @Sendable (Int) -> Void
    ) -> ByteSource {
      let head = Array(head.utf8)
      let piece = Array(piece.utf8)
      let block = Array([[UInt8]](repeating: piece, count: (1 << 18) / piece.count + 2).joined())
      return ByteSource(name: "t.csv") { offset, buffer in
        most(inUse())
        if offset >= size { return 0 }
        if offset < head.count {
          buffer.copyBytes(from: head[offset...].prefix(buffer.count))
          return min(buffer.count, head.count - offset)
        }
        let phase = (offset - head.count) % piece.count
        let count = min(buffer.count, size - offset, block.count - phase)
        block.withUnsafeBytes {
          buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[phase..<(phase + count)]))
        }
        return count
      }
    }

    @Test(arguments: [
      ("x", "field-too-long 2:1"), ("\"x", "stray-quote 2:4"), ("\u{0}", "field-too-long 2:1"),
      ("x;", "field-too-long 2:1"), (";", "field-too-long 2:1"), ("é", "field-too-long 2:1"),
    ])
    func `a gigabyte on one line ends in one finding at its place`(
      _ piece: String, _ expected: String
    ) async {
      // In a process of its own: the memory measured is that of the whole process.
      await #expect(processExitsWith: .success) { [piece, expected] in
        for isHeader in [false, true] {
          let most = Mutex(0)
          let before = Self.inUse()
          let source = Self.source(isHeader ? "" : "a;b\n", piece) { now in
            most.withLock { $0 = max($0, now) }
          }
          let reading = Reading(source)
          let place = isHeader ? expected.replacing(" 2:", with: " 1:") : expected
          #expect(reading.findings == [place], "\(piece)")
          #expect(reading.rows == [])
          let peak = most.withLock { $0 } - before
          #expect(peak < 64 << 20, "\(piece)")
        }
      }
    }
  }
#endif

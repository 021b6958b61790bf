#if os(Linux)
  import Diagnostics
  import Foundation
  import Testing

  @testable import Tables

  @Suite struct MemoryTests {
    /// Bytes of memory in use now: the second number of statm, in pages of 4 KiB.
    private static func inUse() -> Int {
      let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
      return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4096 } ?? 0
    }

    /// Rows of 512 bytes, made as they are asked for.
    private static func generated(rows: Int) -> ByteSource {
      let head = Array("a;b\n".utf8)
      let row = Array("1;".utf8) + [UInt8](repeating: 0x78, count: 509) + [0x0A]
      let block = Array([[UInt8]](repeating: row, count: 1024).joined())
      let total = head.count + rows * row.count
      return ByteSource(name: "t.csv") { offset, buffer in
        guard offset < total else { return 0 }
        if offset < head.count {
          let part = head[offset...].prefix(buffer.count)
          buffer.copyBytes(from: part)
          return part.count
        }
        let phase = (offset - head.count) % row.count
        let count = min(buffer.count, total - offset, block.count - phase)
        block.withUnsafeBytes {
          buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[phase..<(phase + count)]))
        }
        return count
      }
    }

    @Test func `memory does not grow with rows`() async {
      // In a process of its own: the memory measured is that of the whole process.
      await #expect(processExitsWith: .success) {
        // 100 000 rows of 512 bytes are 51 MB.
        let source = Self.generated(rows: 100_000)
        var log = FindingLog()
        let table = try #require(TableReader.open(source, schemas: [Reading.letters], log: &log))
        let before = Self.inUse()
        var most = 0
        var rows = 0
        table.forEachRecord(log: &log, onRejected: { _ in }) { record, _ in
          rows += 1
          if rows % 5000 == 0 { most = max(most, Self.inUse()) }
        }
        #expect(rows == 100_000)
        #expect(log.isEmpty)
        #expect(most - before < 8 << 20)
      }
    }
  }
#endif

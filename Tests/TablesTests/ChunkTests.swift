import TestSupport
import Testing

@testable import Tables

@Suite struct ChunkTests {
  @Test(arguments: 0..<8)
  func `a source in small pieces gives the same records, lines and places`(_ seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let pieces: [[UInt8]] =
      [
        "a", "é", "1,5", ";", ";", ",", "\n", "\n", "\r\n", "\r\n", "\r", " ", "\t", "\"", "\"",
        "\"\"", "\";\"", "\u{0}", "\n\"", "\"\n",
      ].map { Array($0.utf8) } + [[0xE9]]
    for _ in 0..<500 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).flatMap { _ in generator.pick(pieces) ?? [] }
      let whole = steps(ByteSource(name: "t", bytes: bytes))
      for size in 1...7 {
        #expect(steps(.dripping(bytes, by: size)) == whole, "\(bytes) by \(size)")
      }
    }
  }

  /// Rows of seven bytes and a line end, so that line ends fall on every side of the chunk edge.
  @Test(arguments: ["\n", "\r\n", "\r"], 0..<10)
  func `line ends at the edge of a chunk of 64 KiB are counted once`(_ end: String, _ shift: Int) {
    let head = String(repeating: "h", count: shift + 1) + ";b" + end
    let row = "12345;7" + end
    let count = (1 << 16) / row.utf8.count + 10
    let reading = Reading(head + String(repeating: row, count: count))
    #expect(reading.rows.count == count)
    #expect(reading.rows.allSatisfy { $0 == ["12345", "7"] })
    #expect(reading.lines == Array(2...(count + 1)))
    let size = row.utf8.count
    #expect(reading.offsets == (0..<count).map { head.utf8.count + $0 * size })
  }

  @Test(arguments: ["\n", "\r\n", "\r"], 0..<4)
  func `a stray quote at the edge of a chunk costs its own row only`(_ end: String, _ shift: Int) {
    // The bad row is placed so that its line end falls around byte 2^16.
    let head = "a;b" + end
    let bad = "5\";x" + end
    let filler = (1 << 16) - head.utf8.count - bad.utf8.count - end.utf8.count - 2 + shift
    let text = head + String(repeating: "f", count: filler) + ";1" + end + bad + "3;4" + end
    let reading = Reading(text)
    #expect(reading.findings == ["stray-quote 3:2"])
    #expect(reading.rows.map(\.last) == ["1", "4"])
    #expect(reading.lines == [2, 4])
  }

  @Test func `a quoted field may cross the edge of a chunk`() {
    let long = String(repeating: "é\n", count: 150_000)
    let reading = Reading("a;b\n1;\"\(long)\"\n3;4\n")
    #expect(reading.rows == [["1", long], ["3", "4"]])
    #expect(reading.lines == [2, 150_003])
  }

  @Test func `a table read in small pieces says the same`() {
    let text = "\u{FEFF}sep=;\r\na;b\r\nété;\"1\r\n2\"\r\n3;4;5\r\n6\"\r\n7;8\r\n"
    let whole = Reading(text)
    #expect(whole.rows == [["été", "1\r\n2"], ["7", "8"]])
    for size in 1...7 {
      let reading = Reading(.dripping(Array(text.utf8), by: size))
      #expect(reading.rows == whole.rows)
      #expect(reading.lines == whole.lines)
      #expect(reading.offsets == whole.offsets)
      #expect(reading.findings == whole.findings)
    }
  }
}

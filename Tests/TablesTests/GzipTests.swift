import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct GzipTests {
  private static let text = Array("a;b\n1;2\n3;4\n".utf8)

  private func inflated(_ bytes: [UInt8], _ limits: GzipLimits = GzipLimits()) -> ByteSource {
    GzipSource(ByteSource(name: "t.csv.gz", bytes: bytes), limits: limits).inflated
  }

  /// Text that deflate can do little with: digits of a fixed seed.
  private static func digits(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    var bytes = [UInt8](repeating: 0, count: count)
    for index in 0..<(count / 16) {
      var value = random.next()
      for place in 0..<16 {
        bytes[index * 16 + place] = 0x30 + UInt8(value & 7)
        value >>= 4
      }
    }
    return bytes
  }

  @Test func `a compressed table is read like any other`() {
    let reading = Reading(inflated(GzipWriter.member(Self.text)))
    #expect(reading.rows == [["1", "2"], ["3", "4"]])
    #expect(reading.lines == [2, 3])
    #expect(reading.findings == [])
  }

  @Test func `faults have their place in what the file holds`() {
    let text = "a;b\n1;2\nx\"y;2\n"
    let reading = Reading(inflated(GzipWriter.member(Array(text.utf8))))
    #expect(reading.findings == ["stray-quote 3:2"])
    #expect(reading.first(TableFindings.strayQuote)?.location.excerpt == "x\"y;2")
  }

  @Test func `several members are one file, zeros after them are padding`() {
    let parts = [Self.text.prefix(5), Self.text[5..<5], Self.text[5...]]
    let bytes = parts.flatMap { GzipWriter.member(Array($0)) }
    #expect(Reading(inflated(bytes)).rows == [["1", "2"], ["3", "4"]])
    let padded = bytes + [UInt8](repeating: 0, count: 100_000)
    let reading = Reading(inflated(padded))
    #expect(reading.rows == [["1", "2"], ["3", "4"]])
    #expect(reading.findings == [])
    // Zeros between members are padding too.
    let apart = GzipWriter.member(Array("a;b\n1;2\n".utf8)) + [0, 0] + GzipWriter.member([0x33])
    #expect(inflated(apart).everything(limit: 100) == Array("a;b\n1;2\n3".utf8))
  }

  @Test func `a file cut anywhere is an error, and what came before is read`() {
    let bytes = GzipWriter.member(Self.text)
    for count in 0..<bytes.count {
      let reading = Reading(inflated(Array(bytes.prefix(count))))
      #expect(reading.findings.count == 1)
      #expect(reading.findings.first?.hasPrefix("unreadable-file") == true)
      #expect([[], [["1", "2"]], [["1", "2"], ["3", "4"]]].contains(reading.rows))
    }
  }

  @Test func `a large file cut in its middle keeps its first half`() {
    var text = Array("a;b\n".utf8)
    for number in 0..<100_000 { text += Array("\(number);\(number &* 7919 % 10_007)\n".utf8) }
    let bytes = GzipWriter.member(text)
    let reading = Reading(inflated(Array(bytes.prefix(bytes.count / 2))))
    #expect(reading.rows.count > 30_000)
    #expect(reading.rows == Array(Reading(text).rows.prefix(reading.rows.count)))
    #expect(reading.findings == ["unreadable-file \(reading.rows.count + 2):0"])
  }

  @Test func `a changed byte is an error, and no row is read`() {
    let bytes = GzipWriter.member(Self.text)
    // The time and the system in the header, and the bits that fill the last byte, are of no weight.
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x10
      let reading = Reading(inflated(changed))
      if reading.findings == [], place > 3 {
        #expect(reading.rows == [["1", "2"], ["3", "4"]])
      } else {
        #expect(reading.log.count(of: .error) == 1)
        #expect(reading.rows == [])
      }
    }
  }

  @Test func `something after the last member is an error`() {
    let reading = Reading(inflated(GzipWriter.member(Self.text) + Array("x".utf8)))
    #expect(reading.rows == [])
    #expect(reading.findings == ["unreadable-file 1:0"])
  }

  @Test(arguments: ["a;b\n1;2\n", "x", "\u{1F}x"])
  func `a file that is no gzip says so`(_ text: String) {
    #expect(Reading(inflated(Array(text.utf8))).findings == ["not-gzip 1:0"])
  }

  @Test func `nothing compressed is an empty table`() {
    #expect(Reading(inflated(GzipWriter.member([]))).findings == ["empty-table 0:0"])
  }

  @Test func `UTF-16 under gzip is read, and its faults are told`() {
    var bytes: [UInt8] = []
    for unit in "\u{FEFF}a;b\r\n1;é\r\n".utf16 {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let packed = GzipWriter.member(bytes)
    #expect(Reading(inflated(packed)).rows == [["1", "é"]])
    let cut = Reading(inflated(Array(packed.dropLast(4))))
    #expect(cut.findings.first?.hasPrefix("unreadable-file") == true)
  }

  @Test func `a bomb is stopped by what it unfolds to, and by how far`() {
    let rows =
      Array("a;b\n".utf8)
      + Array([[UInt8]](repeating: [0x31, 0x3B, 0x32, 0x0A], count: 50_000).joined())
    let bytes = GzipWriter.member(rows)
    for limits in [GzipLimits(bytes: 100_000), GzipLimits(ratio: 20, ratioFrom: 100_000)] {
      let reading = Reading(inflated(bytes, limits))
      #expect(reading.findings == ["compressed-too-large 1:0"])
      #expect(reading.rows == [])
    }
    #expect(Reading(inflated(bytes, GzipLimits(ratio: 20))).findings == [])
    #expect(Reading(inflated(bytes)).rows.count == 50_000)
  }

  @Test func `members without end stop at the limits that hold unless said otherwise`() {
    // Members of 1 MiB of blanks, a kilobyte each, and no end to them.
    let member = GzipWriter.member([UInt8](repeating: 0x20, count: 1 << 20), level: 9)
    let source = ByteSource(name: "t.csv.gz") { offset, buffer in
      for place in 0..<buffer.count { buffer[place] = member[(offset + place) % member.count] }
      return buffer.count
    }
    let reading = Reading(GzipSource(source).inflated)
    #expect(reading.findings == ["compressed-too-large 1:0"])
  }

  @Test(arguments: [1, 100_000, 1 << 20])
  func `any offset can be read in any order`(_ size: Int) {
    // 5 MB: some places where the state is set aside, and many blocks that are not kept.
    let text = Self.digits(5 << 20)
    let half = text.count / 2 + 5
    let bytes =
      GzipWriter.member(Array(text[..<half]), level: 1)
      + GzipWriter.member(Array(text[half...]), level: 1)
    let source = inflated(bytes)
    var random = SplitMix64(seed: 9)
    for round in 0..<40 {
      // Half of them before the whole was read once, half after.
      let reach = round < 20 ? (round + 1) * text.count / 20 : text.count
      let offset = Int.random(in: 0..<reach, using: &random)
      let found = source.bytes(at: offset, count: size)
      #expect(found.elementsEqual(text[offset..<min(text.count, offset + size)]))
    }
    #expect(source.bytes(at: text.count, count: 10) == [])
    #expect(source.bytes(at: text.count + 1 << 20, count: 10) == [])
    #expect(source.everything(limit: text.count) == text)
  }

  @Test func `no damage ends in anything but a finding`() {
    let bytes =
      GzipWriter.member(Array("a;b\n".utf8) + Self.digits(2000)) + GzipWriter.member([0x0A])
    let whole = inflated(bytes).everything(limit: 1 << 20)
    var random = SplitMix64(seed: 11)
    for _ in 0..<3000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        changed.removeLast(Int.random(in: 0..<changed.count, using: &random))
      }
      let found = inflated(changed).everything(limit: 1 << 20)
      #expect(found == nil || found == whole)
    }
  }
}

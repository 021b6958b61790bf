import TestSupport
import Testing

@testable import Tables

@Suite struct InternerTests {
  private func intern(_ text: String, in interner: inout Interner) -> Int32 {
    var text = text
    return text.withUTF8 { interner.intern($0) }
  }

  @Test func `the same bytes have the same number, in order of arrival`() {
    var interner = Interner()
    var generator = SplitMix64(seed: 5)
    let words = (0..<5000).map { "mot \($0) é" }
    for (number, word) in words.enumerated() {
      #expect(intern(word, in: &interner) == Int32(number))
    }
    for word in words.shuffled(using: &generator).prefix(1000) {
      #expect(interner.text(intern(word, in: &interner)) == word)
    }
    #expect(interner.count == 5000)
  }

  @Test func `the empty string is a string`() {
    var interner = Interner()
    let numbers = ["", "a", "", "a"].map { intern($0, in: &interner) }
    #expect(numbers == [0, 1, 0, 1])
    #expect(interner.text(0) == "")
  }

  @Test func `the hash is the same in every run`() {
    // FNV-1a of nothing is its offset basis CBF29CE484222325; the mix below was computed by hand
    // from the definition: h ^= h >> 32, then (h * 9E3779B97F4A7C15) ^ (h >> 29), modulo 2^64.
    var empty: UInt64 = 0xCBF2_9CE4_8422_2325
    empty ^= empty >> 32
    let expected = (empty &* 0x9E37_79B9_7F4A_7C15) ^ (empty >> 29)
    #expect([UInt8]().withUnsafeBufferPointer { Interner.hash($0) } == expected)
  }
}

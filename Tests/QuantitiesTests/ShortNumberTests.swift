import Testing

@testable import Quantities

@Suite struct ShortNumberTests {
  private func word(_ text: String, noise: UInt8 = 0) -> UInt64 {
    var bytes = Array(text.utf8.prefix(8))
    while bytes.count < 8 { bytes.append(noise) }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func mantissa(_ text: String) -> Int128 {
    ShortNumber.mantissa(word(text), length: text.utf8.count, mark: 0x2C)
  }

  @Test(arguments: [
    ("0", 0), ("7", 7_000_000), ("42", 42_000_000), ("12345678", 12_345_678_000_000),
    ("1,5", 1_500_000), ("0,25", 250_000), ("1234,567", 1_234_567_000), ("00,00", 0),
    ("0,000001", 1), ("99999999", 99_999_999_000_000), ("0,0001", 100), ("0,00001", 10),
  ])
  func `digits and a mark`(_ text: String, _ millionths: Int) {
    #expect(mantissa(text) == Int128(millionths) * 1_000_000)
  }

  @Test(arguments: [
    "", ",5", "5,", "9999999,", "1,2,3", "1.5", "-1", "+1", "1e5", "0x10", "1 2", "é", "1:", "/1",
    "1;", ",",
    "1/2", "?1", "1\u{0}", "12\n", "@@",
  ])
  func `anything else is left to the full reader`(_ text: String) {
    #expect(mantissa(text) == -1)
  }

  @Test func `what it reads is what the full reader reads`() {
    var random = RandomSource(seed: 11)
    let letters = Array("0123456789,,.- e".utf8)
    var read = 0
    for _ in 0..<200_000 {
      let length = Int.random(in: 1...8, using: &random)
      let bytes = (0..<length).map { _ in
        Int.random(in: 0..<8, using: &random) == 0
          ? letters.randomElement(using: &random) ?? 0x30
          : 0x30 + UInt8.random(in: 0...9, using: &random)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let short = ShortNumber.mantissa(
        word(text, noise: UInt8.random(in: 0...255, using: &random)), length: length, mark: 0x2C)
      if short < 0 { continue }
      read += 1
      let full = try? NumberText.read(text, dialect: NumberDialect(decimalMark: .comma)).get()
      #expect(full?.number.mantissa == short, "\(text)")
    }
    #expect(read > 50_000)
  }
}

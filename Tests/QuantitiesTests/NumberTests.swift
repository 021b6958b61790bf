import Quantities
import Testing

@Suite struct NumberTests {
  @Test(
    arguments: [
      ("0", 0), ("1234.56", 1_234_560_000_000_000), ("-0.5", -500_000_000_000),
      ("4.00E-03", 4_000_000_000), ("1e3", 1_000_000_000_000_000), ("2.5E+1", 25_000_000_000_000),
      ("0.000000000001", 1), ("-0.000000000001", -1), ("00012", 12_000_000_000_000),
      ("1.0000000000000000", 1_000_000_000_000),
      ("999999999999999999.999999999999", 999_999_999_999_999_999_999_999_999_999),
    ] as [(String, Int128)])
  func `a plain literal is read exactly`(text: String, mantissa: Int128) {
    #expect(Number(text)?.mantissa == mantissa)  // mantissa = value x 10^12, by definition
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "+1", " 1", "1 ", "1,5", "1e", "1e+", "1e5.5", "0x10", "nan", "inf",
    "--1", "1.2.3", "12abc", "1 234", "1e999", "1e99999", "0.0000000000001", "1e-13",
    "1000000000000000000", "-1000000000000000000", "1e18", "\u{2212}1",
    "123456789012345678901234567890123456789012345678901234567890",
  ])
  func `anything else is refused, never shortened`(text: String) {
    #expect(Number(text) == nil)
  }

  @Test func `an exact literal may be written with many zeros`() {
    #expect(Number("0.1200000000000000000000000000") == Number("0.12"))
    #expect(Number("0e999") == .zero)
  }

  @Test(
    arguments: [
      (0, "0"), (1_234_560_000_000_000, "1234.56"), (-500_000_000_000, "-0.5"),
      (1, "0.000000000001"), (-3_294_519_000_000_000_000, "-3294519"),
      (10_000_000_000_000, "10"),
    ] as [(Int128, String)])
  func `the description is the shortest plain decimal`(mantissa: Int128, text: String) {
    #expect(Number(mantissa: mantissa).description == text)
  }

  @Test func `description and literal are inverse`() {
    var random = RandomSource(seed: 1)
    for _ in 0..<5_000 {
      let number = Number(mantissa: random.number().mantissa)
      #expect(Number(number.description) == number)
    }
  }

  @Test func `numbers add and compare exactly`() throws {
    let tenth = try number("0.1")
    let fifth = try number("0.2")
    #expect(tenth + fifth == Number("0.3"))  // 0.30000000000000004 in floating point
    #expect(-tenth < .zero && tenth < fifth && tenth - tenth == .zero)
    #expect((-tenth).isNegative && !tenth.isNegative && Number.zero.isZero)
    #expect(Number(7) == Number("7") && Number.one == Number(1))
  }

  @Test func `an overflow stops the program instead of wrapping round`() async {
    await #expect(processExitsWith: .failure) {
      // Printed, so that an optimised build cannot leave the addition out.
      print(Number(mantissa: .max) + Number(mantissa: .random(in: 1...2)))
    }
  }

  @Test func `a product is rounded once, half away from zero`() {
    let smallest = Number(mantissa: 1)
    #expect(smallest.multiplied(by: Ratio(1, 2)) == Number(mantissa: 1))  // 0.5 -> 1
    #expect((-smallest).multiplied(by: Ratio(1, 2)) == Number(mantissa: -1))
    #expect(smallest.multiplied(by: Ratio(49, 100)) == .zero)
    #expect(Number(1).multiplied(by: Ratio(2, 3)) == Number("0.666666666667"))
    #expect(Number(12).multiplied(by: Ratio(1000, 1)) == Number(12_000))
  }

  @Test func `a product that does not fit is nil`() {
    #expect(Number(Int.max).multiplied(by: Ratio(Int.max, 1)) == nil)
    // The intermediate needs 190 bits, the result does not.
    #expect(
      Number(1_000_000_000_000_000).multiplied(by: Ratio(Int.max, Int.max - 1))
        == Number("1000000000000000.000108420217"))  // 10^15 + 10^15 / (2^63 - 2)
  }

  @Test func `shares of any cut add up exactly`() {
    var random = RandomSource(seed: 2)
    for _ in 0..<2_000 {
      let whole = Number(mantissa: random.number().mantissa)
      let length = Int.random(in: 1...366, using: &random)
      var cuts = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Int.random(in: 0...length, using: &random)
      }
      cuts = [0] + cuts.sorted() + [length]
      let parts = zip(cuts, cuts.dropFirst()).map { whole.share(from: $0, to: $1, of: length) }
      #expect(parts.reduce(.zero, +) == whole)
    }
  }

  @Test func `a share is the rounded proportion`() {
    // 100 kWh over 3 days: 33.333333333333, then 66.666666666667 - 33.333333333333, then the rest.
    let parts = (0..<3).map { Number(100).share(from: $0, to: $0 + 1, of: 3) }
    #expect(parts.map(\.description) == ["33.333333333333", "33.333333333334", "33.333333333333"])
  }

  @Test func `ratios become numbers when they can`() {
    #expect(Number(exactly: Ratio(1, 8)) == Number("0.125"))
    #expect(Number(exactly: Ratio(1, 3)) == nil)
    #expect(Number(rounding: Ratio(1, 3)) == Number("0.333333333333"))
    #expect(Number(exactly: Ratio(Int128.max, Int128(1))) == nil)
    #expect(Number(rounding: Ratio(Int128.max, Int128(1))) == nil)
  }

  @Test(arguments: ["0.1", "1234.56", "-0.000000000001", "999999999999999999.999999999999", "0"])
  func `the floating-point value is the nearest`(text: String) throws {
    // The standard library's own conversion of the same digits is correctly rounded.
    #expect(try number(text).toDouble() == Double(text))
  }
}

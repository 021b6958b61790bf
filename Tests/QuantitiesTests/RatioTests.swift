import Quantities
import Testing

@Suite struct RatioTests {
  @Test func `a ratio is kept in lowest terms with its sign above`() {
    #expect(Ratio(3600, 1000) == Ratio(18, 5))
    #expect(Ratio(3600, 1000).description == "18/5")
    #expect(Ratio(-6, -4) == Ratio(3, 2))
    #expect(Ratio(6, -4).numerator == -3 && Ratio(6, -4).denominator == 2)
    #expect(Ratio(0, 17) == .zero && Ratio.zero.denominator == 1)
    #expect(Ratio(exactly: 1, over: 0) == nil)
    #expect(Ratio(exactly: .min, over: .min) == .one)
    #expect(Ratio(exactly: .min, over: 1) == nil)
  }

  @Test func `decimal text is read exactly`() {
    #expect(Ratio("0.45359237") == Ratio(45_359_237, 100_000_000))
    #expect(Ratio("4.00E-03") == Ratio(1, 250))
    #expect(Ratio("1e3") == Ratio(1000))
    #expect(Ratio("-2.5") == Ratio(-5, 2))
    #expect(Ratio("0.19359146878269065")?.numerator == 3_871_829_375_653_813)  // /2 x 10^16, 5 out
    for text in ["", "1/3", "1,5", ".5", "x", "1e-99", "1e99"] { #expect(Ratio(text) == nil) }
  }

  @Test func `arithmetic is exact and refuses to overflow`() {
    #expect(Ratio(1, 3) * Ratio(3, 1) == .one)
    #expect(Ratio(1, 3) / Ratio(2, 3) == Ratio(1, 2))
    #expect(Ratio(1, 6) + Ratio(1, 10) == Ratio(4, 15))
    #expect(Ratio(1, 6) - Ratio(1, 6) == .zero)
    #expect(Ratio(1, 3) / .zero == nil)
    #expect(Ratio.zero.inverse == nil)
    #expect(Ratio(-2, 3).inverse == Ratio(-3, 2))
    let large = Ratio(Int128.max, Int128(1))
    #expect(large * large == nil && large + large == nil)
    #expect(large / large == .one)
    #expect(large * Ratio(Int128(1), Int128.max) == .one)
  }

  @Test func `ratios form a field`() {
    var random = RandomSource(seed: 8)
    func ratio() -> Ratio {
      Ratio(random.int128(bits: 30), max(1, Int128(random.int128(bits: 30).magnitude)))
    }
    for _ in 0..<3_000 {
      let (a, b, c) = (ratio(), ratio(), ratio())
      #expect(a + b == b + a)
      #expect(a * b == b * a)
      let right = (a * c).flatMap { left in (b * c).flatMap { left + $0 } }
      #expect((a + b).flatMap { $0 * c } == right)
      if !b.isZero { #expect((a / b).flatMap { $0 * b } == a) }
      #expect((a < b) == ((a - b)?.isNegative == true))
    }
  }

  @Test func `a number and its ratio are the same value`() {
    #expect(Ratio(Number(12)) == Ratio(12))
    #expect(Number("0.125").map(Ratio.init(_:)) == Ratio(1, 8))
    #expect(Ratio(2, 3).toDouble() == 2.0 / 3.0)
    #expect(Ratio(-1, 10).toDouble() == -0.1)
  }
}

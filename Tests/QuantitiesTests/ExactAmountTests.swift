import Quantities
import Testing

@Suite struct CoefficientTests {
  @Test func `conversion and factor are rounded once, at 18 decimals`() throws {
    let factor = try number("0.0344")
    #expect(Coefficient(value: factor, ratio: .one)?.description == "0.0344")
    // A number has 12 decimals, so only a conversion makes more.
    #expect(Coefficient(value: .one, ratio: Ratio(2, 3))?.description == "0.666666666666666667")
    #expect(Coefficient(value: -.one, ratio: Ratio(2, 3))?.description == "-0.666666666666666667")
    let smallest = Number(mantissa: 1)
    #expect(Coefficient(value: smallest, ratio: Ratio(1, 2_000_000))?.mantissa == 1)  // half, away
    #expect(Coefficient(value: smallest, ratio: Ratio(1, 2_000_001))?.mantissa == 0)
    #expect(Coefficient(value: .one, ratio: Ratio(Int128.max, 1)) == nil)
    #expect(Coefficient.zero.isZero && Coefficient(mantissa: -1).isNegative)
  }

  @Test func `a factor per kWh serves MWh`() throws {
    let factor = try number("0.0599")
    let megawattHour = try unit("MWh")
    let kilowattHour = try unit("kWh")
    let ratio = try #require(megawattHour.conversion(to: kilowattHour))
    let coefficient = try #require(Coefficient(value: factor, ratio: ratio))
    #expect(ExactAmount(Number(12), times: coefficient).exactText == "718.8")  // 12 000 x 0.0599
  }
}

@Suite struct ExactAmountTests {
  private func coefficient(_ text: String) throws -> Coefficient {
    try #require(Coefficient(value: try number(text), ratio: .one))
  }

  @Test func `a product is exact to its last decimal`() throws {
    let smallest = ExactAmount(Number(mantissa: 1), times: Coefficient(mantissa: 1))
    #expect(smallest.exactText == "0.000000000000000000000000000001")
    let line = ExactAmount(Number(3_294_519), times: try coefficient("1"))
    #expect(line.exactText == "3294519" && line == ExactAmount(Number(3_294_519)))
    #expect(ExactAmount(.one, times: try coefficient("0.0344")).exactText == "0.0344")
    #expect(ExactAmount.zero.exactText == "0")
  }

  @Test func `sum then multiply equals multiply then sum, in any order`() throws {
    var random = RandomSource(seed: 9)
    let factor = Coefficient(mantissa: random.int128(bits: 80))
    var quantities = (0..<500).map { _ in Number(mantissa: random.number().mantissa) }
    let sum = quantities.reduce(Int128(0)) { $0 + $1.mantissa }
    let once = ExactAmount(quantitySum: sum, times: factor)
    for _ in 0..<5 {
      quantities.shuffle(using: &random)
      var total = ExactAmount.zero
      for quantity in quantities { total += ExactAmount(quantity, times: factor) }
      #expect(total == once)
    }
  }

  @Test(arguments: [
    ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.4999999", 0, "2"), ("0.005", 2, "1"),
    ("1234.56", -2, "12"), ("1250", -2, "13"), ("0.0344", 4, "344"), ("1", 32, "1\(zeros(32))"),
  ])
  func `display rounds half away from zero, once`(text: String, decimals: Int, shown: String) throws
  {
    let amount = ExactAmount(try number(text))
    #expect(amount.rounded(decimals: decimals).description == shown)
  }

  @Test func `truncation cuts towards zero`() throws {
    let amount = ExactAmount(try number("898413.9"))
    #expect(amount.truncated(decimals: 0).description == "898413")
    #expect((-amount).truncated(decimals: 0).description == "-898413")
    #expect(amount.truncated(decimals: 31).description == "8984139\(zeros(30))")
  }

  // IMT Mines Alès 2020, kg C as printed = floor(0.2727 x kg CO2e) on each post and on the total.
  @Test(arguments: [
    (1_393_319, "379958"), (762_600, "207961"), (712_200, "194216"), (390_200, "106407"),
    (36_200, "9871"), (3_294_519, "898415"),
  ])
  func `older sheets truncate carbon`(emission: Int, carbon: String) throws {
    let amount = ExactAmount(Number(emission), times: try coefficient("0.2727"))
    #expect(amount.truncated(decimals: 0).description == carbon)
  }

  @Test func `an amount per person is rounded at 30 decimals`() throws {
    let total = ExactAmount(Number(1))
    #expect(total.divided(by: Number(3))?.exactText == "0." + String(repeating: "3", count: 30))
    #expect(total.divided(by: Number(-8))?.exactText == "-0.125")
    #expect(total.divided(by: .zero) == nil)
    // 4 784 t / 9.9 t = 483.2323...: "about 480 French people" (IMT Mines Albi 2023).
    let people = ExactAmount(Number(4_784)).divided(by: try number("9.9"))
    #expect(people?.rounded(decimals: 4).description == "4832323")
  }

  @Test func `a ratio is applied with one rounding, even beyond 256 bits`() throws {
    let large = ExactAmount(Number(999_999_999_999_999_999), times: try coefficient("1000000"))
    let ratio = Ratio(Int128.max, Int128.max - 1)
    #expect(large.multiplied(by: ratio) != nil)
    #expect(large.multiplied(by: .one) == large)
    #expect(ExactAmount(mantissa: Int256.product(.max, .max)).multiplied(by: Ratio(4)) == nil)
    #expect(ExactAmount(mantissa: Int256(1)).multiplied(by: Ratio(1, 2))?.mantissa == Int256(1))
    #expect(ExactAmount(mantissa: Int256(-1)).multiplied(by: Ratio(1, 2))?.mantissa == Int256(-1))
  }

  @Test func `multiplying and dividing by the same number gives the amount back`() throws {
    var random = RandomSource(seed: 10)
    for _ in 0..<2_000 {
      let amount = ExactAmount(Number(mantissa: random.number().mantissa))
      let divisor = Number(mantissa: max(1, Int128(random.int128(bits: 60).magnitude)))
      let product = try #require(amount.multiplied(by: Ratio(divisor)))
      #expect(product.divided(by: divisor) == amount)
    }
  }

  @Test func `floating-point values and shares are the nearest`() throws {
    #expect(ExactAmount(try number("0.1")).toDouble() == 0.1)
    #expect(ExactAmount(try number("-1234.5678")).toDouble() == -1234.5678)
    #expect(ExactAmount.share(ExactAmount(Number(1)), of: ExactAmount(Number(8))) == 0.125)
    #expect(ExactAmount.share(ExactAmount(Number(1)), of: .zero) == nil)
  }

  @Test func `an amount becomes a number when it fits`() throws {
    #expect(ExactAmount(.one, times: try coefficient("0.5")).roundedNumber() == Number("0.5"))
    let huge = ExactAmount(mantissa: Int256.product(.max, .max))
    #expect(huge.roundedNumber() == nil)
  }
}

private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

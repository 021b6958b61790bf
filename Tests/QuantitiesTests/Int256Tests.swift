import Quantities
import Testing

@Suite struct Int256Tests {
  // The expected integers were computed with arbitrary-precision arithmetic.
  @Test func `the largest products are exact`() {
    let largest = Int128.max
    let smallest = Int128.min
    #expect(
      Int256.product(largest, largest).description
        == "28948022309329048855892746252171976962977213799489202546401021394546514198529")
    #expect(
      Int256.product(smallest, largest).description
        == "-28948022309329048855892746252171976963147354982949671778132708698262398304256")
    #expect(
      Int256.product(smallest, smallest).description
        == "28948022309329048855892746252171976963317496166410141009864396001978282409984")
    // (2^127 - 1)^2 = 2^254 - 2^128 + 1
    #expect(Int256.product(largest, largest) == Int256(high: (1 << 126) - 1, low: 1))
  }

  @Test func `multiplication distributes over addition`() {
    var random = RandomSource(seed: 3)
    for _ in 0..<5_000 {
      let (a, b, c) = (random.int128(), random.int128(bits: 125), random.int128(bits: 125))
      #expect(Int256.product(a, b) + Int256.product(a, c) == Int256.product(a, b + c))
      #expect(Int256.product(a, b) - Int256.product(a, c) == Int256.product(a, b - c))
      #expect(Int256.product(a, b) == Int256.product(b, a))
      #expect(-Int256.product(a, b) == Int256.product(-a, b))
    }
  }

  @Test func `quotient and remainder rebuild the dividend`() throws {
    var random = RandomSource(seed: 4)
    for _ in 0..<10_000 {
      let dividend = Int256.product(random.int128(), random.int128()) + Int256(random.int128())
      let divisor = max(1, Int128(random.int128().magnitude))
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      let rebuilt = try #require(quotient.multiplied(by: divisor)) + Int256(remainder)
      #expect(rebuilt == dividend)
      #expect(remainder.magnitude < divisor.magnitude)
      #expect(remainder == 0 || (remainder < 0) == dividend.isNegative)
    }
  }

  @Test func `rounding is to the nearest, halves away from zero`() throws {
    #expect(Int256(5).dividedRounded(by: 2) == Int256(3))
    #expect(Int256(-5).dividedRounded(by: 2) == Int256(-3))
    #expect(Int256(4).dividedRounded(by: 3) == Int256(1))
    #expect(Int256(-5).dividedRounded(by: 3) == Int256(-2))
    #expect(Int256.zero.dividedRounded(by: 7) == .zero)
    #expect(Int256(Int128.max).dividedRounded(by: .max) == Int256(1))
    var random = RandomSource(seed: 5)
    for _ in 0..<5_000 {
      let dividend = Int256.product(random.int128(), random.int128())
      let divisor = max(1, Int128(random.int128().magnitude))
      // |2 (n - q d)| <= d says that q is the nearest integer to n / d.
      let product = try #require(dividend.dividedRounded(by: divisor).multiplied(by: divisor))
      let distance = dividend - product
      let twice = distance + distance
      #expect(twice <= Int256(divisor) && -twice <= Int256(divisor))
    }
  }

  @Test func `a product divided by one factor is the other`() {
    var random = RandomSource(seed: 6)
    for _ in 0..<5_000 {
      let value = random.int128()
      let factor = max(1, Int128(random.int128().magnitude))
      #expect(Int256.product(value, factor).dividedRounded(by: factor).asInt128 == value)
    }
  }

  @Test func `values fit 128 bits exactly when they should`() {
    #expect(Int256(Int128.max).asInt128 == .max)
    #expect(Int256(Int128.min).asInt128 == .min)
    #expect((Int256(Int128.max) + Int256(1)).asInt128 == nil)
    #expect((Int256(Int128.min) - Int256(1)).asInt128 == nil)
    #expect(Int256(-1).asInt128 == -1)
  }

  @Test func `order follows the value`() {
    let ascending: [Int256] = [
      Int256.product(.min, .max), Int256(.min) - Int256(1), Int256(.min), Int256(-1), .zero,
      Int256(1), Int256(.max), Int256(.max) + Int256(1), Int256.product(.max, .max),
    ]
    for (index, value) in ascending.enumerated() {
      for (other, second) in ascending.enumerated() {
        #expect((value < second) == (index < other))
      }
    }
  }

  @Test func `a sum may pass the limit on its way only by a carry`() {
    let top = Int256(high: .max, low: .max)
    let bottom = Int256(high: .min, low: 0)
    #expect(top + bottom == Int256(-1))
    #expect(Int256(high: .min, low: 1) + Int256(-1) == bottom)
    #expect(bottom - Int256(high: .min, low: 1) == Int256(-1))
    #expect(bottom.description.hasPrefix("-5789604461865809771178549250434395392663499"))  // -2^255
  }

  @Test func `an overflow stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = Int256(high: .max, low: .max) + Int256(1)
    }
    await #expect(processExitsWith: .failure) {
      _ = Int256(high: .min, low: 0) - Int256(1)
    }
  }

  @Test func `a product beyond 256 bits is nil`() {
    #expect(Int256.product(.max, .max).multiplied(by: 2)?.isNegative == false)
    #expect(Int256.product(.max, .max).multiplied(by: 4) == nil)
    #expect(Int256(-3).multiplied(by: -4) == Int256(12))
  }

  @Test func `the floating-point value is the nearest`() {
    #expect(Int256(1).toDouble() == 1)
    #expect(Int256(-3).toDouble() == -3)
    #expect(Int256.zero.toDouble() == 0)
    #expect(Int256.product(.max, .max).toDouble() == 0x1p254)
    var random = RandomSource(seed: 7)
    for _ in 0..<5_000 {
      let value = random.int128()
      #expect(Int256(value).toDouble() == Double(value))  // the standard library rounds to nearest
    }
  }

  @Test func `halves go to the even neighbour as IEEE 754 asks`() {
    // 2^53 + 1 lies between two doubles; one more bit far below breaks the tie.
    let tie = (Int128(1) << 53) + 1
    #expect(Int256(tie).toDouble() == 0x1p53)
    #expect((Int256.product(tie, 1 << 60) + Int256(1)).toDouble() == (0x1p53 + 2) * 0x1p60)
  }
}

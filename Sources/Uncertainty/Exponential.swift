/// The exponential function, the same to the last digit on every machine: that of a library is not.
enum Exponential {
  typealias Four = SIMD4<Double>

  /// e to the power of four numbers between −700 and 700, to fifteen digits.
  @inline(__always)
  static func four(_ x: Four) -> Four {
    // Whole powers of two by their exponent, the rest by its series: |rest| is at most ln 2 / 2.
    let round = Four(repeating: 6_755_399_441_055_744)
    let shifted = x * Four(repeating: 1.4426950408889634) + round
    let whole = shifted - round
    let r =
      (x - whole * Four(repeating: 0.693147180369123816490))
      - whole * Four(repeating: 1.90821492927058770002e-10)
    var sum = Four(repeating: 1.0 / 6_227_020_800)
    sum = sum * r + Four(repeating: 1.0 / 479_001_600)
    sum = sum * r + Four(repeating: 1.0 / 39_916_800)
    sum = sum * r + Four(repeating: 1.0 / 3_628_800)
    sum = sum * r + Four(repeating: 1.0 / 362_880)
    sum = sum * r + Four(repeating: 1.0 / 40_320)
    sum = sum * r + Four(repeating: 1.0 / 5_040)
    sum = sum * r + Four(repeating: 1.0 / 720)
    sum = sum * r + Four(repeating: 1.0 / 120)
    sum = sum * r + Four(repeating: 1.0 / 24)
    sum = sum * r + Four(repeating: 1.0 / 6)
    sum = sum * r + Four(repeating: 0.5)
    sum = sum * r + Four(repeating: 1)
    sum = sum * r + Four(repeating: 1)
    // The last bits of what was shifted are the whole power: they become the exponent.
    var scale = Four()
    for lane in 0..<4 {
      scale[lane] = Double(bitPattern: (shifted[lane].bitPattern &+ 1023) << 52)
    }
    return sum * scale
  }
}

/// A seeded generator (SplitMix64): the same numbers in every run and on every machine.
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// An integer of any size up to `bits`, of either sign: small ones are as likely as large ones.
  mutating func int128(bits: Int = 126) -> Int128 {
    let width = Int.random(in: 0...bits, using: &self)
    let magnitude = UInt128(next()) << 64 | UInt128(next())
    let kept = width == 0 ? 0 : magnitude >> UInt128(128 - width)
    return Bool.random(using: &self) ? Int128(kept) : -Int128(kept)
  }

  /// A number within the limit of 10^18.
  mutating func number() -> (mantissa: Int128, decimals: Int) {
    let decimals = Int.random(in: 0...12, using: &self)
    var unit: Int128 = 1
    for _ in decimals..<12 { unit *= 10 }
    let mantissa = int128(bits: 99) / unit * unit  // 2^99 < 10^30
    return (mantissa, decimals)
  }
}

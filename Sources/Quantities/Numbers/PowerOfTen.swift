/// Powers of ten that fit 128 bits, looked up instead of computed.
enum PowerOfTen {
  /// The largest exponent whose power fits `UInt128` and `Int128`.
  static let largestExponent = 38

  private static let table: [UInt128] = {
    var powers: [UInt128] = [1]
    for _ in 0..<largestExponent { powers.append((powers.last ?? 1) * 10) }
    return powers
  }()

  /// 10 to the `exponent`, which must be in `0...38`.
  static func unsigned(_ exponent: Int) -> UInt128 { table[exponent] }

  /// 10 to the `exponent` as a signed value, which must be in `0...38`.
  static func signed(_ exponent: Int) -> Int128 { Int128(table[exponent]) }

  /// 10 to the `exponent` for `0...19`, in the width of one machine word.
  static func word(_ exponent: Int) -> UInt64 { UInt64(truncatingIfNeeded: table[exponent]) }
}

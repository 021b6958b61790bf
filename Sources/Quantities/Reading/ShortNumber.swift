/// The numbers that nearly every cell holds: at most eight bytes, digits and perhaps a mark.
///
/// Read in one word of the machine, without a loop. Everything else is `NumberText`'s; where this
/// finds a number, both find the same one.
public enum ShortNumber {
  /// The number as the mantissa of a `Number`; -1 when the bytes are anything else.
  ///
  /// `word` holds the bytes, the first one lowest; what lies beyond `length` means nothing.
  @inlinable @inline(__always)
  public static func mantissa(_ word: UInt64, length: Int, mark: UInt8) -> Int128 {
    guard length > 0, length <= 8 else { return -1 }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let zeros = ones &* 0x30
    // The last byte goes to the top, zeros before the first.
    let unused = UInt64(8 - length) &* 8
    var text = word << unused | (zeros & (1 << unused &- 1))
    let other = text ^ (ones &* UInt64(mark))
    let marks = (other &- ones) & ~other & highs
    var decimals = 0
    if marks != 0 {
      let place = marks.trailingZeroBitCount >> 3
      decimals = 7 - place
      // A mark stands between digits.
      if decimals == 0 || place <= 8 - length { return -1 }
      let below: UInt64 = (1 << UInt64(place &* 8)) &- 1
      let above = ~(below << 8 | 0xFF)
      text = (text & above) | (text & below) << 8 | 0x30
    }
    let digits = text ^ zeros
    // Each byte must be 0 to 9: no high half, and no carry when 6 is added.
    if (digits | (digits &+ ones &* 0x06)) & (ones &* 0xF0) != 0 { return -1 }
    var value = digits &* 10 &+ (digits >> 8)
    value =
      ((value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        &+ ((value >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) >> 32
    let (high, low) = (value & 0xFFFF_FFFF).multipliedFullWidth(by: power(decimals))
    return Int128(truncatingIfNeeded: UInt128(high) << 64 | UInt128(low))
  }

  /// What twelve decimals are more than so many; there are six at most.
  @inlinable @inline(__always)
  static func power(_ decimals: Int) -> UInt64 {
    switch decimals {
    case 0: 1_000_000_000_000
    case 1: 100_000_000_000
    case 2: 10_000_000_000
    case 3: 1_000_000_000
    case 4: 100_000_000
    case 5: 10_000_000
    default: 1_000_000
    }
  }
}

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
    let zeros = ones &* 0x30
    // Where the first mark is; behind the last byte, or farther, where there is none.
    let other = word ^ (ones &* UInt64(mark))
    let marks = (other &- ones) & ~other & (ones &* 0x80)
    let place = marks.trailingZeroBitCount >> 3
    // The last byte goes to the top.
    let unused = UInt64(truncatingIfNeeded: 8 &- length) &* 8
    var digits = (word ^ zeros) &<< unused
    var decimals = 0
    if place < length {
      decimals = length &- 1 &- place
      // A mark stands between digits.
      if decimals == 0 || place == 0 { return -1 }
      // What is before it moves up by a byte.
      let above = ~UInt64(0) &<< (UInt64(truncatingIfNeeded: 8 &- decimals) &* 8)
      digits = (digits & above) | ((digits & ~(above &>> 8 | above)) &<< 8)
    }
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

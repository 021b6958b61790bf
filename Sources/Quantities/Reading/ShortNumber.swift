/// The numbers that nearly every cell holds: at most eight bytes, digits and perhaps a mark.
///
/// Read in one word of the machine, without a loop. Everything else is `NumberText`'s; where this
/// finds a number, both find the same one.
public enum ShortNumber {
  /// The digits as a whole number and how many of them are decimals; -1 decimals when the bytes are
  /// anything else.
  ///
  /// `word` holds the bytes, the first one lowest; what lies beyond `length` means nothing.
  @inlinable @inline(__always)
  public static func read(_ word: UInt64, length: Int, mark: UInt8) -> (
    digits: UInt64, decimals: Int
  ) {
    guard length > 0, length <= 8 else { return (0, -1) }
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
      if decimals == 0 || place <= 8 - length { return (0, -1) }
      let below: UInt64 = (1 << UInt64(place &* 8)) &- 1
      let above = ~(below << 8 | 0xFF)
      text = (text & above) | (text & below) << 8 | 0x30
    }
    let digits = text ^ zeros
    // Each byte must be 0 to 9: no high half, and no carry when 6 is added.
    if (digits | (digits &+ ones &* 0x06)) & (ones &* 0xF0) != 0 { return (0, -1) }
    var value = digits &* 10 &+ (digits >> 8)
    value =
      ((value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        &+ ((value >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) >> 32
    return (value & 0xFFFF_FFFF, decimals)
  }
}

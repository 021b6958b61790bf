#if arch(x86_64)
  import CDigits
#endif

/// Reads the numbers that nearly every cell holds: at most eight bytes, digits and perhaps a mark.
///
/// Read in one word of the machine, without a loop over bytes and without a choice that depends on
/// them. Everything else is `NumberText`'s; where this finds a number, both find the same one.
public struct ShortNumbers: Sendable {
  /// How many are read at once.
  enum Instructions {
    case swift, avx2

    /// What suits this machine.
    static let best: Instructions = {
      #if arch(x86_64)
        return empreinte_digits_width() > 0 ? .avx2 : .swift
      #else
        return .swift
      #endif
    }()
  }

  /// Cells of one column, as places in their bytes; eight bytes before the first one can be read.
  public struct Cells {
    let bytes: UnsafePointer<UInt8>
    let starts: UnsafePointer<Int32>
    let ends: UnsafePointer<Int32>
    let columns: Int
    let bias: Int
    let cut: Int

    /// The cell of a row lies from `starts[row * columns] + bias` to `ends[row * columns] - cut`.
    public init(
      _ bytes: UnsafePointer<UInt8>, starts: UnsafePointer<Int32>, ends: UnsafePointer<Int32>,
      columns: Int, bias: Int, cut: Int
    ) {
      self.bytes = bytes
      self.starts = starts
      self.ends = ends
      self.columns = columns
      self.bias = bias
      self.cut = cut
    }
  }

  private let mark: DecimalMark
  private let instructions: Instructions

  /// A millionth as the mantissa of a `Number`.
  @inlinable public static var millionth: Int128 { 1_000_000 }

  /// Reads numbers with this decimal mark.
  public init(mark: DecimalMark) { self.init(mark: mark, by: .best) }

  init(mark: DecimalMark, by instructions: Instructions) {
    self.mark = mark
    self.instructions = instructions
  }

  /// The numbers of so many cells in millionths, -1 for those that are anything else; there is room for a
  /// multiple of four.
  public func read(_ cells: Cells, _ count: Int, into millionths: UnsafeMutablePointer<Int64>) {
    #if arch(x86_64)
      if instructions == .avx2 {
        let places = empreinte_cells(
          bytes: cells.bytes, starts: cells.starts, ends: cells.ends, columns: cells.columns,
          bias: Int32(truncatingIfNeeded: cells.bias), cut: Int32(truncatingIfNeeded: cells.cut))
        empreinte_millionths_avx2(places, count, mark.rawValue, millionths)
        return
      }
    #endif
    for row in 0..<count {
      let end = Int(cells.ends[row &* cells.columns]) &- cells.cut
      let length = end &- cells.bias &- Int(cells.starts[row &* cells.columns])
      let word = UnsafeRawPointer(cells.bytes + end - 8).loadUnaligned(as: UInt64.self)
      millionths[row] = Self.millionths(word.littleEndian, length, mark.rawValue)
    }
  }

  /// The number in the last bytes of a word, the last one highest; what is before them means nothing.
  private static func millionths(_ word: UInt64, _ length: Int, _ mark: UInt8) -> Int64 {
    guard length > 0, length <= 8 else { return -1 }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let unused = UInt64(truncatingIfNeeded: 8 &- length) &* 8
    let text = ((word ^ (ones &* 0x30)) &>> unused) &<< unused
    // Where the first mark is; behind the last byte where there is none.
    let other = text ^ (ones &* UInt64(mark ^ 0x30))
    let place = ((other &- ones) & ~other & (ones &* 0x80)).trailingZeroBitCount &>> 3
    var (digits, decimals) = (text, 0)
    if place < 8 {
      decimals = 7 &- place
      // A mark stands between digits.
      if decimals == 0 || place &+ length == 8 { return -1 }
      // What is before it moves up by a byte.
      let above = ~UInt64(0) &<< (UInt64(truncatingIfNeeded: place &+ 1) &* 8)
      digits = (text & above) | ((text & ~(above &>> 8 | above)) &<< 8)
    }
    // Each byte must be 0 to 9: no high half, and no carry when 6 is added.
    if (digits | (digits &+ ones &* 0x06)) & (ones &* 0xF0) != 0 { return -1 }
    var value = digits &* 10 &+ (digits &>> 8)
    value =
      ((value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        &+ ((value &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) &>> 32
    return Int64(truncatingIfNeeded: value & 0xFFFF_FFFF) &* power(decimals)
  }

  /// Millionths in the last of so many decimals; there are six at most.
  private static func power(_ decimals: Int) -> Int64 {
    switch decimals {
    case 0: 1_000_000
    case 1: 100_000
    case 2: 10_000
    case 3: 1000
    case 4: 100
    case 5: 10
    default: 1
    }
  }
}

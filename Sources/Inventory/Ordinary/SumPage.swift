import Quantities

/// A sum while it is added to, with how many were added: one word, so that all those that are added to in turn
/// stay near the processor.
struct ShortSum: BitwiseCopyable {
  /// Millionths, and in the lower bits rows.
  private var word: UInt64 = 0

  private static let rowBits: UInt64 = 20
  static let mostRows = 1 << rowBits - 1
  /// A row may have so many millionths.
  static let most = Int64(1) << (64 - Int64(rowBits)) - 1

  var wide: WideSum {
    WideSum(
      mantissa: Int128(word >> Self.rowBits) * ShortNumbers.millionth,
      rows: Int(word & UInt64(Self.mostRows)))
  }

  /// Adds a row; false when there is no room for it.
  @inline(__always)
  mutating func add(_ millionths: Int64) -> Bool {
    let row = UInt64(bitPattern: millionths) &<< Self.rowBits | 1
    let (sum, isTooMuch) = word.addingReportingOverflow(row)
    if !isTooMuch { word = sum }
    return !isTooMuch
  }
}

/// A sum as others understand it.
struct WideSum: BitwiseCopyable {
  var mantissa: Int128 = 0
  var rows = 0

  mutating func add(_ other: WideSum) {
    mantissa += other.mantissa
    rows += other.rows
  }

  mutating func subtract(_ other: WideSum) {
    mantissa -= other.mantissa
    rows -= other.rows
  }
}

/// Sums, and behind them, one each, what has become too much for them.
struct SumPage: BitwiseCopyable {
  let sums: UnsafeMutablePointer<ShortSum>

  static let bits = 5
  static let size = 1 << bits
  private static let room = (
    sums: size * MemoryLayout<ShortSum>.stride, others: size * MemoryLayout<WideSum>.stride
  )

  init() {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: Self.room.sums + Self.room.others, alignment: 64)
    sums = bytes.initializeMemory(as: ShortSum.self, repeating: ShortSum(), count: Self.size)
    (bytes + Self.room.sums).initializeMemory(
      as: WideSum.self, repeating: WideSum(), count: Self.size)
  }

  func deallocate() { UnsafeMutableRawPointer(sums).deallocate() }

  private var others: UnsafeMutablePointer<WideSum> {
    (UnsafeMutableRawPointer(sums) + Self.room.sums).assumingMemoryBound(to: WideSum.self)
  }

  /// A sum, and what has become too much for it.
  subscript(place: Int) -> WideSum {
    var sum = others[place]
    sum.add(sums[place].wide)
    return sum
  }

  /// Adds what may be much.
  func add(_ more: WideSum, _ place: Int) { others[place].add(more) }

  /// Makes room in a sum.
  func empty(_ place: Int) {
    others[place].add(sums[place].wide)
    sums[place] = ShortSum()
  }
}

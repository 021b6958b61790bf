/// A place in a sheet, such as `B7`.
enum CellReference {
  /// The last column, `XFD`.
  static let lastColumn = 16_384
  /// The last row.
  static let lastRow = 1_048_576

  /// The column and row of `B7`, both counted from 1; nil when it is no place in a sheet.
  static func place(_ bytes: UnsafeBufferPointer<UInt8>) -> (column: Int, row: Int)? {
    var column = 0
    var index = 0
    while index < bytes.count, index < 4, (0x41...0x5A).contains(bytes[index] & 0xDF) {
      column = column * 26 + Int((bytes[index] & 0xDF) - 0x40)
      index += 1
    }
    guard (1...lastColumn).contains(column), index < bytes.count, bytes[index] != 0x30,
      let row = Digits.value(UnsafeBufferPointer(rebasing: bytes[index...])),
      row <= lastRow
    else { return nil }
    return (column, row)
  }
}

/// One record of a table, as bytes; valid only while it is being handed over.
public struct Record {
  /// Where its first byte is in the source: enough to find it again.
  public let offset: Int
  /// The line it begins on, counted from 1.
  public let line: Int
  /// How many fields it has.
  public let count: Int
  let bytes: UnsafePointer<UInt8>
  let ends: UnsafePointer<Int32>
  /// How many rows of the file are in it: a day of a load curve is made of many.
  public var rows = 1

  /// The bytes of a field, unquoted, blanks around it removed.
  @inline(__always)
  public func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < count)
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
  }

  /// The bytes of all fields, one behind the other.
  private var all: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes, count: count == 0 ? 0 : Int(ends[count - 1]))
  }

  /// True when no byte of any field is above 127: nothing to ask about its encoding.
  var isASCII: Bool { CellText.isASCII(all) }

  /// True when every field is UTF-8, and no character was lost before it came here.
  var isWholeUTF8: Bool {
    if !CellText.isUTF8(all) || CellText.isDamagedUTF8(all) { return false }
    // No character begins in one field and goes on in the next.
    return (0..<count).allSatisfy { field($0).first.map { $0 & 0xC0 != 0x80 } ?? true }
  }

  /// True when every field is empty: the blank rows a spreadsheet leaves at the end.
  public var isBlank: Bool { count == 0 || ends[count - 1] == 0 }
}

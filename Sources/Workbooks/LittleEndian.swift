/// Numbers as ZIP and OLE2 write them, the lowest byte first; zero beyond the end.
struct LittleEndian {
  let bytes: [UInt8]

  func number16(at offset: Int) -> Int { number(at: offset, size: 2) }
  func number32(at offset: Int) -> Int { number(at: offset, size: 4) }

  /// Nil when it is larger than anything that can be an offset.
  func number64(at offset: Int) -> Int? {
    let high = number(at: offset + 4, size: 4)
    return high > 0xFFFF ? nil : high << 32 | number(at: offset, size: 4)
  }

  private func number(at offset: Int, size: Int) -> Int {
    guard offset >= 0, offset + size <= bytes.count else { return 0 }
    return (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
  }
}

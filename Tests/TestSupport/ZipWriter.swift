import CZlib

/// Writes archives, true ones and forged ones.
public struct ZipWriter: Sendable {
  /// A part, with what the archive is to say of it where that is not the truth.
  public struct Part: Sendable {
    public var name: String
    public var bytes: [UInt8]
    public var isDeflated = true
    public var flags = 0
    public var method: Int?
    public var size: Int?
    public var crc: Int?
    /// Takes the place of this part's own bytes.
    public var offset: Int?

    /// A part of which the archive tells the truth.
    public init(name: String, bytes: [UInt8], offset: Int? = nil) {
      self.name = name
      self.bytes = bytes
      self.offset = offset
    }
  }

  public var parts: [Part] = []
  /// Writes the sizes and places as archives over 4 GiB do.
  public var isLarge = false
  public var comment: [UInt8] = []
  /// What the last record says of the number of parts.
  public var count: Int?

  /// An archive without parts.
  public init() {}

  /// The archive.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    var list: [UInt8] = []
    for part in parts {
      let data = part.isDeflated ? Deflate.bytes(part.bytes, in: .none) : part.bytes
      let name = Array(part.name.utf8)
      let offset = part.offset ?? output.count
      let size = part.size ?? part.bytes.count
      let sum = part.crc ?? Self.sum(part.bytes)
      let method = part.method ?? (part.isDeflated ? 8 : 0)
      let common =
        Self.number(part.flags, 2) + Self.number(method, 2) + Self.number(0, 4)
        + Self.number(sum, 4)
      let extra =
        isLarge
        ? Self.number(1, 2) + Self.number(24, 2) + Self.number(size, 8)
          + Self.number(data.count, 8) + Self.number(offset, 8) : []
      let full = 0xFFFF_FFFF
      output +=
        Self.number(0x0403_4B50, 4) + Self.number(20, 2) + common + Self.number(data.count, 4)
        + Self.number(size, 4) + Self.number(name.count, 2) + Self.number(0, 2) + name + data
      list +=
        Self.number(0x0201_4B50, 4) + Self.number(45, 2) + Self.number(20, 2) + common
        + Self.number(isLarge ? full : data.count, 4) + Self.number(isLarge ? full : size, 4)
        + Self.number(name.count, 2) + Self.number(extra.count, 2) + Self.number(0, 2)
        + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
        + Self.number(isLarge ? full : offset, 4) + name + extra
    }
    let start = output.count
    output += list
    let entries = count ?? parts.count
    if isLarge {
      let end = output.count
      output += Self.number(0x0606_4B50, 4) + Self.number(44, 8) + Self.number(45, 2)
      output += Self.number(45, 2) + Self.number(0, 4) + Self.number(0, 4)
      output += Self.number(entries, 8) + Self.number(entries, 8) + Self.number(list.count, 8)
      output += Self.number(start, 8)
      output += Self.number(0x0706_4B50, 4) + Self.number(0, 4) + Self.number(end, 8)
      output += Self.number(1, 4)
    }
    output += Self.number(0x0605_4B50, 4) + Self.number(0, 4)
    output += Self.number(isLarge ? 0xFFFF : entries, 2)
    output += Self.number(isLarge ? 0xFFFF : entries, 2)
    output += Self.number(isLarge ? 0xFFFF_FFFF : list.count, 4)
    output += Self.number(isLarge ? 0xFFFF_FFFF : start, 4)
    return output + Self.number(comment.count, 2) + comment
  }

  public static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  public static func sum(_ bytes: [UInt8]) -> Int { Int(crc32(0, bytes, UInt32(bytes.count))) }
}

import Tables

/// The list of parts of an archive, checked before libzip sees the file.
///
/// libzip reads what is there; whether it is what a spreadsheet program would write is our own
/// question: how many parts, how large, under which names, and that no two share their bytes.
struct ZipDirectory: Sendable {
  /// A part as the list at the end of the archive describes it.
  struct Entry: Sendable {
    /// Its name, with slashes.
    var name: String
    var flags: Int
    var method: Int
    var crc: Int
    /// Bytes in the archive, and once unfolded.
    var compressed: Int
    var size: Int
    /// Where its own header begins.
    var offset: Int
  }

  let entries: [Entry]
  private let places: [String: Int]

  /// A part by its name; capitals do not count, as in the standard.
  func place(of name: String) -> Int? { places[Self.folded(name)] }

  /// Reads and checks the list of a file of so many bytes.
  static func read(
    _ source: ByteSource, size: Int, limits: WorkbookLimits
  ) throws(WorkbookProblem) -> ZipDirectory {
    let end = try EndRecord.find(source, size: size)
    guard end.count <= limits.entries, end.directorySize <= limits.directoryBytes else {
      throw .tooLarge(part: source.name)
    }
    let bytes = source.bytes(at: end.directory, count: end.directorySize)
    let entries = try list(bytes, count: end.count, name: source.name)
    var places: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      // Method 99 is what WinZip writes for AES.
      if entry.flags & 0x2041 != 0 || entry.method == 99 { throw .encrypted }
      guard isInside(entry.name) else { throw .unsafe(part: entry.name, .entryName) }
      guard places.updateValue(index, forKey: folded(entry.name)) == nil else {
        throw .unsafe(part: entry.name, .sameName)
      }
    }
    try checkPlaces(of: entries, in: source, before: end.directory)
    return ZipDirectory(entries: entries, places: places)
  }

  private static func list(
    _ bytes: [UInt8], count: Int, name: String
  ) throws(WorkbookProblem) -> [Entry] {
    let fields = LittleEndian(bytes: bytes)
    var entries: [Entry] = []
    var offset = 0
    for _ in 0..<count {
      guard offset + 46 <= bytes.count, fields.number32(at: offset) == 0x0201_4B50 else {
        throw .damaged(part: name)
      }
      let nameEnd = offset + 46 + fields.number16(at: offset + 28)
      let extraEnd = nameEnd + fields.number16(at: offset + 30)
      let next = extraEnd + fields.number16(at: offset + 32)
      guard next <= bytes.count else { throw .damaged(part: name) }
      var entry = Entry(
        // Some programs of Windows write backslashes.
        name: String(
          decoding: bytes[(offset + 46)..<nameEnd].map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self),
        flags: fields.number16(at: offset + 8), method: fields.number16(at: offset + 10),
        crc: fields.number32(at: offset + 16), compressed: fields.number32(at: offset + 20),
        size: fields.number32(at: offset + 24), offset: fields.number32(at: offset + 42))
      guard widen(&entry, LittleEndian(bytes: Array(bytes[nameEnd..<extraEnd]))) else {
        throw .damaged(part: entry.name)
      }
      entries.append(entry)
      offset = next
    }
    guard offset == bytes.count else { throw .damaged(part: name) }
    return entries
  }

  /// Takes the 64-bit numbers of the extra field in the place of those that say "see there".
  private static func widen(_ entry: inout Entry, _ extra: LittleEndian) -> Bool {
    let full = 0xFFFF_FFFF
    guard entry.size == full || entry.compressed == full || entry.offset == full else {
      return true
    }
    var field = 0
    while extra.number16(at: field) != 1 {
      field += 4 + extra.number16(at: field + 2)
      if field + 4 > extra.bytes.count { return false }
    }
    let end = min(extra.bytes.count, field + 4 + extra.number16(at: field + 2))
    var offset = field + 4
    for path in [\Entry.size, \Entry.compressed, \Entry.offset] where entry[keyPath: path] == full {
      guard offset + 8 <= end, let number = extra.number64(at: offset) else { return false }
      entry[keyPath: path] = number
      offset += 8
    }
    return true
  }

  /// Each part must have its own header where the list says, and bytes of its own.
  private static func checkPlaces(
    of entries: [Entry], in source: ByteSource, before directory: Int
  ) throws(WorkbookProblem) {
    var end = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= end else { throw .unsafe(part: entry.name, .overlap) }
      let header = LittleEndian(bytes: source.bytes(at: entry.offset, count: 30))
      guard header.bytes.count == 30, header.number32(at: 0) == 0x0403_4B50,
        header.number16(at: 8) == entry.method
      else { throw .damaged(part: entry.name) }
      if header.number16(at: 6) & 0x2041 != 0 { throw .encrypted }
      end = entry.offset + 30 + header.number16(at: 26) + header.number16(at: 28)
      guard entry.compressed <= directory - end else {
        throw end > directory ? .damaged(part: entry.name) : .unsafe(part: entry.name, .overlap)
      }
      end += entry.compressed
    }
  }

  /// True when a name stays in the archive; nothing is ever written under it all the same.
  private static func isInside(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(0)
      && !(name.utf8.count > 1 && name.utf8.dropFirst().first == 0x3A)
      && !name.split(separator: "/").contains("..")
  }

  private static func folded(_ name: String) -> String {
    String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

/// Where the list of parts is, as the last bytes of the archive say.
private struct EndRecord {
  var count: Int
  var directory: Int
  var directorySize: Int

  static func find(_ source: ByteSource, size: Int) throws(WorkbookProblem) -> EndRecord {
    // The record is 22 bytes, then a comment of up to 65 535.
    let start = max(0, size - 22 - 0xFFFF)
    let tail = LittleEndian(bytes: source.bytes(at: start, count: size - start))
    guard tail.bytes.count == size - start else { throw .damaged(part: source.name) }
    var place = tail.bytes.count - 22
    while place >= 0 {
      if tail.bytes[place] == 0x50, tail.number32(at: place) == 0x0605_4B50,
        place + 22 + tail.number16(at: place + 20) == tail.bytes.count
      {
        break
      }
      place -= 1
    }
    guard place >= 0 else { throw .damaged(part: source.name) }
    var record = EndRecord(
      count: tail.number16(at: place + 10), directory: tail.number32(at: place + 16),
      directorySize: tail.number32(at: place + 12))
    var end = start + place
    // A locator in front says where the record of large archives is; it holds what is too large.
    if place >= 20, tail.number32(at: place - 20) == 0x0706_4B50 {
      guard let at = tail.number64(at: place - 12), at >= 0, at + 56 <= end else {
        throw .damaged(part: source.name)
      }
      let large = LittleEndian(bytes: source.bytes(at: at, count: 56))
      guard large.number32(at: 0) == 0x0606_4B50, let count = large.number64(at: 32),
        let bytes = large.number64(at: 40), let directory = large.number64(at: 48)
      else { throw .damaged(part: source.name) }
      record = EndRecord(count: count, directory: directory, directorySize: bytes)
      end = at
    }
    guard record.directory <= end, record.directorySize <= end - record.directory else {
      throw .damaged(part: source.name)
    }
    return record
  }
}

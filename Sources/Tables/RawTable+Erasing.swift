import Diagnostics

extension RawTable {
  /// The bytes of the file with some columns emptied under their header; nil when it is not certain
  /// that nothing else changes and nothing is missed.
  ///
  /// What is not erased stays byte for byte. A quote in the middle of a word, a cell beyond the
  /// header, a row that reads differently afterwards: each could hide a name, or lose a row.
  public func erasing(
    columns isErased: (String) -> Bool, limit: Int, isKnown: (String) -> Bool
  ) -> [UInt8]? {
    guard let bytes = source.everything(limit: limit) else { return nil }
    let erased = Set(header.indices.filter { isErased(header[$0]) })
    guard let result = emptied(bytes, erased) else { return nil }
    let wanted = header
    let copy = RawTable.open(
      ByteSource(name: source.name, bytes: result), isKnown: isKnown,
      isHeader: { Array($0.prefix(wanted.count)) == wanted })
    guard let copy, let before = fingerprints(without: erased),
      let after = copy.fingerprints(without: erased, checkingEmpty: true), before == after
    else { return nil }
    return result
  }

  /// True when a column that is meant is not empty somewhere.
  public func hasText(in isMeant: (String) -> Bool) -> Bool {
    let fields = header.indices.filter { isMeant(header[$0]) }
    var unheard = FindingLog()
    var found = false
    forEachRecord(log: &unheard, isEnd: { _ in found }, onRejected: { _ in }) { record, _ in
      found = found || fields.contains { $0 < record.count && !record.field($0).isEmpty }
    }
    return found
  }

  private func emptied(_ bytes: [UInt8], _ erased: Set<Int>) -> [UInt8]? {
    var result: [UInt8] = Array(bytes[0..<headerOffset])
    result.reserveCapacity(bytes.count)
    var field = 0
    var isHeader = true
    var index = headerOffset
    while index < bytes.count {
      // The bytes of one field, its quotes included.
      let start = index
      if bytes[index] == 0x22 {
        index += 1
        while index < bytes.count {
          if bytes[index] == 0x22 {
            index += 1
            guard index < bytes.count, bytes[index] == 0x22 else { break }
          }
          index += 1
        }
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        guard index == bytes.count || isEnd(bytes[index]) else { return nil }
      } else {
        while index < bytes.count, !isEnd(bytes[index]) {
          if bytes[index] == 0x22 { return nil }
          index += 1
        }
      }
      if !isHeader, field >= header.count, start < index { return nil }
      if isHeader || !erased.contains(field) { result += bytes[start..<index] }
      guard index < bytes.count else { break }
      let mark = bytes[index]
      result.append(mark)
      index += 1
      field = mark == delimiter ? field + 1 : 0
      if mark != delimiter { isHeader = false }
    }
    return result
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  /// A hash of what each row holds outside these columns; nil when a row cannot be read, or when one
  /// of them is not empty and should be.
  private func fingerprints(
    without fields: Set<Int>, checkingEmpty: Bool = false
  ) -> [UInt64]? {
    var hashes: [UInt64] = []
    var isSound = true
    var log = FindingLog()
    forEachRecord(log: &log, isEnd: { _ in false }, onRejected: { _ in isSound = false }) {
      record, _ in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for field in 0..<record.count {
        if fields.contains(field) {
          if checkingEmpty, !record.field(field).isEmpty { isSound = false }
        } else if !record.field(field).isEmpty {
          hash = (hash ^ Interner.hash(record.field(field))) &* 0x9E37_79B9_7F4A_7C15
          hash ^= UInt64(field) &* 0xFF51_AFD7_ED55_8CCD
        }
      }
      hashes.append(hash)
    }
    return isSound ? hashes : nil
  }
}

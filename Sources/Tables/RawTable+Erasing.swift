import Diagnostics

extension RawTable {
  /// The bytes of the file with some columns emptied under their header; nil when they cannot be.
  ///
  /// What is not erased stays byte for byte: the lines above the header, quotes, line ends. A last
  /// look through libcsv makes sure that nothing was missed: a stray quote could have hidden a cell.
  public func erasing(columns: [String], limit: Int, isKnown: (String) -> Bool) -> [UInt8]? {
    guard let bytes = source.everything(limit: limit) else { return nil }
    let erased = Set(columns.compactMap { header.firstIndex(of: $0) })
    var result: [UInt8] = Array(bytes[0..<headerOffset])
    result.reserveCapacity(bytes.count)
    var field = 0
    var isQuoted = false
    var isHeader = true
    for byte in bytes[headerOffset...] {
      if byte == 0x22 { isQuoted.toggle() }
      let ends = !isQuoted && (byte == 0x0A || byte == 0x0D)
      if !isQuoted, byte == delimiter || ends {
        result.append(byte)
        field = ends ? 0 : field + 1
        if ends { isHeader = false }
      } else if isHeader || !erased.contains(field) {
        result.append(byte)
      }
    }
    return isErased(result, erased, isKnown) ? result : nil
  }

  private func isErased(_ bytes: [UInt8], _ fields: Set<Int>, _ isKnown: (String) -> Bool) -> Bool {
    let wanted = header
    let copy = RawTable.open(
      ByteSource(name: source.name, bytes: bytes), isKnown: isKnown,
      isHeader: { Array($0.prefix(wanted.count)) == wanted })
    guard let copy else { return false }
    var isClean = true
    var log = FindingLog()
    copy.forEachRecord(log: &log, isEnd: { _ in false }, onRejected: { _ in isClean = false }) {
      record, _ in
      for field in fields where field < record.count && !record.field(field).isEmpty {
        isClean = false
      }
    }
    return isClean
  }
}

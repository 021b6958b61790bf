import Diagnostics
import Tables

extension LockedYear {
  /// The rows as the tables they were copied from, for the reader of catalogues.
  public var sources: CatalogSources {
    var sources = CatalogSources()
    for table in CatalogTable.allCases { sources[table] = [source(of: table)] }
    return sources
  }

  /// Blank lines stand where other tables are, so that a row is at its own line of campus.lock.
  private func source(of table: CatalogTable) -> ByteSource {
    let rows = rows.filter { $0.table == table }
    var bytes: [UInt8] = []
    var line = 1
    let isPadded = rows.first.map { $0.line < Self.paddingLimit } ?? false
    for row in rows {
      while isPadded, line < row.line {
        bytes.append(0x0A)
        line += 1
      }
      bytes += row.text.utf8
      bytes.append(0x0A)
      line += 1 + row.text.utf8.count { $0 == 0x0A }
    }
    return ByteSource(name: CatalogLock.fileName, bytes: bytes)
  }

  /// A header further down would not be found; no lock of a thousand years has so many lines.
  private static let paddingLimit = 1 << 15

  /// A row beside which something stands that it does not say; nil when there is none.
  var firstMisnamedRow: LockRow? {
    for table in CatalogTable.allCases {
      let stored = rows.filter { $0.table == table }
      if stored.isEmpty { continue }
      guard let header = stored.first, header.identifier == LockRow.header else {
        return stored.first
      }
      var log = FindingLog()
      guard let data = DataTable(source(of: table), table.schema, log: &log) else { return header }
      var place = 1
      var wrong: LockRow?
      data.forEachRow(log: &log) { row, _ in
        defer { place += 1 }
        guard wrong == nil, place < stored.count else { return }
        let facts = LockRow.facts(of: row, in: table)
        let expected = stored[place]
        if facts != (expected.release, expected.identifier, expected.value) { wrong = expected }
      }
      if let wrong { return wrong }
      // A row that cannot be read, or that holds two, moves all that follow.
      if place != stored.count { return stored[min(place, stored.count - 1)] }
    }
    return nil
  }
}

extension LockedYear {
  private struct Key: Hashable {
    let table: CatalogTable
    let text: String

    init(_ row: LockRow) { (table, text) = (row.table, row.text) }
  }

  /// True when other rows are the same, in the same order.
  public func holds(exactly others: [LockRow]) -> Bool {
    rows.count == others.count && zip(rows, others).allSatisfy { $0.says($1) }
  }

  /// How many of its rows are not among others; headers say nothing.
  public func rows(missingFrom others: [LockRow]) -> Int {
    let known = Set(others.map(Key.init))
    return rows.count { $0.identifier != LockRow.header && !known.contains(Key($0)) }
  }

  /// How many of others are not among its rows.
  public func missingRows(of others: [LockRow]) -> Int {
    let known = Set(rows.map(Key.init))
    return others.count { $0.identifier != LockRow.header && !known.contains(Key($0)) }
  }

  /// The live rows of activities that the lock does not hold, as a table of their own.
  ///
  /// Files hold rows of every year. Those of another one are read and counted as such, although
  /// nothing they need is locked; in the locked year they have no factor, and say so.
  public func strangers(in copy: LockCopy) -> CatalogSources {
    var sources = CatalogSources()
    let known = Set(rows.lazy.filter { $0.table == .activities }.map(\.identifier))
    sources[.activities] = [copy.strangers(to: known)]
    return sources
  }
}

extension ReportTable {
  /// Numbers the rows that have the name of one above: `transport-unspecified-2`.
  ///
  /// A source may give two parts of one stage; a program that looks a row up must find one.
  public mutating func nameRowsApart() {
    var counts: [String: Int] = [:]
    for place in rows.indices {
      let key = rows[place].key
      let count = (counts[key] ?? 0) + 1
      counts[key] = count
      if count > 1 { rows[place].key = "\(key)-\(count)" }
    }
  }
}

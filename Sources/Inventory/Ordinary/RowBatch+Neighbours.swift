#if arch(x86_64)
  import CWords
#endif

/// Which rows of a batch are like the ones beside them.
extension RowBatch {
  /// How many rows, from one on, have the same cell in a column; 1 at least.
  func alike(_ column: Int, from row: Int, by instructions: CellWords.Instructions) -> Int {
    #if arch(x86_64)
      if instructions != .swift {
        let cells = self.column(column)
        var rows = forWords(cells, cells)
        return empreinte_alike_avx2(&rows, row)
      }
    #endif
    let cells = self.column(column)
    let cell = cells[row]
    var next = row + 1
    while next < count {
      let other = cells[next]
      if other.count != cell.count || !other.text.elementsEqual(cell.text) { break }
      next += 1
    }
    return next - row
  }

  /// Which rows, at most 64, have another value than the row behind them, a bit each; nothing is said of the last.
  ///
  /// Four values behind the last one can be read, whatever they are.
  static func changes(_ values: UnsafePointer<Int64>, _ count: Int) -> UInt64 {
    var changes: UInt64 = 0
    #if arch(x86_64)
      if CellWords.Instructions.best != .swift {
        changes = empreinte_changes_avx2(values, count)
        return changes & (1 &<< UInt64(truncatingIfNeeded: count &- 1) &- 1)
      }
    #endif
    for row in 0..<(count &- 1) where values[row] != values[row &+ 1] {
      changes |= 1 &<< UInt64(truncatingIfNeeded: row)
    }
    return changes
  }
}

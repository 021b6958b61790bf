#if arch(x86_64)
  import CWords
#endif

/// Looks up the words of many rows at once.
extension CellWords {
  /// How many bytes are looked at together.
  enum Instructions: Int32, CaseIterable {
    case swift, avx2, avx512

    /// What suits this machine.
    static let best: Instructions = {
      #if arch(x86_64)
        return Instructions(rawValue: empreinte_words_width()) ?? .swift
      #else
        return .swift
      #endif
    }()

    /// What this machine can run.
    static var usable: [Instructions] { allCases.filter { $0.rawValue <= best.rawValue } }
  }

  /// Where a word is looked for, as far as there are places.
  static func place(_ key: Key, _ seed: UInt64, by instructions: Instructions) -> Int {
    #if arch(x86_64)
      if instructions != .swift {
        return withUnsafeBytes(of: key) { key in
          guard let first = key.baseAddress else { return 0 }
          return Int(empreinte_place(first, first + MemoryLayout<First>.size, seed))
        }
      }
    #endif
    return place(key, seed)
  }

  /// The same in Swift.
  @inline(__always)
  fileprivate static func place(_ key: Key, _ seed: UInt64) -> Int {
    let words = key.first &* firstConstants
    let half = words.lowHalf &+ words.highHalf &+ key.second &* secondConstants
    let sum = half.lowHalf &+ half.highHalf
    let (low, high) = (
      UInt64(sum[0]) | UInt64(sum[1]) &<< 32, UInt64(sum[2]) | UInt64(sum[3]) &<< 32
    )
    return Int(truncatingIfNeeded: ((low &+ high &* multiplier) &* seed) &>> 33)
  }

  /// Odd numbers without a pattern: no two parts of a word may be exchanged for each other.
  private static let multiplier: UInt64 = 0xA076_1D64_78BD_642F
  private static let firstConstants = First((1...16).map { constant($0) })
  private static let secondConstants = Second((17...24).map { constant($0) })

  private static func constant(_ number: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 32) | 1
  }
}

extension CellWords {
  /// Which rows, at most 64, have another value than the row behind them, a bit each; nothing is said of the last.
  ///
  /// Four values behind the last one can be read, whatever they are.
  static func changes(_ values: UnsafePointer<Int64>, _ count: Int) -> UInt64 {
    var changes: UInt64 = 0
    #if arch(x86_64)
      if Instructions.best != .swift {
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

extension CellWords.View {
  /// What the words in two columns of a batch mean, and which rows have one, a bit each.
  ///
  /// A word is looked for in one place only, where nearly all are; in the other rows any value stands.
  func look(
    _ batch: RowBatch, _ first: Int, _ second: Int, tag: CellWords.Tag,
    into values: UnsafeMutablePointer<Int64>
  ) -> UInt64 {
    #if arch(x86_64)
      if instructions != .swift {
        var rows = batch.forWords(batch.column(first), batch.column(second))
        var table = empreinte_table(
          slots: slots, index: index.baseAddress, seed: seed,
          mask: UInt32(truncatingIfNeeded: index.count &- 1), tag: UInt32(tag.rawValue))
        return instructions == .avx512
          ? empreinte_words_avx512(&rows, &table, values)
          : empreinte_words_avx2(&rows, &table, values)
      }
    #endif
    let (firsts, seconds) = (batch.column(first), batch.column(second))
    var found: UInt64 = 0
    for row in 0..<batch.count {
      let key = CellWords.Key(firsts[row], seconds[row], tag: tag, ones)
      let slot = slots[Int(index[CellWords.place(key, seed) & (index.count &- 1)])]
      values[row] = slot.value
      if key.isSame(slot.key), !key.isLong { found |= 1 &<< UInt64(truncatingIfNeeded: row) }
    }
    return found
  }
}

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

  #if arch(x86_64)
    /// Two columns for C.
    fileprivate func forWords(_ first: Column, _ second: Column) -> empreinte_rows {
      empreinte_rows(
        bytes: bytes, columns: columns, count: count, first: first.forWords,
        second: second.forWords)
    }
  #endif
}

#if arch(x86_64)
  extension RowBatch.Column {
    fileprivate var forWords: empreinte_column {
      empreinte_column(
        starts: starts, ends: ends, bias: Int32(truncatingIfNeeded: bias),
        cut: Int32(truncatingIfNeeded: cut))
    }
  }
#endif

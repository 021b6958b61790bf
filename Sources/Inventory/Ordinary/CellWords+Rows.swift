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
    // What differs in the highest bits only shows in the upper half of a product, in all its bits.
    let product = (low ^ seed).multipliedFullWidth(by: high ^ multiplier)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  /// Odd numbers without a pattern: no two parts of a word may be exchanged for each other.
  private static let multiplier: UInt64 = 0xA076_1D64_78BD_642F
  private static let firstConstants = First((1...16).map { constant($0) })
  private static let secondConstants = Second((17...24).map { constant($0) })

  private static func constant(_ number: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 32) | 1
  }
}

extension CellWords.View {
  /// What the words in two columns of a batch mean, and which rows have one, a bit each.
  ///
  /// A word is looked for in one place only, where nearly all are; in the other rows any value stands.
  func look(
    _ batch: RowBatch, _ firsts: RowBatch.Column, _ seconds: RowBatch.Column, tag: CellWords.Tag,
    into values: UnsafeMutablePointer<Int64>
  ) -> UInt64 {
    #if arch(x86_64)
      if instructions != .swift {
        var rows = batch.forWords(firsts, seconds)
        let isShort = longTags &>> UInt32(tag.rawValue) & 1 == 0
        var table = empreinte_table(
          slots: slots, index: index.baseAddress, seed: seed,
          mask: UInt32(truncatingIfNeeded: index.count &- 1), tag: tag.rawValue,
          isAtHome: isAtHome ? 1 : 0, isShort: isShort ? 1 : 0)
        return instructions == .avx512
          ? empreinte_words_avx512(&rows, &table, values)
          : empreinte_words_avx2(&rows, &table, values)
      }
    #endif
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

#if arch(x86_64)
  extension RowBatch {
    /// Two columns for C.
    func forWords(_ first: Column, _ second: Column) -> empreinte_rows {
      empreinte_rows(
        bytes: bytes, columns: columns, count: count, first: first.forWords,
        second: second.forWords)
    }
  }

  extension RowBatch.Column {
    fileprivate var forWords: empreinte_column {
      empreinte_column(
        starts: starts, ends: ends, bias: Int32(truncatingIfNeeded: bias),
        cut: Int32(truncatingIfNeeded: cut))
    }
  }
#endif

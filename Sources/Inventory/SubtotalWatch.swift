import Diagnostics
import Quantities
import Tables

/// Finds rows that sum up others: by their words, or because they are exactly that sum.
struct SubtotalWatch {
  private(set) var activity: Int32 = -1
  private(set) var unit: Int32 = -1
  private var sum = Number.zero
  private var count = 0

  /// Columns whose text may say "Total".
  private static let places: [ActivityColumn] = [
    .activity, .label, .site, .building, .period,
  ]

  private static let words: [[UInt8]] = [
    "total", "sous-total", "sous total", "subtotal", "sub-total", "sub total", "somme", "cumul",
  ].map { Array($0.utf8) }

  /// The column whose words make the row a total, if any.
  static func totalColumn(of row: RowContext) -> ActivityColumn? {
    places.first { saysTotal(row.bytes($0.rawValue)) }
  }

  /// True when a cell begins with the word for a sum.
  static func saysTotal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 5 else { return false }
    return words.contains { word in
      bytes.count >= word.count
        && word.indices.allSatisfy { bytes[$0] | 0x20 == word[$0] || bytes[$0] == word[$0] }
        && (bytes.count == word.count || !isLetter(bytes[word.count]))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  /// How many rows the quantity adds up exactly; nil when it does not.
  ///
  /// At least three rows must add up: with two, chance is too good a liar.
  mutating func sumsUp(_ activity: Int32, _ unit: Int32, _ quantity: Number) -> Int? {
    if activity != self.activity || unit != self.unit {
      self.activity = activity
      self.unit = unit
      sum = quantity
      count = 1
      return nil
    }
    if count >= 3, quantity == sum, !sum.isZero {
      let rows = count
      sum = .zero
      count = 0
      return rows
    }
    sum = sum + quantity
    count += 1
    return nil
  }
}

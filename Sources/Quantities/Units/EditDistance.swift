/// How many letters separate two names.
enum EditDistance {
  /// Insertions, deletions, replacements and swaps of neighbours; above `limit`, any larger number.
  static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(
          previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      if let least = current.min(), least > limit { return limit + 1 }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}

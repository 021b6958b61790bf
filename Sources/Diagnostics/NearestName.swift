/// The known name a person most likely meant.
public enum NearestName {
  /// The closest known name, or nil when none is close enough to be worth proposing.
  ///
  /// Case, accents, spaces and hyphens do not count. Ties go to the name that sorts first, so the
  /// answer never depends on the order of the candidates.
  public static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(FoldedText.fold(name).utf8.prefix(80))
    if wanted.isEmpty { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let known = Array(FoldedText.fold(candidate).utf8.prefix(80))
      let allowed = max(1, min(wanted.count, known.count) / 3)
      if abs(known.count - wanted.count) > allowed { continue }
      let distance = editDistance(wanted, known, limit: allowed)
      // Two names with nothing in common are not near, however short they are.
      guard distance <= allowed, distance < max(wanted.count, known.count) else { continue }
      if let current = best {
        if (distance, candidate) < (current.distance, current.name) { best = (distance, candidate) }
      } else {
        best = (distance, candidate)
      }
    }
    return best?.name
  }

  /// Insertions, deletions, substitutions and swaps of neighbours between two byte strings.
  static func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if left.isEmpty { return right.count }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in 1...left.count {
      current[0] = row
      var smallest = row
      for column in stride(from: 1, through: right.count, by: 1) {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          value = min(value, beforeLast[column - 2] + 1)
        }
        current[column] = value
        smallest = min(smallest, value)
      }
      if smallest > limit { return limit + 1 }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}

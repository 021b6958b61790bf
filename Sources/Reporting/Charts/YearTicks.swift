/// The years to write under an axis.
enum YearTicks {
  /// Round years with room between them, and the first and last year where they fit.
  static func years(from first: Int, through last: Int, room: Double) -> [Int] {
    guard last > first else { return [first] }
    let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000]
    let gap = room / Double(last - first)
    // A year is four digits of some seven units each, and a blank.
    let needed = 40.0
    let step = steps.first { Double($0) * gap >= needed } ?? 10000
    var years = Array(stride(from: (first + step - 1) / step * step, through: last, by: step))
    if years.first != first, years.first.map({ Double($0 - first) * gap >= needed }) ?? true {
      years.insert(first, at: 0)
    }
    if years.last != last {
      // The end of the plan matters more than a round year next to it.
      if let near = years.last, Double(last - near) * gap < needed, near != first {
        years.removeLast()
      }
      years.append(last)
    }
    return years
  }
}

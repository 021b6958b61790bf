/// How fast emissions must fall so that a budget lasts.
public enum CatchUp {
  /// The share of `now` to take off every year so that a straight line to zero emits `budget`, with
  /// years as the areas under the line; nil when nothing is left.
  public static func straightToZero(now: Double, budget: Double) -> Double? {
    guard now > 0, budget > 0 else { return nil }
    return now / (2 * budget)
  }

  /// How many years a straight line from `now` to `end` lasts, when the years after now add up to
  /// `budget`; nil when that is spent.
  public static func years(now: Double, end: Double, budget: Double) -> Double? {
    guard now + end > 0, budget > 0 else { return nil }
    let years = (2 * budget + now - end) / (now + end)
    return years > 0 ? years : nil
  }

  /// The compound rate at which the next `years` years add up to `budget`; nil when no rate does.
  public static func compound(now: Double, budget: Double, years: Int) -> Double? {
    guard budget > 0, years > 0 else { return nil }
    if now <= 0 { return 0 }
    func sum(_ rate: Double) -> Double {
      var (value, sum) = (now, 0.0)
      for _ in 0..<years {
        value *= 1 - rate
        sum += value
      }
      return sum
    }
    // Not to fall at all may be enough.
    if sum(0) <= budget { return 0 }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if sum(middle) > budget { low = middle } else { high = middle }
    }
    return high
  }
}

public import Quantities

/// How money of several years is held together.
public struct Economy: Hashable, Sendable {
  /// What a year's delay takes off: 0.04 for 4 %.
  public internal(set) var discount: Double
  /// The money of the scenario.
  public internal(set) var currency: Unit

  /// What an amount of a year is worth in another one.
  func worth(_ amount: Double, of year: Int, in base: Int) -> Double {
    amount / Exponential.power(1 + discount, Double(year - base))
  }

  /// The same amount every year of a lifetime that is worth one in the first of them.
  func annuity(over years: Int) -> Double {
    let sum = (0..<years).reduce(0.0) { $0 + 1 / Exponential.power(1 + discount, Double($1)) }
    return 1 / sum
  }
}

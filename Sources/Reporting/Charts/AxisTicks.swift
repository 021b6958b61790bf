/// Round values along an axis: steps of 1, 2, 2.5 or 5 times a power of ten.
struct AxisTicks: Sendable, Equatable {
  /// From below the smallest value to above the largest, zero among them.
  let values: [Double]
  /// How many decimals the labels need.
  let decimals: Int

  /// Ticks for values, in about as many steps as wished; zero is always inside.
  init(_ values: [Double], steps: Int = 6) {
    let values = values.compactMap(\.drawable)
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let span = high - low
    guard span > 0 else {
      self.init(exactly: [0, 1], decimals: 0)
      return
    }
    let (factor, power, exponent) = Self.step(atLeast: span / Double(max(steps, 1)))
    let step = factor * power
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    // Few by construction; the bound is for spans that rounding plays tricks on.
    let count = Int(min(last - first, 40))
    self.init(
      exactly: (0...count).map { (first + Double($0)) * step },
      decimals: max(0, -exponent + (factor == 2.5 ? 1 : 0)))
  }

  private init(exactly values: [Double], decimals: Int) {
    self.values = values
    self.decimals = decimals
  }

  /// The smallest value of the axis.
  var low: Double { values.first ?? 0 }
  /// The largest value of the axis.
  var high: Double { values.last ?? 1 }

  private static func step(
    atLeast rough: Double
  ) -> (factor: Double, power: Double, exponent: Int) {
    var power = 1.0
    var exponent = 0
    while power * 10 <= rough {
      power *= 10
      exponent += 1
    }
    while power > rough {
      power /= 10
      exponent -= 1
    }
    let factor = [1, 2, 2.5, 5].first { $0 * power >= rough * (1 - 1e-9) }
    return factor.map { ($0, power, exponent) } ?? (1, power * 10, exponent + 1)
  }
}

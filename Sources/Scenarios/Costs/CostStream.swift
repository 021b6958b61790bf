/// What a measure costs, year by year.
///
/// An investment with a lifetime is spread over it as an annuity, and made again when it is over: what
/// outlives the horizon is not charged, and a measure of 2045 is as dear a year as one of 2025.
struct CostStream {
  /// What is paid, in the years it is paid in, renewals included.
  private(set) var paid: [Int: Double] = [:]
  /// What is charged to each year: annuities and running costs.
  private(set) var charged: [Int: Double] = [:]

  init(_ cost: MeasureCost, _ uptake: Uptake, _ economy: Economy, base: Int, horizon: Int) {
    let total = cost.investment.total
    let own = total > 0 ? max(0, 1 - cost.subsidy / total) : 1
    for (year, amount) in Self.spending(cost.investment, uptake)
    where year > base && year <= horizon {
      invest(amount * own, renewal: amount, in: year, cost.lifetime, uptake, economy, horizon)
    }
    guard base < horizon else { return }
    for year in (base + 1)...horizon {
      let running = cost.running * uptake.share(in: year)
      if running != 0 { charged[year, default: 0] += running }
    }
  }

  private static func spending(
    _ investment: MeasureCost.Investment, _ uptake: Uptake
  ) -> [(Int, Double)] {
    switch investment {
    case .dated(let amounts): return amounts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    case .overRamp(let amount):
      let last = min(uptake.start + max(1, uptake.ramp) - 1, uptake.end ?? .max)
      guard last >= uptake.start else { return [] }
      // What a measure that ends before it is complete never does is never paid.
      return (uptake.start...last).map { ($0, amount / Double(max(1, uptake.ramp))) }
    }
  }

  private mutating func invest(
    _ first: Double, renewal: Double, in year: Int, _ lifetime: Int?, _ uptake: Uptake,
    _ economy: Economy, _ horizon: Int
  ) {
    guard let lifetime else {
      paid[year, default: 0] += first
      charged[year, default: 0] += first
      return
    }
    let annuity = economy.annuity(over: lifetime)
    // What stops is not renewed; what is paid after it stops is paid all the same.
    let end = uptake.after == .stop ? min(uptake.end ?? horizon, horizon) : horizon
    let last = max(end, year)
    for (number, start) in stride(from: year, through: last, by: lifetime).enumerated() {
      let amount = number == 0 ? first : renewal
      paid[start, default: 0] += amount
      for year in start...min(start + lifetime - 1, horizon) {
        charged[year, default: 0] += amount * annuity
      }
    }
  }

  /// The sum of some years, in their order: binary sums depend on it.
  static func sum(_ years: [Int: Double], _ worth: (Int, Double) -> Double) -> Double {
    years.sorted { $0.key < $1.key }.reduce(0) { $0 + worth($1.key, $1.value) }
  }
}

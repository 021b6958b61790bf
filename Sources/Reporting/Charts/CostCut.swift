/// Where the axis of costs is cut, so that one giant does not flatten all others.
struct CostCut: Sendable {
  /// The costs that are drawn in full.
  let kept: [Double]
  /// Larger costs, of either sign, are cut.
  let limit: Double

  /// A cut for costs: what is four times larger than the upper quartile is a giant.
  init(_ costs: [Double]) {
    let costs = costs.compactMap(\.drawable)
    let sizes = costs.map { abs($0) }.filter { $0 > 0 }.sorted()
    guard sizes.count > 1 else {
      limit = .infinity
      kept = costs
      return
    }
    let limit = 4 * sizes[(sizes.count - 1) * 3 / 4]
    self.limit = limit
    kept = costs.filter { abs($0) <= limit }
  }

  /// Whether a cost is drawn as a cut bar.
  func cuts(_ cost: Double) -> Bool { abs(cost) > limit }
}

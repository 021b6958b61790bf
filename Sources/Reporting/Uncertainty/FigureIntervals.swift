import Footprint
import Quantities
import Uncertainty

/// The interval of any part of a footprint, in the way that was asked for.
struct FigureIntervals {
  let shared: UncertainYear?
  let official: OfficialYear?

  init(_ footprint: Footprint, _ mode: UncertaintyMode) {
    // A year of resources has no emissions to be sure of.
    let isTold = !footprint.isResourcesOnly
    shared = isTold && mode == .shared ? UncertainYear(footprint) : nil
    official = isTold && mode == .gsd ? OfficialYear(footprint) : nil
  }

  /// The bounds of amounts of items by their places, in kgCO2e; nil where there is nothing to say.
  func interval(of amounts: [Int: ExactAmount], site: Int32? = nil) -> Figure.Interval? {
    if let sum = official?.sum(of: amounts, site: site) {
      let ends = [sum.amount / sum.deviation.squared, sum.amount * sum.deviation.squared]
      return .init(low: 1000 * min(ends[0], ends[1]), high: 1000 * max(ends[0], ends[1]))
    }
    guard let sum = shared?.sum(of: amounts, site: site), !sum.parts.isEmpty else { return nil }
    let interval = sum.interval
    return .init(low: 1000 * interval.low, high: 1000 * interval.high)
  }
}

public import Footprint
import Inventory
public import Quantities

/// A footprint by the official arithmetic: every source known apart from every other, whatever they share.
///
/// A source is what one activity says with one quality in one unit, meter by meter and group by group.
public struct OfficialYear: Sendable {
  private let footprint: Footprint
  /// The sources of each item, in their order.
  private let sources: [[(share: Double, deviation: OfficialDeviation)]]

  /// Everything that counts in the total of a footprint.
  public init(_ footprint: Footprint) {
    self.footprint = footprint
    sources = footprint.items.map { Self.sources($0, footprint, site: nil) }
  }

  private static func sources(
    _ item: Footprint.Item, _ footprint: Footprint, site: Int32?
  ) -> [(share: Double, deviation: OfficialDeviation)] {
    let factor = item.resolution.map { OfficialDeviation($0.factor) }
    return footprint.qualities(of: item, asBought: false, site: site).map { quality, share in
      let known = OfficialDeviation(quality)
      return (share, factor.map { OfficialDeviation.product(known, $0) } ?? known)
    }
  }

  /// The total and how widely it may be spread; nil where there is nothing.
  public var total: (amount: Double, deviation: OfficialDeviation)? {
    sum(of: footprint.totals)
  }

  /// The same for amounts of items by their places, in kgCO2e: nothing has no deviation.
  public func sum(
    of amounts: [Int: ExactAmount], site: Int32? = nil
  ) -> (amount: Double, deviation: OfficialDeviation)? {
    let parts = amounts.sorted { $0.key < $1.key }.filter { !$0.value.isZero }.flatMap {
      item, amount in
      (site == nil ? sources[item] : Self.sources(footprint.items[item], footprint, site: site)).map
      { (amount: amount.toDouble() / 1000 * $0.share, deviation: $0.deviation) }
    }
    let amount = parts.reduce(0) { $0 + $1.amount }
    return OfficialDeviation.sum(parts).map { (amount, $0) }
  }
}

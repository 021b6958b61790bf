import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// A footprint by the official arithmetic: every source known apart from every other, whatever they share.
///
/// A source is what one activity says with one quality in one unit.
public struct OfficialYear: Sendable {
  private let run: Run
  private let parts: [(post: String, amount: Double, deviation: OfficialDeviation)]

  /// Everything that counts in the total of a footprint.
  public init(_ footprint: Footprint) {
    run = footprint.run
    parts = footprint.items.filter { !$0.total.isZero }.flatMap { item in
      let factor = item.resolution.map { OfficialDeviation($0.factor) }
      let total = item.total.toDouble() / 1000
      return footprint.qualities(of: item, asBought: false).map { quality, share in
        let known = OfficialDeviation(quality)
        return (
          post: item.post, amount: total * share,
          deviation: factor.map { OfficialDeviation.product(known, $0) } ?? known
        )
      }
    }
  }

  /// The total and how widely it may be spread; nil where there is nothing.
  public var total: (amount: Double, deviation: OfficialDeviation)? { sum(parts) }

  /// The same for a post and the posts under it: an empty post has no deviation.
  public func sum(post: String) -> (amount: Double, deviation: OfficialDeviation)? {
    sum(parts.filter { $0.post == post || run.catalog.topPost(of: $0.post) == post })
  }

  private func sum(
    _ parts: [(post: String, amount: Double, deviation: OfficialDeviation)]
  ) -> (amount: Double, deviation: OfficialDeviation)? {
    let amount = parts.reduce(0) { $0 + $1.amount }
    return OfficialDeviation.sum(parts.map { ($0.amount, $0.deviation) }).map { (amount, $0) }
  }
}

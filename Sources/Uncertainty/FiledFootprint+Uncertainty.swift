import EmissionFactors
public import Footprint
import Inventory
import Quantities

extension FiledFootprint {
  /// How widely what is filed under a code may be spread; nil where nothing is.
  ///
  /// The official arithmetic takes every source as known apart from the others.
  public func deviation(of entry: Entry) -> OfficialDeviation? {
    var parts: [(amount: Double, deviation: OfficialDeviation)] = []
    for (place, amount) in entry.byItem.sorted(by: { $0.key < $1.key }) {
      let item = footprint.items[place]
      for (quality, share) in footprint.qualities(of: item) {
        let quantity = OfficialDeviation(quality)
        let deviation =
          item.resolution.map { resolution in
            let factor = OfficialRatings(publishedPercent: resolution.factor.uncertainty)
            return OfficialDeviation.product(quantity, factor.deviation)
          } ?? quantity
        parts.append((amount.toDouble() * share, deviation))
      }
    }
    return OfficialDeviation.sum(parts)
  }
}

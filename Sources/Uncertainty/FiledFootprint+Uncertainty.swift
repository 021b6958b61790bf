import EmissionFactors
public import Footprint
import Inventory
import Quantities

extension FiledFootprint {
  /// How widely what is filed under a code may be spread; nil where nothing is.
  ///
  /// An activity is one source, whatever rows and units it was entered in, and a factor errs once
  /// wherever it is used: cutting a bill in twelve does not make it better known. Activities are
  /// taken as known apart from one another, as the official arithmetic has it.
  public func deviation(of entry: Entry) -> OfficialDeviation? {
    let total = entry.total.toDouble()
    guard total != 0 else { return nil }
    var activities: [String: Double] = [:]
    var factors: [String: (weight: Double, deviation: OfficialDeviation)] = [:]
    for (place, amount) in entry.byItem.sorted(by: { $0.key < $1.key }) {
      let item = footprint.items[place]
      let weight = amount.toDouble() / total
      for (quality, share) in footprint.qualities(of: item, asBought: countsAsBought(item)) {
        // A credit note is as badly known as a bill: it takes nothing away from what may be wrong.
        activities[item.activity.identifier + item.label, default: 0] +=
          abs(weight * share) * OfficialDeviation(quality).logarithm
      }
      guard let factor = item.resolution?.factor else { continue }
      let known = OfficialDeviation(factor)
      factors[factor.identifier, default: (0, known)].weight += weight
    }
    // Sorted, so that the last digit does not depend on the order of a dictionary.
    let terms =
      activities.sorted { $0.key < $1.key }.map(\.value)
      + factors.sorted { $0.key < $1.key }.map { $0.value.weight * $0.value.deviation.logarithm }
    return OfficialDeviation(ofIndependent: terms)
  }
}

public import Diagnostics
import EmissionFactors
public import Quantities

/// A quantity of one activity in one month, in the unit of the activity.
public struct MonthQuantity: Sendable {
  /// `2023-04`; empty for what is told for the whole year.
  public let month: String
  public let label: Text
  public let item: Footprint.Item
  public let quantity: Number
}

extension Footprint {
  /// The quantities of a resource month by month; what a row spreads over a year by its days is in the
  /// months that it covers.
  public func months(of resource: String) -> [MonthQuantity] {
    let wanted = Dictionary(
      uniqueKeysWithValues: items.filter { $0.activity.resource == resource }.map {
        (Fold.key(Int32($0.series), year), $0)
      })
    let table = run.fold.tables[Fold.Table.month.rawValue]
    return zip(table.keys, table.values).compactMap { full, sum in
      guard let item = wanted[full >> 32],
        let ratio = run.fold.resolver.resourceRatio(
          of: item.activity, unit: item.unit, year: year),
        let quantity = Number(mantissa: sum.mantissa).multiplied(by: ratio)
      else { return nil }
      let (key, label, _) = monthName(Int32(bitPattern: UInt32(truncatingIfNeeded: full)))
      return MonthQuantity(
        month: key == "year" ? "" : key, label: label, item: item, quantity: quantity)
    }
  }
}

public import Inventory
import Quantities

extension Footprint {
  /// What the lines of an item say of how well they are known, and their part of the quantity; nil
  /// is what says nothing.
  ///
  /// `asBought` weighs them by what was bought in the year, in place of the year's share of a lifetime.
  public func qualities(
    of item: Item, asBought: Bool
  ) -> [(quality: Vocabulary.Quality?, share: Double)] {
    let key = Fold.key(Int32(item.series), year)
    var rest = item.quantity.mantissa
    if asBought { rest = run.fold.purchases.value(key)?.mantissa ?? 0 }
    let whole = Double(rest)
    guard whole != 0 else { return [(nil, 1)] }
    let table = asBought ? run.fold.boughtQualities : run.fold.qualities
    var parts: [(quality: Vocabulary.Quality?, share: Double)] = []
    for (full, sum) in zip(table.keys, table.values) where full >> 32 == key {
      let quality = run.vocabulary.qualities[Int(UInt32(truncatingIfNeeded: full))]
      parts.append((quality, Double(sum.mantissa) / whole))
      rest -= sum.mantissa
    }
    if rest != 0 { parts.append((nil, Double(rest) / whole)) }
    return parts
  }

  /// How well the quantity of an item is known, part by part: by what its lines say of themselves, or else
  /// by their status.
  ///
  /// The shares add up to one.
  public func knowledge(
    of item: Item
  ) -> [(quality: Vocabulary.Quality?, status: ActivityLine.Status, share: Double)] {
    let key = Fold.key(Int32(item.series), year)
    let whole = Double(item.quantity.mantissa)
    guard whole != 0 else { return [(nil, .unstated, 1)] }
    var parts = qualities(of: item, asBought: false).compactMap { quality, share in
      quality.map { (quality: Optional($0), status: ActivityLine.Status.unstated, share: share) }
    }
    let statuses = run.fold.tables[Fold.Table.status.rawValue]
    for status in ActivityLine.Status.allCases {
      let full = key << 32 | UInt64(UInt32(status.rawValue))
      let sum = statuses.value(full)?.mantissa ?? 0
      let rated = run.fold.ratedStatuses.value(full)?.mantissa ?? 0
      if sum != rated { parts.append((nil, status, Double(sum - rated) / whole)) }
    }
    return parts
  }
}

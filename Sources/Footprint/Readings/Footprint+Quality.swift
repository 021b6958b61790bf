public import Inventory
public import Quantities

extension Footprint {
  /// How well the quantity of an item is known, part by part; the shares add up to one.
  ///
  /// `asBought` weighs the parts by what was bought in the year, in place of the year's share of a
  /// lifetime.
  public func knowledge(
    of item: Item, asBought: Bool = false
  ) -> [(known: Vocabulary.Knowledge, share: Double)] {
    let key = Fold.key(Int32(item.series), year)
    var rest = item.quantity.mantissa
    if asBought { rest = run.fold.purchases.value(key)?.mantissa ?? 0 }
    let whole = Double(rest)
    let plain = { (status: ActivityLine.Status) in
      Vocabulary.Knowledge(quality: nil, status: status)
    }
    guard whole != 0 else { return [(plain(.unstated), 1)] }
    let table = asBought ? run.fold.boughtQualities : run.fold.qualities
    var parts: [(known: Vocabulary.Knowledge, share: Double)] = []
    for (full, sum) in zip(table.keys, table.values) where full >> 32 == key {
      let known = run.vocabulary.knowledge[Int(UInt32(truncatingIfNeeded: full))]
      parts.append((known, Double(sum.mantissa) / whole))
      rest -= sum.mantissa
    }
    if rest == 0 { return parts }
    // What was bought is not told by status.
    if asBought { return parts + [(plain(.unstated), Double(rest) / whole)] }
    let statuses = run.fold.tables[Fold.Table.status.rawValue]
    for status in ActivityLine.Status.allCases {
      let full = key << 32 | UInt64(UInt32(status.rawValue))
      let sum = statuses.value(full)?.mantissa ?? 0
      let told = run.fold.ratedStatuses.value(full)?.mantissa ?? 0
      if sum != told { parts.append((plain(status), Double(sum - told) / whole)) }
    }
    return parts
  }

  /// The same by what lines say of their quality, whatever their status: nil is what says nothing.
  public func qualities(
    of item: Item, asBought: Bool
  ) -> [(quality: Quality?, share: Double)] {
    struct Key: Hashable {
      let quality: Quality?
      let source: Vocabulary.Knowledge.Source
    }
    var places: [Key: Int] = [:]
    var parts: [(quality: Quality?, share: Double)] = []
    for (known, share) in knowledge(of: item, asBought: asBought) {
      let key = Key(quality: known.quality, source: known.source)
      if let place = places[key] {
        parts[place].share += share
      } else {
        places[key] = parts.count
        parts.append((known.quality, share))
      }
    }
    return parts
  }
}

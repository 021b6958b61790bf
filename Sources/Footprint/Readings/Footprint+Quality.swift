public import Inventory
public import Quantities

extension Footprint {
  /// How well the quantity of an item is known, part by part; the shares add up to one.
  ///
  /// `asBought` weighs the parts by what was bought in the year, in place of the year's share of a
  /// lifetime; `site` looks at what belongs to one site, by its place, where what rows say of themselves
  /// is that of the site, and kinds of rows are mixed as in the whole item.
  public func knowledge(
    of item: Item, asBought: Bool = false, site: Int32? = nil
  ) -> [(known: Vocabulary.Knowledge, share: Double)] {
    let key = Fold.key(Int32(item.series), year)
    var rest = item.quantity.mantissa
    if asBought { rest = run.fold.purchases.value(key)?.mantissa ?? 0 }
    if let site {
      let sites = run.fold.tables[Fold.Table.site.rawValue]
      rest = sites.value(key << 32 | UInt64(UInt32(bitPattern: site)))?.mantissa ?? 0
    }
    let whole = Double(rest)
    let plain = { (status: ActivityLine.Status) in
      Vocabulary.Knowledge(quality: nil, status: status)
    }
    guard whole != 0 else { return [(plain(.unstated), 1)] }
    let table = asBought ? run.fold.boughtQualities : run.fold.qualities
    var parts: [(known: Vocabulary.Knowledge, share: Double)] = []
    for (full, sum) in zip(table.keys, table.values) where full >> 32 == key {
      let known = run.vocabulary.knowledge[Int(UInt32(truncatingIfNeeded: full))]
      if let site, known.site != site { continue }
      parts.append((known, Double(sum.mantissa) / whole))
      rest -= sum.mantissa
    }
    // What was bought is not told by status.
    if asBought { return rest == 0 ? parts : parts + [(plain(.unstated), Double(rest) / whole)] }
    let statuses = plainStatuses(key)
    let told = statuses.reduce(0.0) { $0 + $1.sum }
    if site == nil {
      parts += statuses.map { (plain($0.status), $0.sum / whole) }
    } else if rest != 0 {
      // Kinds are not told by site: those of the whole item stand for them.
      parts +=
        told == 0
        ? [(plain(.unstated), Double(rest) / whole)]
        : statuses.map { (plain($0.status), Double(rest) / whole * $0.sum / told) }
    }
    return parts
  }

  /// What is known by its status alone, status by status.
  private func plainStatuses(_ key: UInt64) -> [(status: ActivityLine.Status, sum: Double)] {
    let statuses = run.fold.tables[Fold.Table.status.rawValue]
    return ActivityLine.Status.allCases.compactMap { status in
      let full = key << 32 | UInt64(UInt32(status.rawValue))
      let sum = statuses.value(full)?.mantissa ?? 0
      let told = run.fold.ratedStatuses.value(full)?.mantissa ?? 0
      return sum == told ? nil : (status, Double(sum - told))
    }
  }

  /// The same by what lines say of their quality, whatever their status: nil is what says nothing.
  public func qualities(
    of item: Item, asBought: Bool, site: Int32? = nil
  ) -> [(quality: Quality?, share: Double)] {
    struct Key: Hashable {
      let quality: Quality?
      let source: Vocabulary.Knowledge.Source
    }
    var places: [Key: Int] = [:]
    var parts: [(quality: Quality?, share: Double)] = []
    for (known, share) in knowledge(of: item, asBought: asBought, site: site) {
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

public import Inventory
import Quantities

extension Footprint {
  /// What the lines of an item say of how well they are known, and their part of the quantity; nil
  /// is what says nothing.
  public func qualities(of item: Item) -> [(quality: Vocabulary.Quality?, share: Double)] {
    let whole = Double(item.quantity.mantissa)
    guard whole != 0 else { return [(nil, 1)] }
    let key = Fold.key(Int32(item.series), year)
    var parts: [(quality: Vocabulary.Quality?, share: Double)] = []
    var rest: Int128 = item.quantity.mantissa
    for (full, sum) in zip(run.fold.qualities.keys, run.fold.qualities.values)
    where full >> 32 == key {
      let quality = run.vocabulary.qualities[Int(UInt32(truncatingIfNeeded: full))]
      parts.append((quality, Double(sum.mantissa) / whole))
      rest -= sum.mantissa
    }
    if rest != 0 { parts.append((nil, Double(rest) / whole)) }
    return parts
  }
}

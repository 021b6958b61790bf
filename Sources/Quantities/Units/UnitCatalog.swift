/// Every unit known by name, in French and English.
public enum UnitCatalog {
  /// The units, in the order they are listed.
  public static let all: [UnitEntry] =
    energy + power + mass + volume + length + area + time + data + emission + money + transport
    + count + share

  /// Every symbol and alias: what a mistyped name is compared with.
  public static let candidates: [String] = {
    var seen: Set<String> = []
    let heatingValues = energy.flatMap { [$0.symbol + " PCS", $0.symbol + " PCI"] }
    return (all.flatMap { [$0.symbol] + $0.aliases } + heatingValues)
      .filter { seen.insert($0).inserted }
  }()

  /// The unit a name or expression means, or nil; `UnitExpression.parse` says why.
  public static func unit(named name: String) -> Unit? {
    if let unit = table.exact[name] { return unit }
    return try? UnitExpression.parse(name).get()
  }

  /// The unit a name or expression means, from UTF-8 bytes.
  public static func unit(bytes: UnsafeBufferPointer<UInt8>) -> Unit? {
    unit(named: String(decoding: bytes, as: UTF8.self))
  }

  /// A single name: an entry, an energy with its heating value, or money.
  static func unit(single name: some StringProtocol) -> Unit? {
    let folded = UnitName.folded(name)
    if let unit = entry(folded) { return unit }
    return heatingValueUnit(folded) ?? MoneyName.unit(folded)
      // The brackets of "kWh (PCI)" and "kEUR (2023) HT" only set a qualifier apart.
      ?? withoutBrackets(folded).flatMap { heatingValueUnit($0) ?? MoneyName.unit($0) }
  }

  private static func entry(_ folded: String) -> Unit? {
    table.exact[folded] ?? table.headed[UnitName.headed(folded)]
      ?? table.lower[UnitName.lowercased(folded)]
  }

  private static func withoutBrackets(_ folded: String) -> String? {
    guard folded.utf8.contains(UInt8(ascii: "(")) else { return nil }
    return UnitName.folded(String(folded.map { $0 == "(" || $0 == ")" ? " " : $0 }))
  }

  private static func heatingValueUnit(_ folded: String) -> Unit? {
    let suffix = UnitName.lowercased(String(folded.suffix(3)))
    guard suffixes.contains(suffix) else { return nil }
    let energy = entry(UnitName.folded(folded.dropLast(3)))
    return suffix == "pcs" || suffix == "hhv" ? energy?.higherHeating : energy?.lowerHeating
  }

  private static let suffixes: Set<String> = ["pcs", "hhv", "pci", "lhv"]

  private static let table = LookupTable(all)

  /// Up to five symbols and aliases close to a name, the closest first.
  public static func nearest(to name: String) -> [String] {
    let wanted = Array(UnitName.lowercased(UnitName.folded(name)).utf8)
    guard !wanted.isEmpty, wanted.count <= 40 else { return [] }
    // One letter of a short name, two of a longer one: beyond that a guess is noise.
    let limit = wanted.count <= 4 ? 1 : 2
    let ranked = candidates.enumerated().compactMap { index, candidate in
      let other = Array(UnitName.lowercased(UnitName.folded(candidate)).utf8)
      let distance = EditDistance.between(wanted, other, limit: limit)
      return distance <= limit && other.count > distance ? (distance, index, candidate) : nil
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(5).map(\.2)
  }
}

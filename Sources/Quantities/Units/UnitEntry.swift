/// The heading a unit is listed under.
public enum UnitGroup: String, Hashable, Sendable, CaseIterable {
  case energy, power, mass, volume, length, area, time, data, emission, money, count, transport
  case share
}

/// How much the case of a name matters when it is looked up.
enum CaseRule: Sendable {
  /// `kwh`, `KWH` and `Kwh` can only be kWh.
  case ignored
  /// M is mega and m is milli: the first letter counts, the others do not.
  case firstLetterCounts
  /// b is bit and B is byte: every letter counts.
  case counts
}

/// One unit of the catalogue, with everything it is called.
public struct UnitEntry: Sendable {
  /// The unit itself; its symbol is how we write it.
  public let unit: Unit
  /// The other names it is read under.
  public let aliases: [String]
  /// Its name in French.
  public let french: String
  /// Its name in English.
  public let english: String
  /// The heading it is listed under.
  public let group: UnitGroup
  /// How much the case of the symbol and short names matters.
  let caseRule: CaseRule
  /// Short names, under the case rule.
  let names: [String]
  /// Words, in any case, with or without a final s.
  let words: [String]

  /// The name as we write it.
  public var symbol: String { unit.symbol }

  init(
    _ symbol: String, _ dimension: Dimension, _ ratio: Ratio, _ group: UnitGroup,
    french: String, english: String, names: [String] = [], words: [String] = [],
    caseRule: CaseRule = .ignored
  ) {
    unit = Unit(symbol: symbol, dimension: dimension, ratio: ratio)
    self.group = group
    self.french = french
    self.english = english
    self.caseRule = caseRule
    self.names = [symbol] + names
    self.words = [french, english] + words
    aliases = names + (([french, english] + words).filter { $0 != symbol })
  }
}

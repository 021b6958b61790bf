/// Whether an amount of money includes value-added tax.
public enum Tax: Hashable, Comparable, Sendable, CaseIterable {
  /// The source does not say.
  case unstated
  /// Without tax (HT).
  case exclusive
  /// With tax (TTC).
  case inclusive
}

/// The kinds of thing that are never converted into each other by a unit alone.
///
/// Gas is billed in energy of the higher heating value and factors are often per energy of the
/// lower one: making them dimensions of their own turns an 11 % mistake into an error.
public enum BaseDimension: Hashable, Sendable {
  /// Energy whose heating value does not matter or is not stated.
  case energy
  /// Energy counted on the higher heating value (PCS, HHV).
  case energyHigher
  /// Energy counted on the lower heating value (PCI, LHV).
  case energyLower
  /// Mass.
  case mass
  /// Volume, apart from length: a cubic metre is never three metres.
  case volume
  /// Length.
  case length
  /// Area, apart from length.
  case area
  /// Time.
  case time
  /// Data.
  case data
  /// Emissions as the warming of so much CO2.
  case emission
  /// Money of one currency, tax statement and price year.
  case money(currency: String, tax: Tax, priceYear: Int?)
  /// Things counted: meals are not nights.
  case count(String)
}

extension BaseDimension: Comparable {
  private var rank: Int {
    switch self {
    case .energy: 0
    case .energyHigher: 1
    case .energyLower: 2
    case .mass: 3
    case .volume: 4
    case .length: 5
    case .area: 6
    case .time: 7
    case .data: 8
    case .emission: 9
    case .money: 10
    case .count: 11
    }
  }

  /// An order to write dimensions in; it means nothing else.
  public static func < (left: BaseDimension, right: BaseDimension) -> Bool {
    switch (left, right) {
    case (.money(let a, let aTax, let aYear), .money(let b, let bTax, let bYear)):
      (a, aTax, aYear ?? 0) < (b, bTax, bYear ?? 0)
    case (.count(let a), .count(let b)): a < b
    default: left.rank < right.rank
    }
  }
}

extension BaseDimension: CustomStringConvertible {
  /// A short English name, for messages and tests.
  public var description: String {
    switch self {
    case .energy: "energy"
    case .energyHigher: "energy PCS"
    case .energyLower: "energy PCI"
    case .mass: "mass"
    case .volume: "volume"
    case .length: "length"
    case .area: "area"
    case .time: "time"
    case .data: "data"
    case .emission: "emission"
    case .money(let currency, let tax, let year):
      MoneyName.symbol(currency: currency, tax: tax, priceYear: year)
    case .count(let thing): thing
    }
  }
}

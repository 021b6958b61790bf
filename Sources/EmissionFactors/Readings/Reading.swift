public import Diagnostics

/// One official way to file emissions: its codes, its rules, and what it counts differently.
///
/// Nothing here knows a standard: what sets two readings apart is in EmissionFactors/readings/.
public struct Reading: Sendable {
  /// A column of emissions by gas.
  public enum GasColumn: String, CaseIterable, Sendable {
    case co2, ch4, n2o, hfc, pfc, sf6, nf3, other
    /// Every gas but CO2, CH4 and N2O.
    case otherGases = "other-gases"
  }

  /// What recycled waste is counted at.
  public enum Recycling: String, CaseIterable, Sendable {
    /// Collection and sorting only: whoever uses the recycled matter bears the rest.
    case convention
    /// The whole factor of the source.
    case full
  }

  /// How fixed assets are counted.
  public enum Assets: String, CaseIterable, Sendable {
    case amortised
    /// The whole of it in the year it is bought, nothing in the others.
    case purchaseYear = "purchase-year"
  }

  /// What becomes of gases outside the Kyoto basket.
  public enum OutsideKyoto: String, CaseIterable, Sendable {
    case counted
    case leftOut = "left-out"
  }

  /// What electricity is counted at.
  public enum Electricity: String, CaseIterable, Sendable {
    /// The mix of the grid.
    case location
    /// The mix of the grid, and what contracts say beside it.
    case both
  }

  /// `beges`.
  public let identifier: String
  /// Its name.
  public let label: Text
  /// The gases told apart, in order.
  public let gases: [GasColumn]
  public let recycling: Recycling
  public let assets: Assets
  public let outsideKyoto: OutsideKyoto
  public let electricity: Electricity
  /// What it is, and what is not claimed.
  public let note: Text
  /// Its codes, in the order of its table; then why something is not reported.
  public internal(set) var codes: [ReadingCode] = []
  var rules = ReadingRules()

  /// The reading that the headline total is told in.
  public static let headline = "bilan-carbone"

  /// A code by its name.
  public func code(named identifier: String) -> ReadingCode? {
    codes.first { $0.identifier == identifier }
  }
}

/// A line of a reading's table, or a reason why something is in none.
public struct ReadingCode: Sendable {
  /// What a code is.
  public enum Kind: String, CaseIterable, Sendable {
    /// The sum of the codes below it.
    case heading
    case code
    /// Not reported, because.
    case out
    /// Counted, but not as in the headline total.
    case otherwise

    /// True for what is in no line of the table.
    public var isBeside: Bool { self == .out || self == .otherwise }
  }

  /// `4.1`; the reason's name when it is one.
  public let identifier: String
  /// The heading above; empty for none.
  public let parent: String
  public let kind: Kind
  public let label: Text

  /// Nothing in the rules fits: what is there is not reported, and said.
  public static let unfiled = "unfiled"
  /// A figure declared as a whole, of which nothing more is known.
  public static let declaredWhole = "declared-whole"
  /// The two ways to count recycled waste.
  public static let recycling = "recycling"
  /// The two ways to count fixed assets.
  public static let assets = "assets"
  /// Gases outside the Kyoto basket.
  public static let outsideKyoto = "outside-kyoto"
}

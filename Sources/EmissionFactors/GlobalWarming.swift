public import Quantities

/// Global warming potentials over 100 years, as the IPCC's reports give them.
public enum GlobalWarmingSet: String, CaseIterable, Sendable {
  case ar4 = "AR4"
  case ar5 = "AR5"
  case ar6 = "AR6"
}

/// A pure gas and its potential in every report that gives one.
public struct WarmingGas: Sendable {
  /// `R-32`, `N2O`.
  public let name: String
  /// The gas column its emissions are filed in.
  public let gas: Gas
  /// kgCO2e per kg.
  public let potential: [GlobalWarmingSet: Number]
  /// Where the figures come from.
  public let source: String
  public let sourceIdentifier: String
  public let licence: String

  /// The source's own number for the gas in one report: `22505|22584|43152` gives one to each set.
  func sourceIdentifier(in set: GlobalWarmingSet) -> String {
    let numbers = sourceIdentifier.split(separator: "|", omittingEmptySubsequences: false)
    guard numbers.count == GlobalWarmingSet.allCases.count,
      let place = GlobalWarmingSet.allCases.firstIndex(of: set)
    else { return sourceIdentifier }
    return String(numbers[place])
  }
}

/// A refrigerant made of several gases.
public struct Blend: Sendable {
  /// One gas of a blend.
  public struct Component: Sendable {
    public let gas: String
    /// Its share of the mass, in percent.
    public let percent: Number
  }

  public let name: String
  public let components: [Component]
  public let source: String
}

extension WarmingGas {
  /// The factor families computed from potentials begin with this.
  public static let familyPrefix = "gwp:"
}

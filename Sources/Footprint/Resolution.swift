public import Diagnostics
public import EmissionFactors
public import Inventory
public import Quantities

/// How one unit of an activity becomes emissions in a year: the steps, the factor, the cells.
public struct Resolution: Sendable {
  /// One step from the unit of the line to the unit of the factor.
  public struct Step: Hashable, Sendable {
    /// What it is.
    public let label: Text
    /// Where its ratio comes from; empty for plain arithmetic of units.
    public let source: String
    /// What it multiplies by.
    public let ratio: Ratio
    /// The unit it leads to.
    public let unit: String
  }

  /// One stage and gas, per unit of the line.
  public struct Cell: Hashable, Sendable {
    public let stage: Stage
    public let gas: Gas
    /// kgCO2e per unit of the line, rounded once at 18 decimals.
    public let coefficient: Coefficient
    /// kgCO2e per unit of the factor, as published.
    public let published: Number
  }

  /// The factor.
  public let factor: Factor
  /// The steps, in order.
  public let steps: [Step]
  /// All steps together.
  public let ratio: Ratio
  /// The cells.
  public let cells: [Cell]
  /// The cells of the whole factor, where `cells` follow the recycling convention.
  public let wholeCells: [Cell]?
  /// What is counted, in kgCO2e per unit of the factor.
  public var counted: Number {
    wholeCells == nil
      ? factor.total : cells.reduce(.zero) { $1.gas.isApart ? $0 : $0 + $1.published }
  }
  /// The substitution in campus.yaml that chose the factor, if one did.
  public let substitution: Campus.Substitution?
}

/// Why a line cannot become emissions.
public enum ResolutionProblem: Error, Sendable {
  case noFactor(set: GlobalWarmingSet)
  case noFactorForYear(years: String)
  case unitMismatch(expected: [String])
  case heatingValueMissing
  case priceMismatch(expected: [String])
  case badSubstitution(Campus.Substitution, reason: Text)
  case declaredUnit
}

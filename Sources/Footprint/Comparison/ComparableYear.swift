import EmissionFactors
import Inventory
import Quantities

/// The lines of a year, made ready to be held against those of other years.
public struct ComparableYear: Sendable {
  /// A line in one year.
  struct Side: Sendable {
    var emissions = ExactAmount.zero
    /// In the unit of the activity.
    var quantity = 0.0
    /// The same after the conversions that lead to the factor.
    var converted = 0.0
    /// The units of both; more than one cannot be brought together.
    var units: Set<String> = []
    var factorUnits: Set<String> = []
    var isDeclared = false
    var isThere = false
  }

  public let footprint: Footprint
  let sides: [YearComparison.Key: Side]

  /// A year line by line, from the lines of its run.
  public init(_ footprint: Footprint, _ lines: YearLines) {
    self.footprint = footprint
    var sides: [YearComparison.Key: Side] = [:]
    // A footprint may have been computed once more, with other factors than its run.
    var resolutions: [[String]: Resolution] = [:]
    for item in footprint.items {
      resolutions[[item.activity.identifier, item.unit.symbol]] = item.resolution
    }
    for var line in lines.of(footprint.year) {
      if line.resolution != nil {
        line.resolution = resolutions[[line.activity.identifier, line.unit.symbol]]
      }
      let emissions = line.emissions
      if emissions.isEmpty { continue }
      let key = YearComparison.Key(line)
      var side = sides[key] ?? Side()
      side.emissions += emissions.values.reduce(.zero, +)
      let read = ExactAmount(line.quantity).toDouble()
      side.quantity += line.resourceQuantity.map { ExactAmount($0).toDouble() } ?? read
      side.units.insert(line.resourceQuantity == nil ? line.unit.symbol : "")
      if let resolution = line.resolution {
        let ratio = resolution.ratio
        side.converted += read * Double(ratio.numerator) / Double(ratio.denominator)
        side.factorUnits.insert(resolution.factor.unit.symbol)
      }
      side.isDeclared = side.isDeclared || line.isDeclared
      side.isThere = true
      sides[key] = side
    }
    self.sides = sides
  }
}

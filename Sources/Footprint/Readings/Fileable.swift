public import EmissionFactors
import Quantities

/// Emissions that a reading can file: an item of a footprint, or one line of it.
public protocol Fileable {
  /// What was consumed.
  var activity: Activity { get }
  /// The post it is filed under.
  var post: String { get }
  /// Who operates it.
  var characterisation: Characterisation { get }
  /// What counts in the headline total.
  var cells: [Footprint.Cell] { get }
  /// What the whole factor gives, where the recycling convention counts less.
  var wholeCells: [Footprint.Cell]? { get }
  /// What the purchases of the year give as a whole, for fixed assets.
  var boughtCells: [Footprint.Cell]? { get }
}

extension Footprint.Item: Fileable {}

extension TracedLine: Fileable {
  /// What counts in the headline total.
  public var cells: [Footprint.Cell] { cells(parts, of: share) }
  /// What the whole factor gives, where the recycling convention counts less.
  public var wholeCells: [Footprint.Cell]? {
    resolution?.wholeCells.map { cells($0, of: share) }
  }
  /// What the purchases of the year give as a whole, for fixed assets.
  public var boughtCells: [Footprint.Cell]? { bought.map { cells(parts, of: $0) } }

  private func cells(_ parts: [Resolution.Cell], of quantity: Number) -> [Footprint.Cell] {
    parts.map { part in
      let scope: Scope =
        resolution == nil
        ? .notSplit
        : activity.scopeRule.scope(of: part.stage, characterisation: characterisation)
      return Footprint.Cell(
        stage: part.stage, gas: part.gas, scope: scope,
        amount: ExactAmount(quantity, times: part.coefficient))
    }
  }
}

import Diagnostics
public import EmissionFactors
import Inventory
public import Quantities

/// All rows of a year that are alike in everything a scenario can tell apart: what, where, and with
/// which tags.
public struct InventoryLine: Sendable {
  public let activity: Activity
  public let unit: Unit
  public let characterisation: Characterisation
  /// The post it is filed under.
  public let post: String
  /// The label of a declared figure; empty otherwise.
  public let label: String
  public let site: String
  public let building: String
  public let tags: [String]
  /// True for the year's share of a lifetime.
  public let isAmortised: Bool
  /// The sum of the rows.
  public internal(set) var quantity: Number
  /// How a unit becomes emissions; nil for declared figures and for resources.
  public internal(set) var resolution: Resolution?
  /// kgCO2e per unit of a declared figure.
  let declared: Coefficient?
  /// From its unit to that of the activity, where one leads to the other.
  let resourceRatio: Ratio?

  /// kgCO2e by scope, biogenic CO2 left out.
  public var emissions: [Scope: ExactAmount] {
    var sums: [Scope: ExactAmount] = [:]
    if let declared { sums[.notSplit] = ExactAmount(quantity, times: declared) }
    for cell in resolution?.cells ?? [] where !cell.gas.isApart {
      let scope = activity.scopeRule.scope(of: cell.stage, characterisation: characterisation)
      sums[scope, default: .zero] += ExactAmount(quantity, times: cell.coefficient)
    }
    return sums
  }

  /// The quantity in the unit of the activity, when its unit leads there.
  public var resourceQuantity: Number? { resourceRatio.flatMap { quantity.multiplied(by: $0) } }

  /// True for a figure that the organisation states itself, without scopes.
  public var isDeclared: Bool { declared != nil }

  /// The item of the footprint that it is a part of.
  public var itemKey: ItemKey {
    ItemKey(
      activity: activity.identifier, unit: unit.symbol, characterisation: characterisation,
      label: label, post: isDeclared ? post : "", isAmortised: isAmortised)
  }

  /// Orders lines whatever order their rows came in.
  var key: [String] {
    [
      post, activity.identifier, unit.symbol, label, site, building, tags.joined(separator: " "),
      characterisation.rawValue, isAmortised ? "1" : "0",
    ]
  }
}

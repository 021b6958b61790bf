import EmissionFactors
import Footprint
import Inventory
import Quantities

/// A line of the base year, in binary numbers.
struct PlanLine {
  var activity = ""
  /// The post it is filed under, and those above.
  var posts: Set<String> = []
  var site = ""
  var building = ""
  var tags: Set<String> = []
  var unit: Unit
  /// The quantity of the base year.
  var quantity: Double
  /// kgCO2e per unit, by scope.
  var factor: [Scope: Double]
  /// What the line emits, exactly as the inventory has it.
  var emissions: [Scope: Double]
  /// How many units of the resource the line feeds one unit is.
  var resource: (measure: Subject.Measure, perUnit: Double)?

  init(unit: Unit, quantity: Double, factor: [Scope: Double]) {
    self.unit = unit
    self.quantity = quantity
    self.factor = factor
    emissions = factor.mapValues { $0 * quantity }
  }

  /// A line of an inventory.
  init(_ line: InventoryLine, _ catalog: FactorCatalog) {
    let quantity = ExactAmount(line.quantity).toDouble()
    let emissions = line.emissions.mapValues { $0.toDouble() }
    self.init(
      unit: line.unit, quantity: quantity,
      factor: quantity == 0 ? [:] : emissions.mapValues { $0 / quantity })
    self.emissions = emissions
    activity = line.activity.identifier
    posts = [line.post, catalog.topPost(of: line.post)]
    site = line.site
    building = line.building
    tags = Set(line.tags)
  }
}

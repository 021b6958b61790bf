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
  /// How much of a resource it is.
  var resource: (measure: Subject.Measure, amount: Double)?

  init(unit: Unit, quantity: Double, factor: [Scope: Double]) {
    self.unit = unit
    self.quantity = quantity
    self.factor = factor
    emissions = factor.mapValues { $0 * quantity }
  }

  /// A line of an inventory.
  init(_ line: InventoryLine, _ catalog: FactorCatalog) {
    // In the unit of the activity, where one leads there: ratios and cuts then mean the same whatever
    // unit the rows are in.
    let counted = line.resourceQuantity
    let quantity = ExactAmount(counted ?? line.quantity).toDouble()
    let emissions = line.emissions.mapValues { $0.toDouble() }
    self.init(
      unit: counted == nil ? line.unit : line.activity.unit, quantity: quantity,
      factor: quantity == 0 ? [:] : emissions.mapValues { $0 / quantity })
    self.emissions = emissions
    activity = line.activity.identifier
    posts = [line.post, catalog.topPost(of: line.post)]
    site = line.site
    building = line.building
    tags = Set(line.tags)
    if let measure = Subject.Measure(rawValue: line.activity.resource), measure != .emissions,
      let amount = line.amount(of: measure)
    {
      resource = (measure, amount)
    }
  }
}

import EmissionFactors
import Footprint
import Inventory
import Quantities

/// What a year consumed, in quantities: what the tables of resources and the sheet of goals tell.
struct ResourceFigures {
  let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  typealias Sum = (activity: Activity, quantity: Number)

  private static let told: Set<String> = [
    "energy", "energy-sold", "water", "wastewater", "waste", "meals", "food-waste", "",
  ]

  /// The sums of a resource by activity, in the unit of the activity, in the order of the catalogue.
  func byActivity(_ resources: String...) -> [Sum] {
    resources.flatMap { resource in sums { $0.activity.resource == resource } }
  }

  /// Distances, paper, goods: everything without a table of its own.
  var others: [Sum] { sums { !Self.told.contains($0.activity.resource) } }

  private func sums(where isMeant: (Footprint.Item) -> Bool) -> [Sum] {
    var sums: [Sum] = []
    for item in footprint.items where isMeant(item) {
      guard let quantity = item.resourceQuantity else { continue }
      if let place = sums.firstIndex(where: {
        $0.activity.identifier == item.activity.identifier
      }) {
        sums[place].quantity += quantity
      } else {
        sums.append((item.activity, quantity))
      }
    }
    return sums
  }

  /// Water of all sorts, waste water last.
  var water: [Sum] { byActivity("water", "wastewater") }

  // MARK: Waste

  /// Waste in tonnes, by treatment, the best first.
  struct Waste {
    var treatments: [(name: String, tonnes: Number)] = []
    var activities: [Activity] = []

    var total: Number { treatments.reduce(.zero) { $0 + $1.tonnes } }
    /// Made into something again, or into compost and digestate.
    var recycled: Number { sum(["recycling", "composting", "methanisation"]) }
    /// The same, and what is burnt for its energy.
    var recovered: Number { recycled + sum(["energy-recovery"]) }
    /// What nobody says the treatment of.
    var unknown: Number { sum(["mixed"]) }

    private func sum(_ names: Set<String>) -> Number {
      treatments.reduce(.zero) { names.contains($1.name) ? $0 + $1.tonnes : $0 }
    }
  }

  var waste: Waste {
    var waste = Waste()
    guard case .success(let tonne) = UnitExpression.parse("t") else { return waste }
    for (activity, quantity) in byActivity("waste") {
      waste.activities.append(activity)
      guard let ratio = activity.unit.conversion(to: tonne),
        let tonnes = quantity.multiplied(by: ratio)
      else { continue }
      if let place = waste.treatments.firstIndex(where: { $0.name == activity.treatment }) {
        waste.treatments[place].tonnes += tonnes
      } else {
        waste.treatments.append((activity.treatment, tonnes))
      }
    }
    waste.treatments.sort {
      (TreatmentName.order($0.name), $0.name) < (TreatmentName.order($1.name), $1.name)
    }
    return waste
  }

  // MARK: Food

  /// Meals, without coffee breaks and snacks.
  var meals: Number? {
    let meals = byActivity("meals").filter { $0.activity.unit.symbol == "meal" }
    return meals.isEmpty ? nil : meals.reduce(.zero) { $0 + $1.quantity }
  }

  /// Kilograms.
  var foodWaste: Number? {
    guard case .success(let kilogram) = UnitExpression.parse("kg") else { return nil }
    let parts = byActivity("food-waste").compactMap { activity, quantity in
      activity.unit.conversion(to: kilogram).flatMap { quantity.multiplied(by: $0) }
    }
    return parts.isEmpty ? nil : parts.reduce(.zero, +)
  }

  /// Kilograms of food thrown away for each meal served.
  var foodWastePerMeal: ExactAmount? {
    guard let meals, let foodWaste else { return nil }
    return ExactAmount(foodWaste).divided(by: meals)
  }
}

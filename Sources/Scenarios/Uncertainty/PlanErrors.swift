import Diagnostics
import EmissionFactors
import Footprint
import Uncertainty

/// What may be wrong with the base year of a plan, line by line.
struct PlanErrors: Sendable {
  /// A share of a line that errs as one.
  struct Share: Sendable {
    let share: Double
    let quantity: [UncertainSum.Error]
    let factor: UncertainSum.Error?
  }

  /// In the order of the lines of the plan.
  private(set) var lines: [[Share]] = []
  /// The factors of the activities that measures move something to.
  private(set) var destinations: [String: UncertainSum.Error] = [:]

  /// Everything is certain.
  init() {}

  /// What the rows and factors of a year say of themselves.
  init(_ inventory: [InventoryLine], destinations names: [String], _ footprint: Footprint) {
    var book = ErrorBook()
    var items: [ItemKey: [Share]] = [:]
    for item in footprint.items {
      let factor = item.resolution.map { book.error(of: $0.factor, item) }
      items[item.key] = book.quantities(of: item, footprint).map {
        Share(share: $0.share, quantity: $0.errors, factor: factor)
      }
    }
    // A line is a part of an item, and as well known as all of it.
    lines = inventory.map { items[$0.itemKey] ?? [Share(share: 1, quantity: [], factor: nil)] }
    let run = footprint.run
    for name in names {
      guard let place = run.catalog.activityIndex(named: name) else { continue }
      let activity = run.catalog.activities[place]
      guard let factor = run.resolution(ofUnitOf: activity, year: footprint.year)?.factor else {
        continue
      }
      destinations[name] = book.error(of: factor, activity)
    }
  }
}

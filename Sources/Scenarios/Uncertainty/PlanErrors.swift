import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Uncertainty

/// What may be wrong with the base year of a plan, line by line.
struct PlanErrors: Sendable {
  /// In the order of the lines of the plan.
  private(set) var lines: [[ErrorBook.Share]] = []
  /// The factors of the activities that measures move something to.
  private(set) var destinations: [String: UncertainSum.Error] = [:]

  /// What the rows and factors of a year say of themselves.
  init(_ inventory: [InventoryLine], destinations names: [String], _ footprint: Footprint) {
    var book = ErrorBook()
    let run = footprint.run
    let items = Dictionary(
      footprint.items.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let sites = Dictionary(
      run.campus.sites.enumerated().map { ($0.element.identifier, Int32($0.offset)) },
      uniquingKeysWith: { first, _ in first })
    struct Place: Hashable {
      let item: ItemKey
      let site: Int32
    }
    var known: [Place: [ErrorBook.Share]] = [:]
    // A line is a part of an item at a site, and as well known as all of it there.
    for line in inventory {
      let place = Place(item: line.itemKey, site: sites[line.site] ?? -1)
      if known[place] == nil, let item = items[place.item] {
        known[place] = book.shares(of: item, footprint, site: place.site)
      }
      lines.append(known[place] ?? [.certain])
    }
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

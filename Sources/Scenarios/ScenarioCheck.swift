public import Diagnostics
import Documents
public import EmissionFactors
public import Inventory
import Quantities

/// Holds the names in a scenario against what the campus, the catalogue and itself know.
public struct ScenarioCheck {
  private let scenario: Scenario
  private let campus: Campus
  private let catalog: FactorCatalog

  /// Reports the names that nothing bears, and measures that cannot stand together.
  public static func run(
    _ scenario: Scenario, _ campus: Campus, _ catalog: FactorCatalog, log: inout FindingLog
  ) {
    let check = ScenarioCheck(scenario: scenario, campus: campus, catalog: catalog)
    check.checkTargets(&log)
    check.checkSelectors(&log)
    check.checkMeasures(&log)
    check.checkMoney(&log)
  }

  private func checkTargets(_ log: inout FindingLog) {
    for target in scenario.targets {
      checkPosts(target.subject.posts + target.parts.flatMap(\.posts), target.location, &log)
      checkSites(target.subject.sites, target.location, &log)
    }
  }

  private func checkPosts(_ posts: [String], _ place: Location, _ log: inout FindingLog) {
    let known = catalog.posts.map(\.identifier)
    for post in posts where catalog.post(named: post) == nil {
      log.add(
        Finding(
          InventoryFindings.unknownPost, at: place,
          [.init("name", post), .init("expected", known.joined(separator: ", "))],
          suggestion: NearestName.closest(to: post, among: known)), subject: post)
    }
  }

  private func checkSites(_ sites: [String], _ place: Location, _ log: inout FindingLog) {
    let known = campus.sites.map(\.identifier)
    for site in sites where !known.contains(site) {
      log.add(
        Finding(
          InventoryFindings.unknownSite, at: place, [.init("name", site)],
          suggestion: NearestName.closest(to: site, among: known)), subject: site)
    }
  }

  private func checkActivities(
    _ activities: [String], _ place: Location, _ log: inout FindingLog
  ) {
    for activity in activities where catalog.activityIndex(named: activity) == nil {
      let known = catalog.activities.map(\.identifier)
      log.add(
        Finding(
          InventoryFindings.unknownActivity, at: place, [.init("name", activity)],
          suggestion: NearestName.closest(to: activity, among: known)), subject: activity)
    }
  }

  private func check(_ selector: Selector, _ place: Location, _ log: inout FindingLog) {
    checkActivities(selector.activities.sorted(), place, &log)
    checkPosts(selector.posts.sorted(), place, &log)
    checkSites(selector.sites.sorted(), place, &log)
  }

  private func checkSelectors(_ log: inout FindingLog) {
    for driver in scenario.drivers { check(driver.selector, driver.location, &log) }
    for path in scenario.paths { check(path.selector, path.location, &log) }
    for price in scenario.prices { check(price.selector, price.location, &log) }
    let drivers = scenario.drivers.map(\.identifier)
    for (effect, place) in scenario.measures.flatMap(\.effects) {
      switch effect {
      case .driver(let name, _):
        // A library leaves its drivers to whoever takes from it.
        if drivers.contains(name) || scenario.isLibrary { continue }
        log.add(
          Finding(
            ScenarioFindings.unknownDriver, at: place, [.init("name", name)],
            suggestion: NearestName.closest(to: name, among: drivers)), subject: name)
      case .less(let selector, _), .cut(let selector, _), .factor(let selector, _),
        .tonnes(let selector, _):
        check(selector, place, &log)
      case .move(let selector, _, let destination):
        check(selector, place, &log)
        checkActivities([destination.activity], place, &log)
      }
    }
  }

  private func checkMeasures(_ log: inout FindingLog) {
    if scenario.isLibrary { return }
    let names = scenario.measures.map(\.identifier)
    for (number, measure) in scenario.measures.enumerated() {
      if measure.uptake.start == .max {
        log.add(
          Finding(
            ScenarioFindings.missingStart, at: measure.location,
            [.init("name", measure.identifier)]), subject: measure.identifier)
      }
      for other in measure.requires where !names.contains(other) {
        log.add(
          Finding(
            ScenarioFindings.requirementMissing, at: measure.location,
            [.init("name", measure.identifier), .init("other", other)]),
          subject: measure.identifier)
      }
      guard let group = measure.group else { continue }
      if let twin = scenario.measures[..<number].first(where: { $0.group == group }) {
        log.add(
          Finding(
            ScenarioFindings.groupTakenTwice, at: measure.location,
            [
              .init("name", twin.identifier), .init("other", measure.identifier),
              .init("group", group),
            ]), subject: group)
      }
    }
  }

  /// One money for all; how years are held together must be said.
  private func checkMoney(_ log: inout FindingLog) {
    let amounts =
      scenario.prices.map { ($0.identifier, $0.currency, $0.location) }
      + scenario.measures.compactMap { measure in
        measure.cost.map { (measure.identifier, $0.currency, measure.location) }
      }
    // A library leaves its money to whoever takes from it.
    guard !scenario.isLibrary, !amounts.isEmpty else { return }
    guard let economy = scenario.economy else {
      if scenario.statesCosts { return }
      log.add(
        Finding(
          DocumentFindings.missingKey, at: scenario.place,
          [.init("name", "costs: {discount: 4 %}")]))
      return
    }
    for (name, unit, place) in amounts where unit.dimension != economy.currency.dimension {
      log.add(
        Finding(
          ScenarioFindings.otherCurrency, at: place,
          [
            .init("name", name), .init("unit", unit.symbol),
            .init("expected", economy.currency.symbol),
          ]), subject: name)
    }
  }
}

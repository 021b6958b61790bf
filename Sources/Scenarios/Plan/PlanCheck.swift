import Diagnostics
import Quantities

/// Holds a plan against the lines it is about.
struct PlanCheck {
  private let scenario: Scenario
  private let lines: [PlanLine]
  private let destinations: [String: PlanDestination]
  private let year: Int

  init(
    _ scenario: Scenario, _ lines: [PlanLine],
    _ destinations: [String: PlanDestination], year: Int
  ) {
    self.scenario = scenario
    self.lines = lines
    self.destinations = destinations
    self.year = year
  }

  func run(log: inout FindingLog) {
    for driver in scenario.drivers where driver.growth == nil {
      checkBase(driver.identifier, driver.values, driver.location, &log)
    }
    for path in scenario.paths { checkBase(path.identifier, path.values, path.location, &log) }
    for driver in scenario.drivers where !lines.contains(where: driver.selector.selects) {
      nothing(driver.identifier, driver.location, &log)
    }
    for path in scenario.paths where !lines.contains(where: path.selector.selects) {
      nothing(path.identifier, path.location, &log)
    }
    // What was done by the base year is in the inventory, and must not be saved again.
    for measure in scenario.measures where measure.uptake.start <= year {
      log.add(
        Finding(
          ScenarioFindings.yearsOutOfOrder, at: measure.location,
          [.init("year", String(measure.uptake.start)), .init("before", String(year))]),
        subject: measure.identifier)
    }
    for measure in scenario.measures { checkYears(of: measure, &log) }
    for measure in scenario.measures {
      // A measure of a library has effects for what some campuses have, and others have not.
      let found = measure.effects.map { check($0.effect, $0.location, &log) }
      if !found.isEmpty, !found.contains(true) {
        nothing(measure.identifier, measure.location, &log)
      }
    }
    checkShares(&log)
    checkPrices(&log)
  }

  /// A price is about lines, or about what measures lead to; and nothing has two.
  private func checkPrices(_ log: inout FindingLog) {
    let moves = scenario.measures.flatMap(\.effects).compactMap { item -> (Selector, String)? in
      if case .move(let selector, _, let to) = item.effect { return (selector, to.activity) }
      return nil
    }
    var told = Set<String>()
    var used = Set<String>()
    func check(_ line: PlanLine) {
      let prices = scenario.prices.filter { $0.ratio(to: line) != nil }
      used.formUnion(prices.map(\.identifier))
      guard prices.count > 1, told.insert(line.activity).inserted else { return }
      log.add(
        Finding(
          ScenarioFindings.pricedTwice, at: prices[1].location,
          [
            .init("name", prices[0].identifier), .init("other", prices[1].identifier),
            .init("activity", line.activity),
          ]), subject: line.activity)
    }
    if scenario.prices.isEmpty { return }
    var moved: [PlanLine] = []
    for line in lines {
      check(line)
      for (selector, activity) in moves where selector.selects(line) {
        guard let place = destinations[activity] else { continue }
        moved.append(place.line(of: activity, for: line))
      }
    }
    for line in moved { check(line) }
    for price in scenario.prices where !used.contains(price.identifier) {
      guard let line = (lines + moved).first(where: price.selector.selects) else {
        nothing(price.identifier, price.location, &log)
        continue
      }
      log.add(
        Finding(
          ScenarioFindings.priceUnit, at: price.location,
          [
            .init("name", price.identifier), .init("unit", price.per.symbol),
            .init("activity", line.activity),
            .init("expected", price.currency.symbol + "/" + line.unit.symbol),
          ]), subject: price.identifier)
    }
  }

  /// What was paid by the base year is not paid for the plan, and what never begins changes nothing.
  private func checkYears(of measure: Measure, _ log: inout FindingLog) {
    if case .dated(let amounts) = measure.cost?.investment,
      let first = amounts.keys.min(), first <= year
    {
      log.add(
        Finding(
          ScenarioFindings.yearsOutOfOrder, at: measure.location,
          [.init("year", String(first)), .init("before", String(year))]),
        subject: measure.identifier)
    }
    let years = year...max(year, scenario.horizon)
    if measure.uptake.start > year, years.allSatisfy({ measure.uptake.share(in: $0) == 0 }) {
      log.add(
        Finding(
          ScenarioFindings.neverActs, at: measure.location,
          [.init("name", measure.identifier), .init("year", String(scenario.horizon))]),
        subject: measure.identifier)
    }
  }

  /// A series is read in proportion to its base year: without that it would change nothing.
  private func checkBase(
    _ name: String, _ values: [Int: Double], _ location: Location, _ log: inout FindingLog
  ) {
    if let value = Course.interpolated(values, in: year), value > 0 { return }
    log.add(
      Finding(
        ScenarioFindings.seriesWithoutBase, at: location,
        [.init("name", name), .init("year", String(year))]), subject: name)
  }

  private func nothing(_ name: String, _ location: Location, _ log: inout FindingLog) {
    log.add(
      Finding(
        ScenarioFindings.selectsNothing, at: location,
        [.init("name", name), .init("year", String(year))]), subject: name)
  }

  /// True when an effect is about any line.
  private func check(
    _ effect: Measure.Effect, _ location: Location, _ log: inout FindingLog
  ) -> Bool {
    var selected: [PlanLine] = []
    switch effect {
    case .driver: return true
    case .less(let selector, _), .factor(let selector, _), .tonnes(let selector, _):
      selected = lines.filter(selector.selects)
    case .cut(let selector, let amount):
      selected = lines.filter {
        selector.selects($0) && $0.unit.conversion(to: amount.unit) != nil
      }
    case .move(let selector, _, let destination):
      selected = lines.filter(selector.selects)
      for line in selected { check(destination, from: line, location, &log) }
    }
    return !selected.isEmpty
  }

  private func check(
    _ destination: Measure.Destination, from line: PlanLine, _ location: Location,
    _ log: inout FindingLog
  ) {
    guard let known = destinations[destination.activity] else {
      log.add(
        Finding(
          ScenarioFindings.destinationWithoutFactor, at: location,
          [.init("to", destination.activity), .init("year", String(year))]),
        subject: destination.activity)
      return
    }
    let leads =
      line.unit.conversion(to: destination.per) != nil
      && destination.unit.conversion(to: known.unit) != nil
    if leads { return }
    let expected = known.unit.symbol + "/" + line.unit.symbol
    log.add(
      Finding(
        ScenarioFindings.ratioMismatch, at: location,
        [
          .init("from", line.activity), .init("to", destination.activity),
          .init("expected", expected),
        ]), subject: line.activity + destination.activity)
  }

  /// No line can give more than all of itself.
  private func checkShares(_ log: inout FindingLog) {
    for line in lines {
      var sum = 0.0
      var last: Location?
      for (effect, location) in scenario.measures.flatMap(\.effects) {
        if case .move(let selector, let share, _) = effect, selector.selects(line) {
          sum += share
          last = location
        }
      }
      guard sum > 1 + 1e-9, let last else { continue }
      log.add(
        Finding(
          ScenarioFindings.sharesOverWhole, at: last,
          [
            .init("share", String(Int((sum * 100).rounded()))), .init("activity", line.activity),
          ]), subject: line.activity)
    }
  }
}

import Diagnostics
import EmissionFactors
import Quantities
import Testing

@testable import Scenarios

/// Plans made in a test, without any file.
enum PlanFixture {
  static func unit(_ name: String) -> Unit {
    guard case .success(let unit) = UnitExpression.parse(name) else {
      preconditionFailure("no unit \(name)")
    }
    return unit
  }

  static func line(
    _ activity: String, _ quantity: Double, _ factor: Double, unit name: String = "kWh",
    site: String = ""
  ) -> PlanLine {
    var line = PlanLine(unit: unit(name), quantity: quantity, factor: [.three: factor])
    line.activity = activity
    line.site = site
    return line
  }

  static func on(_ activities: String..., site: String? = nil) -> Selector {
    var selector = Selector()
    selector.activities = Set(activities)
    if let site { selector.sites = [site] }
    return selector
  }

  static func measure(
    _ name: String, start: Int, ramp: Int = 1, rebound: Double = 0, _ effects: Measure.Effect...
  ) -> Measure {
    var uptake = Uptake(start: start)
    uptake.ramp = ramp
    var measure = Measure(
      identifier: name, label: Text(same: name), uptake: uptake, location: Location(file: "p"))
    measure.rebound = rebound
    measure.effects = effects.map { ($0, Location(file: "p")) }
    return measure
  }

  static func to(
    _ activity: String, _ ratio: Double, _ name: String = "kWh"
  ) -> Measure.Destination {
    .init(activity: activity, ratio: ratio, unit: unit(name), per: unit(name))
  }

  static func driver(_ name: String, _ values: [Int: Double], _ selector: Selector) -> Driver {
    var driver = Driver(
      identifier: name, label: Text(same: name), values: values, location: Location(file: "p"))
    driver.selector = selector
    return driver
  }

  static func path(
    _ name: String, _ values: [Int: Double], _ selector: Selector, isMeasure: Bool = true
  ) -> FactorPath {
    var path = FactorPath(
      identifier: name, label: Text(same: name), values: values, location: Location(file: "p"))
    path.selector = selector
    path.isMeasure = isMeasure
    return path
  }

  static func model(
    _ lines: [PlanLine], base: Int = 2022, horizon: Int = 2050, drivers: [Driver] = [],
    paths: [FactorPath] = [], _ measures: [Measure]
  ) -> PlanModel {
    var scenario = Scenario(identifier: "p", label: Text(same: "p"))
    scenario.horizon = horizon
    scenario.drivers = drivers
    scenario.paths = paths
    scenario.measures = measures
    let destinations = Dictionary(
      lines.map { ($0.activity, PlanDestination(unit: $0.unit, factor: $0.factor)) },
      uniquingKeysWith: { first, _ in first })
    return PlanModel(scenario, base: base, lines: lines, destinations: destinations)
  }
}

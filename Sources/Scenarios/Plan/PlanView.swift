import EmissionFactors
import Quantities

/// What an activity would be as a line of the base year: where parts of other lines are moved to.
struct PlanDestination {
  var unit: Unit
  /// kgCO2e per unit, by scope.
  var factor: [Scope: Double]
  /// The post it is filed under, and those above.
  var posts: Set<String> = []
  /// How much of a resource one unit is.
  var resource: (measure: Subject.Measure, perUnit: Double)?
}

/// Which figure of a plan is looked at: all emissions, those of a scope, or kWh.
struct PlanView {
  let subject: Subject

  /// True for what is used, and not for what is emitted: a cleaner mix changes nothing there.
  var isResource: Bool { subject.measure != .emissions }

  /// What a line counts, in kgCO2e or in the unit of the resource.
  func amount(of line: PlanLine) -> Double {
    guard contains(posts: line.posts), contains(site: line.site) else { return 0 }
    if isResource {
      guard let resource = line.resource, resource.measure == subject.measure else { return 0 }
      return resource.amount
    }
    return sum(line.emissions)
  }

  /// What one unit of a destination counts, for a part of this line.
  func amount(ofUnitOf destination: PlanDestination, for line: PlanLine) -> Double {
    guard contains(posts: destination.posts), contains(site: line.site) else { return 0 }
    if isResource {
      guard let resource = destination.resource, resource.measure == subject.measure else {
        return 0
      }
      return resource.perUnit
    }
    return sum(destination.factor)
  }

  private func contains(site: String) -> Bool {
    subject.sites.isEmpty || subject.sites.contains(site)
  }

  private func contains(posts: Set<String>) -> Bool {
    subject.posts.isEmpty || !posts.isDisjoint(with: subject.posts)
  }

  private func sum(_ scopes: [Scope: Double]) -> Double {
    scopes.keys.sorted().reduce(0) { sum, scope in
      subject.scopes.isEmpty || subject.scopes.contains(scope) ? sum + (scopes[scope] ?? 0) : sum
    }
  }
}

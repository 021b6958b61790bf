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

  /// What is moved here is a line of this activity, at the same place.
  func line(of activity: String, for line: PlanLine) -> PlanLine {
    var other = line
    other.activity = activity
    other.posts = posts
    other.unit = unit
    return other
  }
}

/// Which figure of a plan is looked at: all emissions, those of a scope, kWh, or what is paid.
struct PlanView {
  /// What is counted.
  enum Figure {
    case subject(Subject)
    /// At these prices; money is its own.
    case money([Price])
  }

  let figure: Figure

  static func of(_ subject: Subject) -> PlanView { PlanView(figure: .subject(subject)) }

  /// True for what is emitted: a cleaner mix changes nothing in what is used or paid.
  var isEmissions: Bool {
    if case .subject(let subject) = figure { return subject.measure == .emissions }
    return false
  }

  /// What a line counts: kgCO2e, units of a resource, or units that its price is for.
  func amount(of line: PlanLine) -> Double {
    switch figure {
    case .money(let prices):
      return Self.price(of: line, prices).map { line.quantity * $0.ratio } ?? 0
    case .subject(let subject):
      guard contains(posts: line.posts, subject), contains(site: line.site, subject) else {
        return 0
      }
      if subject.measure == .emissions { return sum(line.emissions, subject) }
      guard let resource = line.resource, resource.measure == subject.measure else { return 0 }
      return resource.amount
    }
  }

  /// False for a destination that counts nothing, whatever is moved to it.
  func mayCount(_ destination: PlanDestination) -> Bool {
    guard case .subject(let subject) = figure, subject.measure != .emissions else { return true }
    return destination.resource?.measure == subject.measure
  }

  /// What one unit of a destination counts; `line` is what was moved, as a line of its destination.
  func amount(ofUnitOf destination: PlanDestination, as line: PlanLine) -> Double {
    switch figure {
    case .money(let prices): return Self.price(of: line, prices)?.ratio ?? 0
    case .subject(let subject):
      guard contains(posts: destination.posts, subject), contains(site: line.site, subject) else {
        return 0
      }
      if subject.measure == .emissions { return sum(destination.factor, subject) }
      guard let resource = destination.resource, resource.measure == subject.measure else {
        return 0
      }
      return resource.perUnit
    }
  }

  /// The series that change what a line counts over the years: paths, or its price.
  func series(of line: PlanLine, _ scenario: Scenario) -> [Int] {
    switch figure {
    case .money(let prices): return Self.price(of: line, prices).map { [$0.place] } ?? []
    case .subject:
      if !isEmissions { return [] }
      return scenario.paths.indices.filter { scenario.paths[$0].selector.selects(line) }
    }
  }

  /// What the amount of the base year is multiplied by, series by series.
  func factors(_ scenario: Scenario, _ years: ClosedRange<Int>) -> [[Double]] {
    switch figure {
    case .money(let prices): return prices.map { price in years.map(price.amount(in:)) }
    case .subject:
      return scenario.paths.map { path in
        years.map { path.factor(in: $0, since: years.lowerBound) }
      }
    }
  }

  private static func price(
    of line: PlanLine, _ prices: [Price]
  ) -> (place: Int, ratio: Double)? {
    for (place, price) in prices.enumerated() {
      if let ratio = price.ratio(to: line) { return (place, ratio) }
    }
    return nil
  }

  private func contains(site: String, _ subject: Subject) -> Bool {
    subject.sites.isEmpty || subject.sites.contains(site)
  }

  private func contains(posts: Set<String>, _ subject: Subject) -> Bool {
    subject.posts.isEmpty || !posts.isDisjoint(with: subject.posts)
  }

  private func sum(_ scopes: [Scope: Double], _ subject: Subject) -> Double {
    scopes.keys.sorted().reduce(0) { sum, scope in
      subject.scopes.isEmpty || subject.scopes.contains(scope) ? sum + (scopes[scope] ?? 0) : sum
    }
  }
}

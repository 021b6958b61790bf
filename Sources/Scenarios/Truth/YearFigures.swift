import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// What an inventory says of the figures that targets are about.
public struct YearFigures: Sendable {
  /// Why a figure is not known.
  public enum Gap: Error, Hashable, Sendable {
    /// The year has no row.
    case noInventory(Int)
    /// The year tells resources only.
    case noFootprint(Int)
    /// Rows were left out because they are wrong.
    case incomplete(Int)
    /// Emissions were declared as a whole: no part of them has a scope.
    case declaredWithoutScopes(Int)
    /// Emissions were declared as a whole: no part of them has a post.
    case declaredWithoutPosts(Int)
    /// Emissions were declared for the whole campus.
    case withoutSites(Int)
    /// campus.yaml does not say it for the year.
    case noDivisor(Subject.Divisor, Int)
    /// Nothing of the sort was counted.
    case nothingCounted(Int)
    /// The energy content of something is not known.
    case unknownEnergy(Int, activity: String)
    /// Neither the scenario nor the campus says which year to start from.
    case noBase
    /// The series of a target says nothing about its base year.
    case seriesWithoutBase(Int)
    /// The parts of a target leave something of the year out, or count it twice.
    case partsDoNotAddUp(Int)
  }

  public let year: Int
  public let run: Run
  /// The lines of the year.
  public let lines: [InventoryLine]
  private let footprint: Footprint

  /// The figures of a year.
  public init(_ lines: YearLines, year: Int) {
    run = lines.run
    self.year = year
    footprint = run.footprint(year: year)
    self.lines = lines.of(year)
  }

  /// What a target is about, in its unit: tonnes of CO2e, kWh, m³, tonnes; divided when it asks.
  public func amount(
    of subject: Subject, posts: [String] = []
  ) -> Result<Double, Gap> {
    if !run.years.contains(year) { return .failure(.noInventory(year)) }
    if !footprint.isComplete { return .failure(.incomplete(year)) }
    let whole: Result<Double, Gap>
    switch subject.measure {
    case .emissions: whole = emissions(subject, posts)
    case .energy, .water, .waste: whole = resource(subject, posts)
    }
    guard let divisor = subject.divisor, case .success(let amount) = whole else { return whole }
    let campusYear = footprint.campusYear
    let number = divisor == .people ? campusYear.headCount : campusYear.floorArea
    guard let number, !number.isZero else { return .failure(.noDivisor(divisor, year)) }
    return .success(amount / ExactAmount(number).toDouble())
  }

  private func emissions(_ subject: Subject, _ posts: [String]) -> Result<Double, Gap> {
    if footprint.isResourcesOnly { return .failure(.noFootprint(year)) }
    var sum = ExactAmount.zero
    var isCounted = false
    for line in lines {
      let parts = line.emissions
      if parts.isEmpty { continue }
      switch place(of: line, in: subject, posts) {
      case .failure(let gap): return .failure(gap)
      case .success(false): continue
      case .success(true): isCounted = true
      }
      for (scope, amount) in parts {
        if subject.scopes.isEmpty || subject.scopes.contains(scope) {
          sum += amount
        } else if scope == .notSplit, !amount.isZero {
          return .failure(.declaredWithoutScopes(year))
        }
      }
    }
    if !isCounted { return .failure(.nothingCounted(year)) }
    return .success(sum.toDouble() / 1000)
  }

  /// True for a line that a target is about.
  private func place(
    of line: InventoryLine, in subject: Subject, _ posts: [String]
  ) -> Result<Bool, Gap> {
    for wanted in [subject.posts, posts] where !wanted.isEmpty {
      if line.isDeclared, line.post == CatalogNames.unallocated {
        return .failure(.declaredWithoutPosts(year))
      }
      let top = run.catalog.topPost(of: line.post)
      if !wanted.contains(where: { $0 == line.post || $0 == top }) { return .success(false) }
    }
    if !subject.sites.isEmpty {
      if line.site.isEmpty { return .failure(.withoutSites(year)) }
      if !subject.sites.contains(line.site) { return .success(false) }
    }
    return .success(true)
  }

  private func resource(_ subject: Subject, _ posts: [String]) -> Result<Double, Gap> {
    var sum = 0.0
    var isCounted = false
    for line in lines where line.activity.resource == subject.measure.rawValue {
      switch place(of: line, in: subject, posts) {
      case .failure(let gap): return .failure(gap)
      case .success(false): continue
      case .success(true): break
      }
      guard let amount = line.amount(of: subject.measure) else {
        return .failure(.unknownEnergy(year, activity: line.activity.identifier))
      }
      isCounted = true
      sum += amount
    }
    return isCounted ? .success(sum) : .failure(.nothingCounted(year))
  }
}

extension InventoryLine {
  /// How much of a resource it is, in the unit of the resource; nil where no source says.
  func amount(of measure: Subject.Measure) -> Double? {
    guard let quantity = resourceQuantity, let ratio = measure.ratio(of: activity.unit) else {
      return nil
    }
    return ExactAmount(quantity).multiplied(by: ratio)?.toDouble()
  }
}

extension Subject.Measure {
  /// How much of the resource one of a unit is.
  func ratio(of unit: Unit) -> Ratio? {
    let names = self == .energy ? ["kWh", "kWh PCS", "kWh PCI"] : [self.unit]
    for name in names {
      if case .success(let wanted) = UnitExpression.parse(name),
        let ratio = unit.conversion(to: wanted)
      {
        return ratio
      }
    }
    return nil
  }
}

/// Names of the catalogue that have a meaning here.
enum CatalogNames {
  /// The post of what was declared without one.
  static let unallocated = "unallocated"
}

public import EmissionFactors
import Inventory
public import Quantities

extension Recomputation {
  /// With the elements of an imported release, which are asked for one by one.
  public init(
    _ footprint: Footprint, release: String, _ element: (String) -> ReleaseElement?
  ) {
    var elements: [String: ReleaseElement?] = [:]
    let resolver = footprint.run.fold.resolver
    self.init(footprint) { item, resolution in
      let factor = resolution.factor
      guard let number = factor.baseCarboneIdentifier else { return .kept(.otherSource) }
      let found = elements[number] ?? element(number)
      elements[number] = .some(found)
      guard let found, let other = factor.taking(found, of: release) else { return .kept(.absent) }
      // What counts the same is the same: a row goes on its way by the names it had.
      if factor.counts(like: other), factor.uncertainty == other.uncertainty {
        return .taken(resolution)
      }
      let way = resolver.resolve(
        item.activity, unit: item.unit, year: footprint.year, like: resolution, with: other)
      return way.map { .taken($0) } ?? .kept(.unit(found.unit.text))
    }
  }

  /// With another catalogue, which chooses its factors itself.
  public init(_ footprint: Footprint, catalog: FactorCatalog) {
    let resolver = FactorResolver(campus: footprint.run.campus, catalog: catalog)
    self.init(footprint) { item, resolution in
      guard let activity = catalog.activity(named: item.activity.identifier) else {
        return .kept(.absent)
      }
      let found = resolver.resolve(activity, unit: item.unit, year: footprint.year)
      switch found {
      case .success(let other): return .taken(other)
      case .failure(.unitMismatch(let expected)), .failure(.priceMismatch(let expected)):
        return .kept(.unit(expected.joined(separator: ", ")))
      case .failure: return .kept(.absent)
      }
    }
  }

  /// What goes from one edition to the other, by the number of the element; what has none comes
  /// under the name of its factor.
  public static func effects(
    from first: Recomputation, to second: Recomputation
  ) -> [String: ExactAmount] {
    var effects: [String: ExactAmount] = [:]
    for (place, item) in first.before.items.enumerated() {
      guard let factor = item.resolution?.factor else { continue }
      let effect = second.after.items[place].total - first.after.items[place].total
      effects[factor.baseCarboneIdentifier ?? factor.identifier, default: .zero] += effect
    }
    return effects
  }
}

extension Footprint {
  /// The numbers of the elements of the Base Carbone it uses.
  public var baseCarboneIdentifiers: Set<String> {
    Set(items.compactMap { $0.resolution?.factor.baseCarboneIdentifier })
  }
}

extension FactorResolver {
  /// The way to another edition of a factor that was chosen already; nil when there is none.
  func resolve(
    _ activity: Activity, unit: Unit, year: Int, like chosen: Resolution, with factor: Factor
  ) -> Resolution? {
    // A substitute keeps its own price year, as when it was chosen.
    let priceYear =
      chosen.substitution == nil ? year : MoneyMatch.basis(of: factor.unit)?.year ?? year
    let found = match(
      factor, activity: activity, unit: unit, year: priceYear, substitution: chosen.substitution)
    guard case .success(let resolution) = found else { return nil }
    return resolution
  }
}

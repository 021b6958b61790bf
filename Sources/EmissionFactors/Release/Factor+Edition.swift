import Quantities

extension Factor {
  /// What sources of the Base Carbone begin with, in our own tables.
  private static let base = "Base Carbone"

  /// The number of the element of the Base Carbone it was taken from; nil for any other source.
  public var baseCarboneIdentifier: String? {
    let number = provenance.sourceIdentifier
    return provenance.source.hasPrefix(Self.base) && !number.isEmpty ? number : nil
  }

  /// The same factor with the cells, total, unit and uncertainty of an element; nil when the element
  /// is no factor.
  ///
  /// It keeps its name, family and source: what applies to it, applies to the other edition of it.
  public func taking(_ element: ReleaseElement, of release: String) -> Factor? {
    guard let other = element.factor(of: release) else { return nil }
    var provenance = provenance
    provenance.release = release
    provenance.status = element.status.rawValue
    provenance.validity = element.validity
    return Factor(
      identifier: identifier, family: family, cells: other.cells, total: other.total,
      unit: unit.tells(other.unit) ? unit : other.unit, from: from, to: to, provenance: provenance,
      uncertainty: other.uncertainty)
  }

  /// What our own tables say of the status, in the words of the source.
  public var status: ReleaseElement.Status {
    let words = provenance.status.lowercased()
    if words.hasPrefix("archiv") { return .archived }
    return words.contains("spécifique") || words == ReleaseElement.Status.specific.rawValue
      ? .specific : .generic
  }

  /// True when two editions count the same: value, unit and parts.
  public func counts(like other: Factor) -> Bool {
    total == other.total && unit == other.unit && cells == other.cells
  }
}

extension Unit {
  /// True when another unit is this one, but for what it counts.
  ///
  /// Sources write `km` for the kilometre of a car and leave the thing counted to the name of the
  /// element; our tables say vehicle.km. A unit that says what it counts is never read otherwise.
  func tells(_ other: Unit) -> Bool {
    guard ratio == other.ratio else { return false }
    let rest = (dimension / other.dimension).factors.filter { !Self.isThing($0) }
    var things = 0
    for factor in rest {
      guard case .count = factor.base, factor.exponent == 1 else { return false }
      things += 1
    }
    return things == 1 && !other.dimension.factors.contains { Self.isNamed($0) }
  }

  /// `piece`, which says that things are counted and not which: ours takes its place.
  private static func isThing(_ factor: Dimension.Factor) -> Bool {
    factor.base == .count("piece") && factor.exponent == -1
  }

  private static func isNamed(_ factor: Dimension.Factor) -> Bool {
    if case .count(let thing) = factor.base { return thing != "piece" }
    return false
  }
}

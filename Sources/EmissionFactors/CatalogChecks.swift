import Diagnostics
import Quantities

/// Checks that the tables hold together: names that exist, one factor a year.
enum CatalogChecks {
  /// Reports what does not hold in a catalogue whose indexes are built.
  ///
  /// Gives the factors that may not be used because another one holds for the same year.
  static func run(_ catalog: FactorCatalog, log: inout FindingLog) -> Set<String> {
    duplicates(catalog, log: &log)
    references(catalog, log: &log)
    return overlaps(catalog, log: &log)
  }

  private static func duplicates(_ catalog: FactorCatalog, log: inout FindingLog) {
    if catalog.hasUniqueNames { return }
    duplicates(among: catalog.factors.map { ($0.identifier, place(of: $0)) }, log: &log)
    duplicates(among: catalog.activities.map { ($0.identifier, place(of: $0)) }, log: &log)
  }

  private static func duplicates(
    among names: [(name: String, place: Location)], log: inout FindingLog
  ) {
    var seen: [String: Location] = [:]
    for (name, place) in names {
      if let other = seen.updateValue(place, forKey: name) {
        log.add(
          Finding(
            FactorFindings.duplicateIdentifier, at: place,
            [.init("name", name), .init("other", other.text)]),
          subject: name)
      }
    }
  }

  private static func references(_ catalog: FactorCatalog, log: inout FindingLog) {
    let posts = Set(catalog.posts.map(\.identifier))
    for activity in catalog.activities {
      if !posts.contains(activity.post) {
        report(
          activity.post, missingFrom: "posts.csv", at: place(of: activity), among: posts, log: &log)
      }
      guard activity.ledger == .footprint else { continue }
      if !catalog.hasFactors(ofFamily: activity.family) {
        report(
          activity.family, missingFrom: "factors", at: place(of: activity),
          among: Set(catalog.factors.map(\.family)),
          log: &log)
      }
    }
    for post in catalog.posts where !post.parent.isEmpty && !posts.contains(post.parent) {
      report(
        post.parent, missingFrom: "posts.csv", at: Location(file: "posts.csv"), among: posts,
        log: &log)
    }
  }

  private static func report(
    _ name: String, missingFrom table: String, at location: Location, among known: Set<String>,
    log: inout FindingLog
  ) {
    log.add(
      Finding(
        FactorFindings.unknownReference, at: location,
        [.init("name", name), .init("table", table)],
        suggestion: NearestName.closest(to: name, among: known)),
      subject: name)
  }

  /// One family, one unit, one year: at most one factor, or the choice would depend on file order.
  private static func overlaps(_ catalog: FactorCatalog, log: inout FindingLog) -> Set<String> {
    var ambiguous: Set<String> = []
    for places in catalog.sharedFamilies {
      let factors = places.map { catalog.factors[$0] }
      for (place, factor) in factors.enumerated() {
        for other in factors[(place + 1)...] where other.unit.dimension == factor.unit.dimension {
          let from = max(factor.from ?? .min, other.from ?? .min)
          let to = min(factor.to ?? .max, other.to ?? .max)
          guard from <= to else { continue }
          ambiguous.formUnion([factor.identifier, other.identifier])
          log.add(
            Finding(
              FactorFindings.overlappingYears, at: self.place(of: other),
              [
                .init("first", factor.identifier), .init("second", other.identifier),
                .init("year", from == .min ? (to == .max ? "…" : String(to)) : String(from)),
              ]),
            subject: other.identifier)
        }
      }
    }
    return ambiguous
  }

  private static func place(of activity: Activity) -> Location {
    Location(file: activity.file, line: activity.line)
  }

  private static func place(of factor: Factor) -> Location {
    Location(file: factor.provenance.file, line: factor.provenance.line)
  }
}

public import Diagnostics
public import EmissionFactors

/// Checks campus.yaml against the catalogue: names it uses must exist there.
public enum CampusCheck {
  /// Reports substitutions, posts and exclusions that name nothing.
  public static func run(_ campus: Campus, catalog: FactorCatalog, log: inout FindingLog) {
    for substitution in campus.substitutions {
      if catalog.activity(named: substitution.activity) == nil {
        let known = catalog.activities.map(\.identifier)
        report(
          InventoryFindings.unknownActivity, substitution.activity, at: substitution.location,
          known: known, log: &log)
      }
      if catalog.factor(named: substitution.factor) == nil {
        let known = catalog.factors.map(\.identifier)
        report(
          CampusFindings.unknownFactor, substitution.factor, at: substitution.location,
          known: known, log: &log)
      }
    }
    let named =
      campus.postOrder.map {
        (name: $0, place: campus.postLocations[$0] ?? Location(file: "campus.yaml"))
      } + campus.exclusions.map { (name: $0.post, place: $0.location) }
    let posts = catalog.posts.map(\.identifier)
    for (name, place) in named where catalog.post(named: name) == nil {
      log.add(
        Finding(
          InventoryFindings.unknownPost, at: place,
          [.init("name", name), .init("expected", posts.joined(separator: ", "))],
          suggestion: NearestName.closest(to: name, among: posts)), subject: name)
    }
  }

  private static func report(
    _ kind: FindingKind, _ name: String, at location: Location, known: [String],
    log: inout FindingLog
  ) {
    log.add(
      Finding(
        kind, at: location, [.init("name", name)],
        suggestion: NearestName.closest(to: name, among: known)), subject: name)
  }
}

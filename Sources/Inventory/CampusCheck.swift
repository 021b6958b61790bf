public import Diagnostics
public import EmissionFactors

/// Checks campus.yaml against the catalogue: names it uses must exist there.
public enum CampusCheck {
  /// Reports substitutions and posts that name nothing.
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
    let posts = catalog.posts.map(\.identifier)
    for name in campus.postOrder where catalog.post(named: name) == nil {
      log.add(
        Finding(
          InventoryFindings.unknownPost,
          at: campus.postLocations[name] ?? Location(file: "campus.yaml"),
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

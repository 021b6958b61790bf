public import Diagnostics
public import EmissionFactors

/// Checks campus.yaml against the catalogue: names it uses must exist there.
public enum CampusCheck {
  /// Reports names that nothing bears: of activities, factors, sites and posts.
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
    for (activity, place) in campus.heatingLocations.sorted(by: { $0.key < $1.key })
    where catalog.activity(named: activity) == nil {
      report(
        InventoryFindings.unknownActivity, activity, at: place,
        known: catalog.activities.map(\.identifier), log: &log)
    }
    let sites = campus.sites.map(\.identifier)
    for (_, year) in campus.years.sorted(by: { $0.key < $1.key }) {
      let place = year.sitesLocation ?? Location(file: "campus.yaml")
      for site in (year.sites ?? []).sorted() where !sites.contains(site) {
        report(InventoryFindings.unknownSite, site, at: place, known: sites, log: &log)
      }
    }
    let named =
      campus.postOrder.map {
        (name: $0, place: campus.postLocations[$0] ?? Location(file: "campus.yaml"))
      } + campus.exclusions.map { (name: $0.post, place: $0.location) }
      + campus.collection.filter { !$0.post.isEmpty }.map { (name: $0.post, place: $0.location) }
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

public import Diagnostics
public import EmissionFactors
public import Inventory

/// Holds the names in a scenario against what the campus and the catalogue know.
public enum ScenarioCheck {
  /// Reports the names that nothing bears.
  public static func run(
    _ scenario: Scenario, _ campus: Campus, _ catalog: FactorCatalog, log: inout FindingLog
  ) {
    for target in scenario.targets {
      for post in target.subject.posts + target.parts.flatMap(\.posts)
      where catalog.post(named: post) == nil {
        let known = catalog.posts.map(\.identifier)
        log.add(
          Finding(
            InventoryFindings.unknownPost, at: target.location,
            [.init("name", post), .init("expected", known.joined(separator: ", "))],
            suggestion: NearestName.closest(to: post, among: known)), subject: post)
      }
      for site in target.subject.sites
      where !campus.sites.contains(where: { $0.identifier == site }) {
        log.add(
          Finding(
            InventoryFindings.unknownSite, at: target.location, [.init("name", site)],
            suggestion: NearestName.closest(to: site, among: campus.sites.map(\.identifier))),
          subject: site)
      }
    }
  }
}

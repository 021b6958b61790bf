import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import TestSupport
import Testing

/// Names in campus.yaml that must exist in the catalogue.
struct CampusNameTests {
  private func found(_ text: String) throws -> (FindingLog, [String]) {
    let marked = MarkedText("format: 1\nname: Essai\n" + text)
    var log = FindingLog()
    let campus = try #require(
      CampusReader.read(Array(marked.text.utf8), findingNames: [], log: &log))
    CampusCheck.run(campus, catalog: Shipped.catalog, log: &log)
    return (log, marked.positions)
  }

  @Test func `a substitution must name an activity and a factor that exist`() throws {
    let (log, places) = try found(
      """
      substitutions:
        - 👉{activity: electricity, year: 2025, factor: bc-1, reason: r}
        - 👉{activity: electricty, year: 2025, factor: bc-43642, reason: r}
      """)
    #expect(
      Set(log.found) == ["unknown-substitute \(places[0])", "unknown-activity \(places[1])"])
    #expect(log.sortedGroups.contains { $0.first.first?.suggestion == "electricity" })
  }

  @Test func `a post that is renamed must exist`() throws {
    let (log, _) = try found("posts: {travle: Déplacements}\n")
    #expect(log.sortedGroups.map(\.kind.identifier) == ["unknown-post"])
    #expect(log.sortedGroups.first?.first.first?.suggestion == "travel")
  }

  @Test func `names that exist are not mentioned`() throws {
    let (log, _) = try found(
      "posts: {travel: a}\n"
        + "substitutions: [{activity: electricity, year: 2025, factor: bc-43642, reason: r}]\n")
    #expect(log.found == [])
  }
}

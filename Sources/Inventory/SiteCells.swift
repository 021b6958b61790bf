import Diagnostics

/// Sites in cells.
enum SiteCells {
  /// Reports a site that campus.yaml does not declare.
  static func refuse(
    _ row: RowContext, _ column: Int, _ year: Int?, _ campus: Campus, _ log: inout FindingLog
  ) -> RowOutcome {
    let name = row.text(column)
    let stands = row.report(
      InventoryFindings.unknownSite, column: column, subject: name, year: year, log: &log,
      facts: { [.init("name", name)] },
      suggestion: {
        NearestName.closest(
          to: name, among: campus.sites.map(\.identifier) + campus.sites.map(\.name))
      })
    return .wrong(accepted: !stands)
  }
}

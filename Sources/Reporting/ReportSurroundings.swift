public import Diagnostics
public import Footprint
public import Scenarios

/// What is told beside a year where there is room: the other years, and where its campus wants to go.
public struct ReportSurroundings: Sendable {
  /// Every year so far, the reported one last.
  public var years: [Footprint]
  /// What changed since the year before, and since the base year.
  public var changes: [YearComparison]
  /// The scenario that the campus holds itself against.
  public var outlook: Outlook?
  /// What is not told beside it, and why.
  public var notes: [Text] = []
  /// The digest of bytes, by which readers tell that a factor is the same.
  public var digest: (@Sendable ([UInt8]) -> String)?

  /// Nothing but the year itself.
  public init(
    years: [Footprint] = [], changes: [YearComparison] = [], outlook: Outlook? = nil
  ) {
    self.years = years
    self.changes = changes
    self.outlook = outlook
  }
}

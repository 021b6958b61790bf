public import Diagnostics

/// Where a goal comes from, as its file says.
public struct Provenance: Hashable, Sendable {
  public internal(set) var source = ""
  /// The day the rule was in force; rules change.
  public internal(set) var ruleDate: String?
  /// What replaces the rule.
  public internal(set) var supersededBy: String?
  /// The words of whoever made the pledge.
  public internal(set) var quotation: String?
  /// True for what no source states.
  public internal(set) var isAssumption = false
  public internal(set) var note: Text?
}

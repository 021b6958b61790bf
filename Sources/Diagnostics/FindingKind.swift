/// What can be found wrong or doubtful: an identifier, its weight and its words.
///
/// Code reports facts (an identifier and named values); the words live here, in templates whose
/// `{names}` are filled in when a finding is printed.
public struct FindingKind: Hashable, Sendable {
  /// Stable name, used in campus.yaml, in pipelines and as the name of its page in docs/diagnostics.
  public let identifier: String
  /// How much it matters.
  public let severity: Severity
  /// One sentence that says what is wrong, with `{names}` to fill in.
  public let summary: Text
  /// One sentence that says what to do.
  public let remedy: Text

  /// Declares a kind of finding.
  public init(_ identifier: String, _ severity: Severity, summary: Text, remedy: Text) {
    self.identifier = identifier
    self.severity = severity
    self.summary = summary
    self.remedy = remedy
  }

  /// Kinds are told apart by their identifier alone.
  public static func == (left: FindingKind, right: FindingKind) -> Bool {
    left.identifier == right.identifier
  }

  /// Hashes the identifier alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

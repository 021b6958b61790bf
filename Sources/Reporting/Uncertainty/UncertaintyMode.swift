/// How intervals are computed.
public enum UncertaintyMode: String, CaseIterable, Sendable {
  /// What is shared counts as shared.
  case shared
  /// By the published arithmetic of the method.
  case gsd
}

public import Diagnostics

/// A piece of a structured document, with its place.
public struct Node: Sendable {
  /// What a piece can be.
  ///
  /// Scalars are text: what they mean is decided where they are used.
  public enum Content: Sendable {
    case scalar(String, isQuoted: Bool)
    case sequence([Node])
    case mapping([Entry])
  }

  /// A key and what it holds.
  public struct Entry: Sendable {
    /// The key as written.
    public let key: String
    /// Where the key is.
    public let location: Location
    /// What it holds.
    public let value: Node
  }

  /// What it is.
  public let content: Content
  /// Where it begins.
  public let location: Location

  /// The text of a scalar.
  public var scalar: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// True for `key:` with nothing after it, and for an unquoted `~` or `null`.
  public var isEmpty: Bool {
    guard case .scalar(let text, let isQuoted) = content, !isQuoted else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

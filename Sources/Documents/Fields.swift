public import Diagnostics

/// The keys of a mapping, taken one by one; what is left over at the end was not expected.
///
/// Every `take` notes the key it asked for, so the list of possible keys in a finding is exactly
/// what the code reads and cannot drift from it.
public struct Fields: ~Copyable {
  /// Where the mapping begins.
  public let location: Location
  private let entries: [Node.Entry]
  private var asked: [String] = []
  private let isWhole: Bool

  /// Opens a mapping; anything else is a finding and opens as empty.
  public init(_ node: Node, log: inout FindingLog) {
    location = node.location
    switch node.content {
    case .mapping(let entries):
      self.entries = entries
      isWhole = true
    case .scalar where node.isEmpty:
      entries = []
      isWhole = true
    default:
      entries = []
      isWhole = false
      Fields.wrongType(
        node, expected: Text(fr: "des clés et leurs valeurs", en: "a set of keys and values"),
        log: &log)
    }
  }

  /// What a key holds, if it is there and holds something.
  public mutating func take(_ key: String) -> Node? {
    asked.append(key)
    guard let node = entries.first(where: { $0.key == key })?.value, !node.isEmpty else {
      return nil
    }
    return node
  }

  /// What a key must hold; its absence is a finding.
  public mutating func require(_ key: String, log: inout FindingLog) -> Node? {
    if let node = take(key) { return node }
    if isWhole {
      log.add(Finding(DocumentFindings.missingKey, at: location, [.init("name", key)]))
    }
    return nil
  }

  /// Every key with what it holds, for mappings whose keys are names and not words of the format.
  public mutating func takeAll() -> [Node.Entry] {
    asked.append(contentsOf: entries.map(\.key))
    return entries
  }

  /// Reports the keys nobody asked for.
  public consuming func finish(log: inout FindingLog) {
    for entry in entries where !asked.contains(entry.key) {
      log.add(
        Finding(
          DocumentFindings.unknownKey, at: entry.location,
          [.init("name", entry.key), .init("expected", asked.joined(separator: ", "))],
          suggestion: NearestName.closest(to: entry.key, among: asked)))
    }
  }

  /// Reports a value that is not what its key needs.
  public static func wrongType(_ node: Node, expected: Text, log: inout FindingLog) {
    let shown =
      switch node.content {
      case .scalar(let text, _): text
      case .sequence: "[ ]"
      case .mapping: "{ }"
      }
    // Both languages are kept: the words are chosen when the finding is printed.
    log.add(
      Finding(
        DocumentFindings.wrongType, at: node.location,
        [
          .init("value", shown), .init("expected-fr", expected.fr),
          .init("expected-en", expected.en),
        ]))
  }
}

/// One thing found, where, with the facts its words need.
public struct Finding: Hashable, Sendable {
  /// A named value that fills `{name}` in the words of the kind.
  public struct Fact: Hashable, Sendable {
    /// The name between braces in the template.
    public let name: String
    /// The value, as it is to be read.
    public let value: String

    /// Names a value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What was found.
  public var kind: FindingKind
  /// Where it was found.
  public var location: Location
  /// The values its words need.
  public var facts: [Fact]
  /// The nearest valid name, if there is one.
  public var suggestion: String?

  /// A finding at a place.
  public init(
    _ kind: FindingKind, at location: Location, _ facts: [Fact] = [], suggestion: String? = nil
  ) {
    self.kind = kind
    self.location = location
    self.facts = facts
    self.suggestion = suggestion
  }

  /// What is wrong, in one sentence.
  public func summary(in language: Language) -> String { fill(kind.summary[language]) }

  /// What to do, in one sentence.
  public func remedy(in language: Language) -> String { fill(kind.remedy[language]) }

  private func fill(_ template: String) -> String {
    var result = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      result += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      if let fact = facts.first(where: { $0.name == name }) {
        // Lists of what is possible are ours and shown whole; what a cell holds may be anything.
        result += VisibleText.shortened(fact.value, to: name == "expected" ? 20_000 : 200)
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

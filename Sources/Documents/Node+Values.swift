public import Diagnostics

extension Node {
  /// Text; anything else is a finding.
  public func text(log: inout FindingLog) -> String? {
    if let scalar { return scalar }
    Fields.wrongType(self, expected: Text(fr: "un texte", en: "a text"), log: &log)
    return nil
  }

  /// A whole number.
  public func integer(log: inout FindingLog) -> Int? {
    if let scalar, let value = Int(scalar) { return value }
    Fields.wrongType(
      self, expected: Text(fr: "un nombre entier", en: "a whole number"), log: &log)
    return nil
  }

  /// `true` or `false`, and nothing else.
  public func flag(log: inout FindingLog) -> Bool? {
    if scalar == "true" { return true }
    if scalar == "false" { return false }
    Fields.wrongType(self, expected: Text(fr: "true ou false", en: "true or false"), log: &log)
    return nil
  }

  /// The items of a list; a single item may stand alone.
  public func items() -> [Node] {
    if case .sequence(let items) = content { return items }
    return [self]
  }

  /// One of a few words.
  public func choice<Value: RawRepresentable & CaseIterable>(
    _ type: Value.Type, log: inout FindingLog
  ) -> Value? where Value.RawValue == String {
    if let scalar, let value = Value(rawValue: scalar) { return value }
    let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
    Fields.wrongType(
      self, expected: Text(fr: "l'un de : \(words)", en: "one of: \(words)"), log: &log)
    return nil
  }
}

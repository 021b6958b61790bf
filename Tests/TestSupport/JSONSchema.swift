import Foundation

/// As much of JSON Schema (2020-12) as our schemas use; a keyword that it does not know is a fault, so that
/// no schema says more than is looked at.
public struct JSONSchema {
  /// Any JSON.
  public enum Value: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([Value])
    case object([String: Value])

    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let value = try? container.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? container.decode(Double.self) {
        self = .number(value)
      } else if let value = try? container.decode(String.self) {
        self = .string(value)
      } else if let value = try? container.decode([Value].self) {
        self = .array(value)
      } else {
        self = .object(try container.decode([String: Value].self))
      }
    }

    /// Parses a text.
    public static func parse(_ text: String) throws -> Value {
      try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    subscript(_ key: String) -> Value? {
      if case .object(let members) = self { members[key] } else { nil }
    }

    var isNumber: Bool { if case .number = self { true } else { false } }
  }

  private let root: Value

  /// A schema from its text.
  public init(_ text: String) throws { root = try Value.parse(text) }

  /// What is wrong with a value, each with the place it is at.
  public func faults(of value: Value) -> [String] { faults(value, root, "$") }

  private static let annotations: Set<String> = ["$schema", "$defs", "title", "description"]

  private func faults(_ value: Value, _ schema: Value, _ place: String) -> [String] {
    guard case .object(let members) = schema else { return ["\(place): no schema"] }
    return members.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
      switch keyword {
      case _ where Self.annotations.contains(keyword): return []
      case "additionalProperties", "properties": return []
      case "$ref": return faults(value, definition(rule), place)
      case "type": return isOf(rule, value) ? [] : ["\(place): not \(rule)"]
      case "const": return value == rule ? [] : ["\(place): not \(rule)"]
      case "enum":
        guard case .array(let allowed) = rule else { return ["\(place): bad enum"] }
        return allowed.contains(value) ? [] : ["\(place): \(value) is not among \(allowed)"]
      case "minimum", "maximum":
        guard case .number(let bound) = rule, case .number(let number) = value else { return [] }
        return (keyword == "minimum" ? number >= bound : number <= bound)
          ? [] : ["\(place): \(number) is beyond \(bound)"]
      case "pattern":
        guard case .string(let pattern) = rule, case .string(let text) = value else { return [] }
        return text.range(of: pattern, options: .regularExpression) != nil
          ? [] : ["\(place): “\(text)” is not \(pattern)"]
      case "required":
        guard case .array(let names) = rule, case .object(let own) = value else { return [] }
        return names.compactMap {
          guard case .string(let name) = $0, own[name] == nil else { return nil }
          return "\(place): no \(name)"
        }
      case "items":
        guard case .array(let items) = value else { return [] }
        return items.enumerated().flatMap { faults($1, rule, "\(place)[\($0)]") }
      case "anyOf":
        guard case .array(let schemas) = rule else { return ["\(place): bad anyOf"] }
        return schemas.contains { faults(value, $0, place).isEmpty }
          ? [] : ["\(place): \(value) is none of what it may be"]
      default: return ["\(place): unknown keyword \(keyword)"]
      }
    } + memberFaults(value, schema, place)
  }

  private func memberFaults(_ value: Value, _ schema: Value, _ place: String) -> [String] {
    guard case .object(let own) = value else { return [] }
    var known: [String: Value] = [:]
    if case .object(let properties)? = schema["properties"] { known = properties }
    return own.sorted { $0.key < $1.key }.flatMap { name, member -> [String] in
      let here = "\(place).\(name)"
      if let rule = known[name] { return faults(member, rule, here) }
      switch schema["additionalProperties"] {
      case nil, .bool(true): return []
      case .bool(false): return ["\(here) is not known"]
      case let rule?: return faults(member, rule, here)
      }
    }
  }

  private func definition(_ reference: Value) -> Value {
    guard case .string(let path) = reference, path.hasPrefix("#/$defs/") else { return .null }
    return root["$defs"]?[String(path.dropFirst(8))] ?? .null
  }

  private func isOf(_ type: Value, _ value: Value) -> Bool {
    if case .array(let types) = type { return types.contains { isOf($0, value) } }
    switch (type, value) {
    case (.string("null"), .null), (.string("boolean"), .bool), (.string("number"), .number),
      (.string("string"), .string), (.string("array"), .array), (.string("object"), .object):
      return true
    case (.string("integer"), .number(let number)): return number == number.rounded()
    default: return false
    }
  }
}

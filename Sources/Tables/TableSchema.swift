import Diagnostics

/// The columns a kind of table may have, and the names people give them.
public struct TableSchema: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// The name used in code and in messages.
    public let identifier: String
    /// Other names in a header, in any language.
    public let aliases: [String]
    /// True when no row can be read without it.
    public let isRequired: Bool

    /// Declares a column.
    public init(_ identifier: String, _ aliases: [String] = [], required: Bool = false) {
      self.identifier = identifier
      self.aliases = aliases
      self.isRequired = required
    }
  }

  /// What the table is, for messages.
  public let name: String
  /// Its columns; code refers to them by their place in this list.
  public let columns: [Column]

  private let places: [String: Int]

  /// Declares a kind of table.
  public init(_ name: String, _ columns: [Column]) {
    self.name = name
    self.columns = columns
    var places: [String: Int] = [:]
    // A column's own name wins over another's alias, then the first to claim a name has it.
    let names =
      columns.enumerated().map { ($0.offset, $0.element.identifier) }
      + columns.enumerated().flatMap { place, column in column.aliases.map { (place, $0) } }
    for (place, name) in names where places[FoldedText.fold(name)] == nil {
      places[FoldedText.fold(name)] = place
    }
    self.places = places
  }

  /// The column a header cell names; case, accents and outer spaces do not count.
  public func column(named name: String) -> Int? {
    // Names of our own data files are written as they are declared: no need to fold them.
    places[name] ?? places[FoldedText.fold(name)]
  }

  /// Every name a header may use, for suggestions.
  public var allNames: [String] { columns.flatMap { [$0.identifier] + $0.aliases } }
}

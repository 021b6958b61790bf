import Quantities
import Tables

extension LockRow {
  /// The columns of a table, in the order in which a lock keeps them.
  static func columns(of table: CatalogTable) -> [String] {
    table.schema.columns.map(\.identifier)
  }

  /// The header of a table.
  static func header(of table: CatalogTable, digest: LockDigest) -> LockRow {
    let text = PlainCSV.line(columns(of: table))
    return LockRow(
      table: table, release: "", identifier: header, value: "", digest: digest(Array(text.utf8)),
      text: text)
  }

  /// A copy of a row: its cells in the order of the schema, whatever the order in its file.
  static func copy(of row: DataRow, in table: CatalogTable, digest: LockDigest) -> LockRow {
    let text = PlainCSV.line(columns(of: table).map { row.text($0) })
    let facts = facts(of: row, in: table)
    return LockRow(
      table: table, release: facts.release, identifier: facts.identifier, value: facts.value,
      digest: digest(Array(text.utf8)), text: text)
  }

  /// What a reader looks for in a row without taking it apart.
  static func facts(of row: DataRow, in table: CatalogTable) -> (
    release: String, identifier: String, value: String
  ) {
    let (release, identifier, value): (String, String, String) =
      switch table {
      case .posts, .activities, .readings: ("", row.text("id"), "")
      case .factors: (row.text("release"), row.text("factor"), row.text("total"))
      case .gwp:
        (
          row.text("source"), row.text("gas"),
          GlobalWarmingSet.allCases.map { row.text($0.rawValue) }.joined(separator: "|")
        )
      case .blends: (row.text("source"), row.text("blend"), row.text("mass-percent"))
      case .conversions:
        ("", row.text("id"), row.text("ratio-numerator") + "/" + row.text("ratio-denominator"))
      case .recycling: (row.text("source"), row.text("source-id"), row.text("value"))
      case .readingCodes: (row.text("reading"), row.text("code"), "")
      case .readingRules: (row.text("reading"), row.text("post"), row.text("code"))
      }
    return (harmless(release), harmless(identifier), harmless(value))
  }

  /// These cells are for people who open the file in a spreadsheet: none of them is a formula.
  private static func harmless(_ text: String) -> String {
    guard PlainCSV.looksLikeFormula(text), Number(text) == nil else { return text }
    return "'" + text
  }
}

extension CatalogTable {
  /// The columns of the table.
  var schema: TableSchema {
    switch self {
    case .posts: CatalogSchemas.posts
    case .activities: CatalogSchemas.activities
    case .factors: CatalogSchemas.factors
    case .gwp: CatalogSchemas.potentials
    case .blends: CatalogSchemas.blends
    case .conversions: CatalogSchemas.conversions
    case .recycling: CatalogSchemas.recycling
    case .readings: CatalogSchemas.readings
    case .readingCodes: CatalogSchemas.readingCodes
    case .readingRules: CatalogSchemas.readingRules
    }
  }
}

/// Gives the digest of bytes; whoever opens files has one.
public typealias LockDigest = @Sendable ([UInt8]) -> String

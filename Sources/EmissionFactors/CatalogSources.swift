public import Tables

/// The data tables of a catalogue.
public enum CatalogTable: String, CaseIterable, Sendable {
  case posts, activities, factors, gwp, blends, conversions, recycling, readings
  case readingCodes = "reading-codes"
  case readingRules = "reading-rules"

  /// Where the shipped table lies in EmissionFactors/; factors are a folder of tables.
  public var path: String {
    switch self {
    case .factors: "factors/"
    case .recycling: "readings/recycling.csv"
    case .readings: "readings/readings.csv"
    case .readingCodes: "readings/codes.csv"
    case .readingRules: "readings/rules.csv"
    default: rawValue + ".csv"
    }
  }
}

/// The files a catalogue is read from.
public struct CatalogSources: Sendable {
  private var files: [CatalogTable: [ByteSource]] = [:]

  /// No files yet.
  public init() {}

  /// The files of a table, in the order they are read.
  public subscript(table: CatalogTable) -> [ByteSource] {
    get { files[table] ?? [] }
    set { files[table] = newValue }
  }
}

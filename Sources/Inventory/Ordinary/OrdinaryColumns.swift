import Tables

/// Where an ordinary row has its cells, for one file.
struct OrdinaryColumns: Sendable {
  let period: Int
  let quantity: Int
  let activity: Int
  let unit: Int
  /// -1 where the file has no such column.
  let site: Int
  let building: Int
  let tags: Int
  let status: Int
  let label: Int
  /// A row with anything in these says more than an ordinary one.
  let empty: [Int]
  /// Notes, and columns that nobody knows: any text will do, if it is text.
  let free: [Int]
  let count: Int
  /// The byte between two of them.
  let delimiter: UInt8

  /// The columns that make a row something else than ordinary.
  private static let special: [ActivityColumn] = [
    .from, .to, .meter, .uncertainty, .reliability, .technical, .geographic, .temporal,
    .completeness, .characterisation, .lifetime, .purchased, .leakRate,
  ]

  /// Nil when the file has no periods in one column: none of its rows is ordinary.
  init?(_ table: TableReader) {
    let places = table.places
    func place(_ column: ActivityColumn) -> Int { places[column.rawValue] ?? -1 }
    period = place(.period)
    quantity = place(.quantity)
    activity = place(.activity)
    unit = place(.unit)
    site = place(.site)
    building = place(.building)
    tags = place(.tags)
    status = place(.status)
    label = place(.label)
    empty = Self.special.compactMap { places[$0.rawValue] }
    count = table.width
    delimiter = table.delimiter
    // Notes are few: a thread looks at each of them in every row.
    let read = Set([period, quantity, activity, unit, site, building, tags, status, label] + empty)
    free = (0..<table.width).filter { !read.contains($0) }
    if period < 0 || quantity < 0 || activity < 0 || unit < 0 { return nil }
  }
}

import Tables

/// Where an ordinary row has its cells, for one file.
struct OrdinaryColumns: Sendable {
  /// The columns that are read, by their place in a row; -1 for one that the file does not have.
  struct Places: BitwiseCopyable, Sendable {
    let period: Int
    let quantity: Int
    let activity: Int
    let unit: Int
    let site: Int
    let building: Int
    let tags: Int
    let status: Int
    let label: Int
    /// How many columns there are.
    let count: Int

    /// True when a building stands behind its site.
    var joinsPlaces: Bool { site >= 0 && building == site &+ 1 }

    fileprivate var all: [Int] {
      [period, quantity, activity, unit, site, building, tags, status, label]
    }
  }

  let places: Places
  /// A row with anything in these says more than an ordinary one.
  let empty: [Int]
  /// All whose cells are more than free text.
  let read: [Int]
  /// Notes, and columns that nobody knows: any text will do, if it is text.
  let free: [Int]
  /// The byte between two cells.
  let delimiter: UInt8

  /// The columns that make a row something else than ordinary.
  private static let special: [ActivityColumn] = [
    .from, .to, .meter, .uncertainty, .reliability, .technical, .geographic, .temporal,
    .completeness, .errorGroup, .characterisation, .lifetime, .purchased, .leakRate,
  ]

  /// Nil when the file has no periods in one column: none of its rows is ordinary.
  init?(_ table: TableReader) {
    func place(_ column: ActivityColumn) -> Int { table.places[column.rawValue] ?? -1 }
    places = Places(
      period: place(.period), quantity: place(.quantity), activity: place(.activity),
      unit: place(.unit), site: place(.site), building: place(.building), tags: place(.tags),
      status: place(.status), label: place(.label), count: table.width)
    empty = Self.special.compactMap { table.places[$0.rawValue] }
    let read = Set(places.all + empty)
    self.read = (0..<table.width).filter { read.contains($0) }
    free = (0..<table.width).filter { !read.contains($0) }
    delimiter = table.delimiter
    if [places.period, places.quantity, places.activity, places.unit].contains(-1) { return nil }
  }
}

import Inventory
import Quantities

/// What became of every row and every quantity, file by file and year by year.
struct AccountBook: Sendable {
  /// What can become of a row.
  enum Fate: UInt64 {
    case used = 0
    case excluded, rejected
  }

  /// The year of a row whose period could not be read.
  static let unknownYear = 1000

  /// One row on its way through the book.
  struct RowFate {
    let file: Int32
    let unit: Int32
    /// How many rows of the file it stands for.
    let rows: Int
    var hasQuantity = true
    fileprivate var isUsed = false
    fileprivate var isRejected = false
    fileprivate var lastYear = Int.min

    /// True when every part of the row was left out by an accepted finding.
    var isAccepted: Bool { !isUsed && !isRejected }

    init(file: Int32, unit: Int32, rows: Int) {
      self.file = file
      self.unit = unit
      self.rows = rows
    }

    /// Enters a share of the row in a year; pieces of one year count one row.
    mutating func add(_ share: Number, year: Int, fate: Fate, to book: inout AccountBook) {
      if fate == .used { isUsed = true }
      if fate == .rejected { isRejected = true }
      book.enter(self, share, year, fate, isNewYear: year != lastYear)
      lastYear = year
    }
  }

  private(set) var rowsRead: [Int]
  private(set) var rowsUsed: [Int]
  private(set) var rowsRejected: [Int]
  /// Rows whose quantity or unit could not be read: they are in no sum.
  private(set) var rowsWithoutQuantity: [Int]
  private(set) var excluded: [[ExclusionReason: Int]]
  /// (file, year, fate) → rows.
  private(set) var rows = PackedTable<Int>()
  /// (file, unit, year, fate) → quantity.
  private(set) var sums = PackedTable<QuantitySum>()

  init(fileCount: Int) {
    rowsRead = [Int](repeating: 0, count: fileCount)
    rowsUsed = rowsRead
    rowsRejected = rowsRead
    rowsWithoutQuantity = rowsRead
    excluded = [[ExclusionReason: Int]](repeating: [:], count: fileCount)
  }

  private mutating func enter(
    _ row: RowFate, _ share: Number, _ year: Int, _ fate: Fate, isNewYear: Bool
  ) {
    let when = UInt64(year - 1000) & 0x7FF
    if isNewYear {
      let place = rows.place(UInt64(row.file) << 16 | when << 2 | fate.rawValue, 0)
      rows[place] += row.rows
    }
    guard row.hasQuantity, row.unit >= 0 else { return }
    let key = UInt64(row.file) << 40 | UInt64(row.unit) << 16 | when << 2 | fate.rawValue
    sums[sums.place(key, QuantitySum())].add(share)
  }

  /// Enters rows that lie in one year and are used as they are.
  mutating func addUsed(_ sum: QuantitySum, file: Int32, unit: Int32, year: Int) {
    let when = (UInt64(year - 1000) & 0x7FF) << 2 | Fate.used.rawValue
    rows[rows.place(UInt64(file) << 16 | when, 0)] += sum.rows
    let key = UInt64(file) << 40 | UInt64(unit) << 16 | when
    sums[sums.place(key, QuantitySum())].add(sum)
    rowsRead[Int(file)] += sum.rows
    rowsUsed[Int(file)] += sum.rows
  }

  mutating func close(_ row: RowFate) {
    let file = Int(row.file)
    rowsRead[file] += row.rows
    if row.isUsed { rowsUsed[file] += row.rows }
    if row.isRejected && !row.isUsed { rowsRejected[file] += row.rows }
    if !row.hasQuantity { rowsWithoutQuantity[file] += row.rows }
  }

  mutating func count(excluded reason: ExclusionReason, file: Int32, rows: Int) {
    excluded[Int(file)][reason, default: 0] += rows
  }

  /// Rows of a file in a year.
  func rows(file: Int, year: Int, _ fate: Fate) -> Int {
    rows.value(UInt64(file) << 16 | (UInt64(year - 1000) & 0x7FF) << 2 | fate.rawValue) ?? 0
  }

  static func unpack(_ key: UInt64) -> (file: Int, unit: Int, year: Int, fate: Fate) {
    (
      Int(key >> 40), Int(key >> 16 & 0xFF_FFFF), Int(key >> 2 & 0x7FF) + 1000,
      Fate(rawValue: key & 3) ?? .used
    )
  }
}

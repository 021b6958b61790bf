import Diagnostics
import Quantities
import Tables

/// The rows of one file of intensities.
struct IntensityRows {
  /// A column that is read.
  struct Column {
    let place: Int
    /// From its unit to kgCO2e per kWh.
    let ratio: Ratio
    let series: IntensityReader.SeriesName
  }

  private let table: ProfiledTable
  private let columns: [Column]
  private let dialect: NumberDialect
  private let file: Int32
  /// What was found, column by column.
  private(set) var points: [[IntensityPoint]]
  private(set) var count: IntensityReader.Count
  /// Minutes of the clock that come twice and have been met once.
  private var met: Set<Int> = []

  /// Five kg per kWh is beyond any power station.
  private static let largest: Int128 = 5_000_000_000_000_000_000

  init(_ table: ProfiledTable, _ columns: [Column], file: Int32) {
    self.table = table
    self.file = file
    self.columns = columns
    var dialect = NumberDialect()
    dialect.decimalMark = table.decimalMark
    self.dialect = dialect
    points = columns.map { _ in [] }
    count = IntensityReader.Count(file: table.raw.source.name)
  }

  /// Reads every row; false when some are missing at the end.
  mutating func read(log: inout FindingLog) -> Bool {
    var left = ExcludedRows(table)
    var skipped: (count: Int, first: Location)?
    var rejected = 0
    let isWhole = table.forEachRaw(log: &log, onRejected: { _ in rejected += 1 }) { record, log in
      if let rule = table.exclusion(of: record) {
        left.note(record, rule)
        count.excluded += 1
        return
      }
      guard let stamp = table.curve.moment(of: record) else {
        report(ProfileFindings.badStamp, record, table.curve.stamp[0], &log)
        count.rejected += 1
        return
      }
      guard let instant = instant(of: stamp) else {
        let place = location(record, table.curve.stamp[0])
        skipped = ((skipped?.count ?? 0) + 1, skipped?.first ?? place)
        count.excluded += 1
        return
      }
      guard let values = values(of: record, log: &log) else {
        count.rejected += 1
        return
      }
      if values.allSatisfy({ $0 == nil }) {
        // Every other quarter of an hour is empty in many files: hours are what is told.
        count.unknown += 1
        return
      }
      count.used += 1
      let line = Int32(clamping: record.line)
      for (column, value) in values.enumerated() {
        guard let value else { continue }
        points[column].append(.init(instant: instant, value: value, file: file, line: line))
      }
    }
    count.rejected += rejected
    left.report(log: &log)
    if let skipped {
      log.add(
        Finding(
          ProfileFindings.hourSkipped, at: skipped.first, [.init("count", String(skipped.count))]))
    }
    return isWhole
  }

  /// The instant of a stamp; nil for one in the hour that the clock skips.
  private mutating func instant(of stamp: TimeStamp) -> Int? {
    let possible = stamp.universalMinutes
    guard possible.count > 1 else { return possible.first }
    // The first time it is summer time, the second time winter time.
    return met.insert(stamp.civilMinute).inserted ? possible[0] : possible[1]
  }

  /// What the columns say, nil where they say nothing; nil, with a finding, when one is wrong.
  private func values(of record: Record, log: inout FindingLog) -> [Coefficient?]? {
    var values: [Coefficient?] = []
    for column in columns {
      let bytes = table.field(column.place, of: record)
      if table.isMissing(bytes) {
        values.append(nil)
        continue
      }
      guard case .success(let reading) = NumberText.read(bytes, dialect: dialect) else {
        report(InventoryFindings.badNumber, record, column.place, &log)
        return nil
      }
      guard let value = Coefficient(value: reading.number, ratio: column.ratio),
        !value.isNegative, value.mantissa <= Self.largest
      else {
        report(ProfileFindings.impossibleIntensity, record, column.place, &log)
        return nil
      }
      values.append(value)
    }
    return values
  }

  private func location(_ record: Record, _ field: Int) -> Location {
    table.raw.location(recordAt: record.offset, line: record.line, field: field)
  }

  private func report(
    _ kind: FindingKind, _ record: Record, _ field: Int, _ log: inout FindingLog
  ) {
    let text = CellText.string(table.field(field, of: record))
    let place = (offset: record.offset, line: record.line)
    log.add(kind, file: table.raw.source.name, line: record.line) {
      Finding(
        kind, at: table.raw.location(recordAt: place.offset, line: place.line, field: field),
        [.init("value", text)])
    }
  }
}

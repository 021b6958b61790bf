import Diagnostics
import Quantities

/// What a row says of its own uncertainty.
enum QualityCells {
  private static let ratings: [ActivityColumn] = [
    .reliability, .technical, .geographic, .temporal, .completeness,
  ]

  static func read(
    _ row: RowContext, _ line: inout ActivityLine, _ year: Int?, _ decoder: inout Decoder,
    _ log: inout FindingLog
  ) -> RowOutcome? {
    var quality = Vocabulary.Quality(
      halfWidth: nil, deviation: nil, ratings: [0, 0, 0, 0, 0])
    var isGiven = false
    for (place, column) in ratings.enumerated() where !row.isEmpty(column.rawValue) {
      let bytes = row.bytes(column.rawValue)
      guard bytes.count == 1, (0x31...0x35).contains(bytes[0]) else {
        return refuse(row, column, year, &log)
      }
      quality.ratings[place] = bytes[0] - 0x30
      isGiven = true
    }
    let column = ActivityColumn.uncertainty
    if !row.isEmpty(column.rawValue) {
      let bytes = row.bytes(column.rawValue)
      if let deviation = deviation(bytes, dialect: decoder.dialect) {
        quality.deviation = deviation
        line.quality = decoder.quality(quality)
        return nil
      }
      guard let share = NumberCells.share(bytes, dialect: decoder.dialect), !share.isNegative,
        bytes.last == 0x25
      else { return refuse(row, column, year, &log) }
      quality.halfWidth = share
      isGiven = true
    }
    if isGiven { line.quality = decoder.quality(quality) }
    return nil
  }

  /// `GSD 1.2`: the geometric standard deviation, at least one; nil for anything else.
  private static func deviation(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: NumberDialect
  ) -> Number? {
    let word: [UInt8] = [0x67, 0x73, 0x64, 0x20]
    guard bytes.count > word.count, zip(bytes, word).allSatisfy({ $0 | 0x20 == $1 }) else {
      return nil
    }
    let digits = UnsafeBufferPointer(rebasing: bytes[word.count...])
    guard case .success(let reading) = NumberText.read(digits, dialect: dialect),
      reading.number >= Number(1), reading.number < Number(100)
    else { return nil }
    return reading.number
  }

  /// Reports a cell that is no rating, percentage or rate.
  static func refuse(
    _ row: RowContext, _ column: ActivityColumn, _ year: Int?, _ log: inout FindingLog
  ) -> RowOutcome {
    let stands = row.report(
      InventoryFindings.badQuality, column: column.rawValue, year: year, log: &log,
      facts: {
        [
          .init("value", row.text(column.rawValue)),
          .init("column", row.columnName(column.rawValue)),
        ]
      })
    return .wrong(accepted: !stands)
  }
}

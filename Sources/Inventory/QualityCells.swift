import Diagnostics
import Quantities

/// What a row says of its own uncertainty.
enum QualityCells {
  private static let ratings: [ActivityColumn] = [
    .reliability, .technical, .geographic, .temporal, .completeness,
  ]

  /// Reads what the row says, what it was measured with, and with what it errs.
  static func read(
    _ row: RowContext, _ line: inout ActivityLine, _ year: Int?, _ decoder: inout Decoder,
    _ log: inout FindingLog
  ) -> RowOutcome? {
    var quality = Quality()
    let column = ActivityColumn.uncertainty
    if !row.isEmpty(column.rawValue) {
      guard let read = QualityText.read(row.bytes(column.rawValue), dialect: decoder.dialect) else {
        return refuse(row, column, year, &log)
      }
      quality = read
    }
    for (place, column) in ratings.enumerated() where !row.isEmpty(column.rawValue) {
      guard let rating = QualityText.rating(row.bytes(column.rawValue)) else {
        return refuse(row, column, year, &log)
      }
      quality.ratings[place] = rating
    }
    let group = ActivityColumn.errorGroup.rawValue
    if !quality.isStated, row.isEmpty(group), line.meter >= 0 {
      line.knowledge = decoder.knowledge(
        ofMeter: line.meter, line.status, site: line.site)
      return nil
    }
    var knowledge = Vocabulary.Knowledge(
      quality: quality.isStated ? quality : nil, status: line.status, site: line.site)
    if !row.isEmpty(group) {
      knowledge.source = .group(row.text(group))
    } else if line.meter >= 0 {
      knowledge.source = .meter(decoder.vocabulary.meter(line.meter))
    }
    line.knowledge = decoder.knowledge(knowledge)
    return nil
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

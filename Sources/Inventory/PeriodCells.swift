import Diagnostics
import Quantities
import Tables

/// Periods in cells: one column, or two.
enum PeriodCells {
  enum Reading {
    case period(Period)
    case absent
    case wrong(accepted: Bool)
  }

  static func read(_ row: RowContext, _ last: LastDay, log: inout FindingLog) -> Reading {
    let column = ActivityColumn.period.rawValue
    let (from, to) = (ActivityColumn.from.rawValue, ActivityColumn.to.rawValue)
    if !row.isEmpty(column) {
      let period = read(row, column: column, log: &log)
      guard case .period(let one) = period, !row.isEmpty(from) || !row.isEmpty(to) else {
        return period
      }
      let bounds = readBounds(row, from, to, last, log: &log)
      guard case .period(let other) = bounds, one != other else { return bounds }
      return refuse(.contradiction, row, column, log: &log)
    }
    return readBounds(row, from, to, last, log: &log)
  }

  private static func readBounds(
    _ row: RowContext, _ from: Int, _ to: Int, _ convention: LastDay, log: inout FindingLog
  ) -> Reading {
    if row.isEmpty(from) && row.isEmpty(to) { return .absent }
    for column in [from, to] where row.isEmpty(column) {
      let stands = row.report(
        InventoryFindings.missingValue, column: column, log: &log,
        facts: { [.init("column", row.columnName(column))] })
      return .wrong(accepted: !stands)
    }
    switch PeriodText.readDate(row.bytes(from)) {
    case .failure(let problem): return refuse(.date(problem), row, from, log: &log)
    case .success(let first):
      switch PeriodText.readDate(row.bytes(to)) {
      case .failure(let problem): return refuse(.date(problem), row, to, log: &log)
      case .success(let last):
        let period =
          convention == .included
          ? Period(from: first, through: last) : Period(start: first, end: last)
        guard let period else {
          return refuse(.endBeforeStart, row, to, log: &log)
        }
        return .period(period)
      }
    }
  }

  static func read(_ row: RowContext, column: Int, log: inout FindingLog) -> Reading {
    switch PeriodText.read(row.bytes(column)) {
    case .success(let period): .period(period)
    case .failure(let problem): refuse(.date(problem), row, column, log: &log)
    }
  }

  /// What can be wrong with a period.
  private enum Fault {
    case date(DateProblem)
    case endBeforeStart
    case contradiction
  }

  private static func refuse(
    _ problem: Fault, _ row: RowContext, _ column: Int, log: inout FindingLog
  ) -> Reading {
    let reason = words(problem)
    let stands = row.report(
      InventoryFindings.badDate, column: column, log: &log,
      facts: {
        [
          .init("value", row.text(column)), .init("reason-fr", reason.fr),
          .init("reason-en", reason.en),
        ]
      })
    return .wrong(accepted: !stands)
  }

  private static func words(_ fault: Fault) -> Text {
    switch fault {
    case .endBeforeStart, .date(.endBeforeStart):
      Text(fr: "la fin précède le début", en: "the end comes before the start")
    case .contradiction:
      Text(
        fr: "la période et les dates du/au se contredisent",
        en: "the period and the from/to dates contradict each other")
    case .date(let problem): words(problem)
    }
  }

  private static func words(_ problem: DateProblem) -> Text {
    switch problem {
    case .empty: Text(fr: "date vide", en: "empty date")
    case .doesNotExist: Text(fr: "ce jour n'existe pas", en: "that day does not exist")
    case .yearOutOfRange:
      Text(fr: "année hors de 1900–2200", en: "the year is outside 1900–2200")
    case .endBeforeStart: Text(fr: "la fin précède le début", en: "the end comes before the start")
    case .ambiguous:
      Text(
        fr: "année scolaire ou intervalle ? écrivez les deux dates",
        en: "academic year or range? write both dates")
    default: Text(fr: "ce n'est pas une date", en: "this is not a date")
    }
  }
}

import Diagnostics
import EmissionFactors
import Quantities

/// Lifetimes of fixed assets and leak rates: what makes a quantity count over years or in part.
enum AssetCells {
  static func read(
    _ row: RowContext, _ period: Period?, _ line: inout ActivityLine, _ decoder: inout Decoder,
    _ log: inout FindingLog
  ) -> RowOutcome? {
    let year = period.map { decoder.campus.calendar.year(containing: $0.start) }
    if decoder.traits[Int(line.activity)].isAsset {
      return readAsset(row, year, &line, &decoder, &log)
    }
    if !row.isEmpty(ActivityColumn.lifetime.rawValue) {
      row.report(
        InventoryFindings.lifetimeIgnored, column: ActivityColumn.lifetime.rawValue, year: year,
        log: &log, facts: { [.init("name", row.text(ActivityColumn.activity.rawValue))] })
    }
    return readLeak(row, period, year, &line, &decoder, &log)
  }

  private static func readAsset(
    _ row: RowContext, _ year: Int?, _ line: inout ActivityLine, _ decoder: inout Decoder,
    _ log: inout FindingLog
  ) -> RowOutcome? {
    let lifetime = wholeNumber(row, .lifetime, in: 1...200)
    let purchased =
      row.isEmpty(ActivityColumn.purchased.rawValue)
      ? year : wholeNumber(row, .purchased, in: 1900...2200)
    guard let lifetime, let purchased else {
      let column = lifetime == nil ? ActivityColumn.lifetime : .purchased
      let name = row.text(ActivityColumn.activity.rawValue)
      let stands = row.report(
        InventoryFindings.missingLifetime, column: column.rawValue, subject: name, year: year,
        log: &log, facts: { [.init("name", name)] })
      return .wrong(accepted: !stands)
    }
    line.lifetime = Int32(lifetime)
    line.start = decoder.campus.calendar.period(of: purchased).start.dayNumber
    line.end = decoder.campus.calendar.period(of: purchased + lifetime - 1).end.dayNumber
    return nil
  }

  private static func wholeNumber(
    _ row: RowContext, _ column: ActivityColumn, in range: ClosedRange<Int>
  ) -> Int? {
    var value = 0
    let bytes = row.bytes(column.rawValue)
    if bytes.isEmpty || bytes.count > 4 { return nil }
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return range.contains(value) ? value : nil
  }

  /// The days of a period as a part of the inventory year they begin in.
  private static func share(of period: Period?, _ decoder: Decoder) -> Ratio? {
    guard let period else { return .one }
    let calendar = decoder.campus.calendar
    let year = calendar.period(of: calendar.year(containing: period.start))
    return Ratio(period.days, year.days)
  }

  private static func readLeak(
    _ row: RowContext, _ period: Period?, _ year: Int?, _ line: inout ActivityLine,
    _ decoder: inout Decoder, _ log: inout FindingLog
  ) -> RowOutcome? {
    let column = ActivityColumn.leakRate
    if row.isEmpty(column.rawValue) { return nil }
    guard decoder.traits[Int(line.activity)].leaks else {
      let name = row.text(ActivityColumn.activity.rawValue)
      let stands = row.report(
        InventoryFindings.leakRateMisplaced, column: column.rawValue, subject: name, year: year,
        log: &log, facts: { [.init("name", name)] })
      return .wrong(accepted: !stands)
    }
    // A rate is a year's: part of a year leaks its share of it. `1` alone could be 1 % or all.
    guard row.bytes(column.rawValue).last == UInt8(ascii: "%"),
      let rate = NumberText.share(row.bytes(column.rawValue), dialect: decoder.dialect),
      !rate.isNegative, rate <= .one, let share = share(of: period, decoder),
      let part = Ratio(rate) * share, let leaked = line.quantity.multiplied(by: part)
    else {
      return QualityCells.refuse(row, column, year, &log)
    }
    line.quantity = leaked
    line.origin = .leak
    return nil
  }
}

import Diagnostics
import EmissionFactors
import Quantities
import Tables

/// Turns a row of an activity file into a line, or says what is wrong with it.
enum ActivityDecoder {
  /// Reads the row; what is known of it goes into `known` even when it is refused.
  static func decode(
    _ row: RowContext, into line: inout ActivityLine, known: inout SetAside,
    decoder: inout Decoder, log: inout FindingLog
  ) -> RowOutcome {
    let period: Period?
    switch PeriodCells.read(row, decoder.lastDay, log: &log) {
    case .period(let value):
      period = value
      known.period = value
    case .absent: period = nil
    case .wrong(let accepted): return .wrong(accepted: accepted)
    }
    let year = period.map { decoder.campus.calendar.year(containing: $0.start) }

    if let outcome = readUnit(row, &line, year, &decoder, &log) { return outcome }
    known.unit = line.unit
    var accepted = false
    guard
      let quantity = NumberCells.read(
        row, ActivityColumn.quantity.rawValue, dialect: decoder.dialect, year: year,
        accepted: &accepted, log: &log)
    else { return .wrong(accepted: accepted) }
    line.quantity = quantity
    known.quantity = quantity

    if let outcome = readActivity(row, &line, year, &decoder, &log) { return outcome }
    if let outcome = readPlace(row, &line, year, &decoder, &log) { return outcome }
    if let outcome = readWords(row, &line, year, &decoder, &log) { return outcome }
    if let outcome = QualityCells.read(row, &line, year, &decoder, &log) { return outcome }
    if let outcome = AssetCells.read(row, period, &line, &decoder, &log) {
      return outcome
    }
    if line.lifetime == 0 {
      guard let period else {
        let stands = row.report(InventoryFindings.missingPeriod, column: nil, log: &log)
        return .wrong(accepted: !stands)
      }
      line.start = period.start.dayNumber
      line.end = period.end.dayNumber
    }
    known.period = line.period
    known.quantity = line.quantity
    doubtQuantity(row, line, year, &log)
    return .used
  }

  private static func readUnit(
    _ row: RowContext, _ line: inout ActivityLine, _ year: Int?, _ decoder: inout Decoder,
    _ log: inout FindingLog
  ) -> RowOutcome? {
    let column = ActivityColumn.unit.rawValue
    let bytes = row.bytes(column)
    if bytes.isEmpty { return missing(row, column, year, &log) }
    line.unit = decoder.unit(bytes)
    if line.unit >= 0 { return nil }
    return row.refuse(InventoryFindings.unknownUnit, column: column, year: year, log: &log) {
      UnitCatalog.nearest(to: row.text(column))
    }
  }

  private static func readActivity(
    _ row: RowContext, _ line: inout ActivityLine, _ year: Int?, _ decoder: inout Decoder,
    _ log: inout FindingLog
  ) -> RowOutcome? {
    let column = ActivityColumn.activity.rawValue
    let bytes = row.bytes(column)
    if bytes.isEmpty { return missing(row, column, year, &log) }
    line.activity = decoder.activity(bytes)
    if line.activity >= 0 { return readPost(row, &line, year, &decoder, &log) }
    let name = row.text(column)
    let stands = row.report(
      InventoryFindings.unknownActivity, column: column, subject: name, year: year, log: &log,
      facts: { [.init("name", name)] }, suggestion: { decoder.suggestion(for: name) })
    return .wrong(accepted: !stands)
  }

  /// Declared figures say which post they were published under.
  private static func readPost(
    _ row: RowContext, _ line: inout ActivityLine, _ year: Int?, _ decoder: inout Decoder,
    _ log: inout FindingLog
  ) -> RowOutcome? {
    guard decoder.traits[Int(line.activity)].isDeclared else { return nil }
    let column = ActivityColumn.post.rawValue
    let bytes = row.bytes(column)
    if bytes.isEmpty { return missing(row, column, year, &log) }
    line.post = decoder.post(bytes)
    if line.post >= 0 { return nil }
    let posts = decoder.catalog.posts
    return row.refuse(InventoryFindings.unknownPost, column: column, year: year, log: &log) {
      posts.map(\.identifier)
    }
  }

  private static func readPlace(
    _ row: RowContext, _ line: inout ActivityLine, _ year: Int?, _ decoder: inout Decoder,
    _ log: inout FindingLog
  ) -> RowOutcome? {
    let column = ActivityColumn.site.rawValue
    let bytes = row.bytes(column)
    if bytes.isEmpty {
      line.site = decoder.campus.sites.count == 1 ? 0 : -1
    } else {
      line.site = decoder.site(bytes)
      if line.site < 0 {
        let sites = decoder.campus.sites
        return row.refuse(InventoryFindings.unknownSite, column: column, year: year, log: &log) {
          sites.map(\.identifier) + sites.map(\.name)
        }
      }
    }
    let building = ActivityColumn.building.rawValue
    if row.isEmpty(building) { return nil }
    line.building = decoder.building(row.bytes(building), site: line.site)
    if line.building >= 0 { return nil }
    let declared = decoder.campus.sites[Int(line.site)].buildings
    return row.refuse(InventoryFindings.unknownBuilding, column: building, year: year, log: &log) {
      declared.map(\.identifier)
    }
  }

  private static func readWords(
    _ row: RowContext, _ line: inout ActivityLine, _ year: Int?, _ decoder: inout Decoder,
    _ log: inout FindingLog
  ) -> RowOutcome? {
    line.meter = decoder.meter(row.bytes(ActivityColumn.meter.rawValue))
    line.tags = decoder.tags(row.bytes(ActivityColumn.tags.rawValue))
    // Only declared figures are told by their label: the labels of a ledger are as many as its rows.
    if line.post >= 0 { line.label = decoder.label(row.bytes(ActivityColumn.label.rawValue)) }
    if let status = decoder.status(row.bytes(ActivityColumn.status.rawValue)) {
      line.status = status
    } else {
      return unknownWord(row, .status, StatusWords.statusNames, year, &log)
    }
    if let value = decoder.characterisation(row.bytes(ActivityColumn.characterisation.rawValue)) {
      line.characterisation = value
      return nil
    }
    return unknownWord(row, .characterisation, StatusWords.characterisationNames, year, &log)
  }

  private static func unknownWord(
    _ row: RowContext, _ column: ActivityColumn, _ expected: [String], _ year: Int?,
    _ log: inout FindingLog
  ) -> RowOutcome {
    row.refuse(InventoryFindings.unknownWord, column: column.rawValue, year: year, log: &log) {
      expected
    }
  }

  static func missing(
    _ row: RowContext, _ column: Int, _ year: Int?, _ log: inout FindingLog
  ) -> RowOutcome {
    let stands = row.report(
      InventoryFindings.missingValue, column: column, subject: row.columnName(column), year: year,
      log: &log, facts: { [.init("column", row.columnName(column))] })
    return .wrong(accepted: !stands)
  }

  private static func doubtQuantity(
    _ row: RowContext, _ line: ActivityLine, _ year: Int?, _ log: inout FindingLog
  ) {
    let column = ActivityColumn.quantity.rawValue
    if line.quantity.isNegative {
      row.report(
        InventoryFindings.negativeQuantity, column: column, year: year, log: &log,
        facts: { [.init("value", row.text(column))] })
    } else if line.quantity.isZero {
      row.report(InventoryFindings.zeroQuantity, column: column, year: year, log: &log)
    }
  }
}

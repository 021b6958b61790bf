import Diagnostics
import Quantities
import Tables

/// Turns the points of a load curve into days, and the readings of an index into what was used
/// between them, meter by meter.
///
/// Points are told apart by instant: a day of 23 or 25 hours has as many as it has. A hole stays a
/// hole: what is not covered is reported, and is never zero.
struct CurveReader {
  /// A point of a curve or a reading of an index.
  private struct Point {
    /// Universal time, in minutes.
    var instant: Int
    /// Minutes that the clock at the place is ahead.
    var offset: Int
    /// Nil when the value is not known.
    var value: Number?
    /// How long its interval is, when the row says so.
    var step: Int?
    var place: (offset: Int, line: Int)
  }

  /// A day that is being added up.
  private struct Day {
    var date: CalendarDate
    /// value × minutes, or the values themselves when they are energy.
    var sum: Int128 = 0
    var rows = 0
    var place: (offset: Int, line: Int)
  }

  private struct Meter {
    var cells: [ActivityColumn: String]
    /// The instant of the row before, whatever it held.
    var lastInstant: Int?
    /// The reading that the next one is compared with.
    var reading: Point?
    var pending: (point: Point, gap: Int?)?
    var step: Int?
    var day: Day?
    var coverage = Coverage()
    /// Rows that are in no line yet.
    var waiting = 0
  }

  private let table: ProfiledTable
  private let dialect: NumberDialect
  private let calendarSteps = [1, 5, 10, 15, 20, 30, 60]
  private var meters: [String: Meter] = [:]
  private var order: [String] = []

  init(_ table: ProfiledTable) {
    self.table = table
    var dialect = NumberDialect()
    dialect.decimalMark = table.decimalMark
    self.dialect = dialect
  }

  /// Takes a row; gives its line when it is wrong, and the reason is in the log.
  mutating func take(
    _ record: Record, log: inout FindingLog, onInterval: (CurveInterval) -> Void,
    _ body: (Record, ProfiledTable.Fate, inout FindingLog) -> Void
  ) -> Int? {
    guard let place = table.curve.stamp.first else { return record.line }
    let name = String(
      decoding: [.meter, .activity, .unit].flatMap { table.cell($0, of: record) + [0] },
      as: UTF8.self)
    guard let stamp = table.curve.moment(of: record) else {
      report(ProfileFindings.badStamp, record, place, &log)
      return record.line
    }
    var meter = meters[name] ?? Meter(cells: cells(of: record))
    if meters[name] == nil { order.append(name) }
    defer { meters[name] = meter }
    guard let (instant, offset) = instant(of: stamp, after: meter.lastInstant) else {
      report(ProfileFindings.badStamp, record, place, &log)
      return record.line
    }
    if let last = meter.lastInstant, instant <= last {
      report(ProfileFindings.stampsGoBack, record, place, &log)
      return record.line
    }
    let bytes = table.field(.quantity, of: record)
    var value: Number?
    if !table.isMissing(bytes) {
      guard case .success(let reading) = NumberText.read(bytes, dialect: dialect) else {
        log.add(
          Finding(
            InventoryFindings.badNumber,
            at: table.location(
              recordAt: record.offset, line: record.line,
              column: ActivityColumn.quantity.rawValue),
            [.init("value", CellText.string(bytes))]))
        return record.line
      }
      value = reading.number
    }
    let point = Point(
      instant: instant, offset: offset, value: value, step: statedStep(of: record),
      place: (record.offset, record.line))
    if table.profile.meaning == .index {
      takeReading(point, into: &meter, log: &log, body)
    } else {
      let gap = meter.lastInstant.map { instant - $0 }
      settle(&meter, next: gap, log: &log, onInterval, body)
      meter.pending = (point, gap)
    }
    meter.lastInstant = instant
    return nil
  }

  /// Hands over what is still waiting, and says how much of each year is covered.
  mutating func finish(
    log: inout FindingLog, onInterval: (CurveInterval) -> Void,
    _ body: (Record, ProfiledTable.Fate, inout FindingLog) -> Void
  ) {
    for name in order {
      guard var meter = meters[name] else { continue }
      if table.profile.meaning == .index {
        if meter.waiting > 0, let last = meter.reading {
          if meter.waiting == 1 { report(ProfileFindings.singleReading, last, meter, &log) }
          setAside(meter.waiting, last, meter, &log, body)
        }
        continue
      }
      settle(&meter, next: nil, log: &log, onInterval, body)
      emit(&meter, log: &log, body)
      for hole in meter.coverage.holes {
        let place = meter.coverage.place
        log.add(
          Finding(
            ProfileFindings.partlyCovered,
            at: table.location(recordAt: place.offset, line: place.line, column: nil),
            [
              .init("meter", meter.cells[.meter] ?? ""), .init("year", String(hole.year)),
              .init("covered", Coverage.hours(hole.covered)),
              .init("expected", Coverage.hours(hole.expected)),
            ]), subject: "\(name) \(hole.year)", year: hole.year)
      }
    }
  }

  // MARK: Load curves

  /// Adds the point that waits, now that it is known how far the next one is.
  private func settle(
    _ meter: inout Meter, next: Int?, log: inout FindingLog,
    _ onInterval: (CurveInterval) -> Void,
    _ body: (Record, ProfiledTable.Fate, inout FindingLog) -> Void
  ) {
    guard let (point, gap) = meter.pending else { return }
    meter.pending = nil
    let isEnd = table.profile.meaning == .intervalEnd
    let found =
      point.step ?? duration(of: meter, before: isEnd ? gap : next, after: isEnd ? next : gap)
    guard let duration = found else {
      report(ProfileFindings.unknownStep, point, meter, &log)
      setAside(1, point, meter, &log, body)
      return
    }
    meter.step = duration
    let start = isEnd ? point.instant - duration : point.instant
    let date = TimeStamp.date(ofMinute: start + point.offset)
    if let day = meter.day, day.date != date { emit(&meter, log: &log, body) }
    var day = meter.day ?? Day(date: date, place: point.place)
    day.rows += 1
    if let value = point.value {
      let isPower = Self.isPower(meter)
      day.sum += value.mantissa * Int128(isPower ? duration : 1)
      onInterval(
        CurveInterval(
          line: day.place.line, start: start, offset: point.offset, minutes: duration,
          sixtieths: Number(mantissa: value.mantissa * Int128(isPower ? duration : 60))))
      meter.coverage.add(date, minutes: duration, from: start, at: point.place)
    } else {
      meter.coverage.miss(date, minutes: duration, from: start, at: point.place)
    }
    meter.day = day
  }

  /// How long the interval of a point is.
  ///
  /// The step may change within a file, and a hole is no step: a longer gap is a new step only when
  /// the gap that follows is as long.
  private func duration(of meter: Meter, before: Int?, after: Int?) -> Int? {
    let step = meter.step
    if let before, calendarSteps.contains(before) {
      if step == nil || before <= step ?? 0 || after == before { return before }
      return step ?? before
    }
    if let after, calendarSteps.contains(after), step == nil || after < step ?? 0 { return after }
    return step
  }

  private static func isPower(_ meter: Meter) -> Bool {
    energy(ofPower: meter.cells[.unit] ?? "") != nil
  }

  /// The unit of energy behind a unit of power that runs for an hour.
  static func energy(ofPower unit: String) -> String? {
    switch FoldedText.fold(unit) {
    case "w": "Wh"
    case "kw": "kWh"
    case "mw": "MWh"
    default: nil
    }
  }

  private func emit(
    _ meter: inout Meter, log: inout FindingLog,
    _ body: (Record, ProfiledTable.Fate, inout FindingLog) -> Void
  ) {
    guard let day = meter.day else { return }
    meter.day = nil
    let sum = Number(mantissa: day.sum)
    let quantity = Self.isPower(meter) ? sum.multiplied(by: Ratio(1, 60)) ?? .zero : sum
    var cells = meter.cells
    cells[.quantity] = text(quantity)
    cells[.period] = day.date.description
    if let unit = Self.energy(ofPower: cells[.unit] ?? "") { cells[.unit] = unit }
    if cells[.status]?.isEmpty ?? true { cells[.status] = "measured" }
    table.withCells(of: nil, replacing: cells, rows: day.rows, at: day.place) {
      body($0, .row, &log)
    }
  }

  // MARK: Indexes

  private func takeReading(
    _ point: Point, into meter: inout Meter, log: inout FindingLog,
    _ body: (Record, ProfiledTable.Fate, inout FindingLog) -> Void
  ) {
    guard let value = point.value else {
      setAside(1, point, meter, &log, body)
      return
    }
    meter.waiting += 1
    guard let last = meter.reading, let before = last.value else {
      meter.reading = point
      return
    }
    let (first, next) = (day(of: last), day(of: point))
    var cells = meter.cells
    if value < before {
      report(ProfileFindings.indexGoesDown, point, meter, &log)
      setAside(meter.waiting, point, meter, &log, body)
    } else if first < next {
      cells[.quantity] = text(value - before)
      cells[.period] = ""
      cells[.from] = first.description
      cells[.to] = next.adding(days: -1).description
      if cells[.status]?.isEmpty ?? true { cells[.status] = "read" }
      table.withCells(of: nil, replacing: cells, rows: meter.waiting, at: point.place) {
        body($0, .row, &log)
      }
    } else {
      // A second reading of the day: what it adds is in the next one's difference.
      return
    }
    meter.reading = point
    meter.waiting = 0
  }

  /// The midnight a reading stands for: in summer meters write 01:00 for it.
  private func day(of point: Point) -> CalendarDate {
    TimeStamp.date(ofMinute: point.instant + point.offset)
  }

  private func setAside(
    _ rows: Int, _ point: Point, _ meter: Meter, _ log: inout FindingLog,
    _ body: (Record, ProfiledTable.Fate, inout FindingLog) -> Void
  ) {
    var cells = meter.cells
    cells[.quantity] = ""
    table.withCells(of: nil, replacing: cells, rows: rows, at: point.place) {
      body($0, .unknown, &log)
    }
  }

  // MARK: Cells

  /// What is the same for all rows of a meter.
  private func cells(of record: Record) -> [ActivityColumn: String] {
    var cells: [ActivityColumn: String] = [:]
    for column in ActivityColumn.allCases where column != .quantity {
      let bytes = table.cell(column, of: record)
      cells[column] = String(decoding: bytes, as: UTF8.self)
    }
    return cells
  }

  private func text(_ number: Number) -> String {
    let text = number.description
    return table.decimalMark == .comma
      ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  /// `PT30M`, `30`.
  private func statedStep(of record: Record) -> Int? {
    guard let place = table.curve.step else { return nil }
    var text = CellText.string(table.field(place, of: record))
    if text.hasPrefix("PT"), text.hasSuffix("M") { text = String(text.dropFirst(2).dropLast()) }
    if text == "PT1H" { return 60 }
    return Int(text).flatMap { (1...60).contains($0) ? $0 : nil }
  }

  /// The instant of a stamp; one that does not say where it is from is on the clock of Paris.
  private func instant(of stamp: TimeStamp, after last: Int?) -> (Int, Int)? {
    // Of the hour that comes twice, the first one that is later than what came before.
    let possible = stamp.universalMinutes
    let found = possible.first { last == nil || $0 > last ?? 0 } ?? possible.last
    return found.map { ($0, stamp.civilMinute - $0) }
  }

  private func report(
    _ kind: FindingKind, _ record: Record, _ field: Int, _ log: inout FindingLog
  ) {
    let text = CellText.string(table.field(field, of: record))
    let (offset, line) = (record.offset, record.line)
    log.add(kind, file: table.raw.source.name, line: line) {
      Finding(
        kind, at: table.raw.location(recordAt: offset, line: line, field: field),
        [.init("value", text)])
    }
  }

  private func report(
    _ kind: FindingKind, _ point: Point, _ meter: Meter, _ log: inout FindingLog
  ) {
    log.add(
      Finding(
        kind,
        at: table.location(
          recordAt: point.place.offset, line: point.place.line,
          column: ActivityColumn.quantity.rawValue),
        [.init("meter", meter.cells[.meter] ?? "")]))
  }
}

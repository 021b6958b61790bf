public import Quantities

/// A number that the workbook shows as a date, a time or a duration.
public struct SheetDate: Hashable, Sendable {
  /// How the workbook shows it; for a duration only `serial` says how long it is, in days.
  public let style: DateStyle
  /// The number of days behind it; nil when the date is written out in the file.
  public let serial: SheetNumber?
  /// The year as spreadsheet programs show it.
  public let year: Int
  /// The month as spreadsheet programs show it.
  public let month: Int
  /// The day of the month as spreadsheet programs show it: 0 on 1900-01-00, 29 on 1900-02-29.
  public let dayOfMonth: Int
  /// The time of day in milliseconds, rounded: a serial is not more exact.
  public let milliseconds: Int

  /// The day; nil for the two days of 1900 that never were, and for a time of day without a day.
  public var date: CalendarDate? {
    CalendarDate(year: year, month: month, day: dayOfMonth)
  }

  /// `2025-03-01`, `14:30:00` or `2025-03-01T14:30:00`, by the style; a midnight that the format
  /// would show is written only when it is not one.
  public var text: String {
    let day = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))"
    let seconds = milliseconds / 1000
    var time =
      "\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):"
      + Self.padded(seconds % 60, 2)
    if milliseconds % 1000 != 0 { time += "." + Self.padded(milliseconds % 1000, 3) }
    switch style {
    case .day: return milliseconds == 0 ? day : day + "T" + time
    case .time where isTimeOnly: return time
    case .time, .dayAndTime: return milliseconds == 0 ? day : day + "T" + time
    case .elapsed: return serial?.decimal ?? time
    }
  }

  /// True for a time of day on no day.
  private var isTimeOnly: Bool { serial.map { (0..<1).contains($0.value) } ?? (date == nil) }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension SheetDate {
  /// The first day of a workbook.
  enum Epoch {
    /// Day 1 is 1900-01-01, and day 60 a 29 February that never was: a fault kept from Lotus 1-2-3.
    case year1900
    /// Day 0 is 1904-01-01.
    case year1904
  }

  private static let dayMilliseconds = 86_400_000

  /// The date of a number of days; nil before the first or after 9999-12-31.
  init?(_ serial: SheetNumber, style: DateStyle, epoch: Epoch) {
    // The last days of both: 9999-12-31.
    let last = epoch == .year1900 ? 2_958_465 : 2_957_003
    guard serial.value >= 0, serial.value < Double(last + 1) else { return nil }
    var day = Int(serial.value)
    var time = Int(
      ((serial.value - Double(day)) * Double(Self.dayMilliseconds))
        .rounded(.toNearestOrAwayFromZero))
    if time == Self.dayMilliseconds, day < last {
      time = 0
      day += 1
    }
    self.style = style
    self.serial = serial
    milliseconds = min(time, Self.dayMilliseconds - 1)
    switch (epoch, day) {
    case (.year1900, 0): (year, month, dayOfMonth) = (1900, 1, 0)
    case (.year1900, 60): (year, month, dayOfMonth) = (1900, 2, 29)
    default:
      // 1899-12-31, 1899-12-30 and 1904-01-01, in days from 1970-01-01.
      let zero = epoch == .year1904 ? -24_107 : day < 60 ? -25_568 : -25_569
      let date = CalendarDate(dayNumber: Int32(zero + day))
      (year, month, dayOfMonth) = (date.year, date.month, date.day)
    }
  }

  /// A date written out as in ISO 8601: `2025-03-01`, `2025-03-01T14:30:00.5`, `14:30:00`.
  init?(iso bytes: [UInt8]) {
    var rest = bytes[...]
    if rest.last == UInt8(ascii: "Z") { rest.removeLast() }
    let halves = rest.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
    let hasDay = halves[0].contains(UInt8(ascii: "-"))
    guard halves.count == (hasDay ? halves.count : 1), halves.count <= 2 else { return nil }
    var fields = (year: 0, month: 0, day: 0)
    if hasDay {
      let parts = halves[0].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].count == 4, let year = Digits.value(parts[0]),
        let month = Digits.value(parts[1]), let day = Digits.value(parts[2]),
        CalendarDate(year: year, month: month, day: day) != nil
      else { return nil }
      fields = (year, month, day)
    }
    var time = 0
    if let clock = hasDay ? halves.dropFirst().first : halves[0] {
      guard let read = Self.milliseconds(clock) else { return nil }
      time = read
    }
    style = hasDay ? (halves.count == 2 ? .dayAndTime : .day) : .time
    serial = nil
    (year, month, dayOfMonth) = fields
    milliseconds = time
  }

  private static func milliseconds(_ clock: ArraySlice<UInt8>) -> Int? {
    let parts = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hours = Digits.value(parts[0]), hours < 24,
      let minutes = Digits.value(parts[1]), minutes < 60
    else { return nil }
    var time = (hours * 60 + minutes) * 60_000
    guard parts.count == 3 else { return time }
    let pieces = parts[2].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard pieces.count <= 2, let seconds = Digits.value(pieces[0]), seconds < 60 else { return nil }
    time += seconds * 1000
    if pieces.count == 2 {
      let thousandths =
        pieces[1].prefix(3) + [0x30, 0x30, 0x30].prefix(3 - min(3, pieces[1].count))
      guard pieces[1].allSatisfy({ (0x30...0x39).contains($0) }),
        let read = Digits.value(thousandths)
      else { return nil }
      time += read
    }
    return time
  }
}

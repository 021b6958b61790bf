/// A moment as a meter writes it: a day, a time, and how far from universal time, when it says so.
public struct TimeStamp: Hashable, Sendable {
  /// The day and minute on the clock at the place, as minutes since 1970-01-01T00:00.
  public let civilMinute: Int
  /// Minutes ahead of universal time; nil when the stamp does not say.
  public let offset: Int?

  /// A moment on the clock.
  public init(civilMinute: Int, offset: Int?) {
    self.civilMinute = civilMinute
    self.offset = offset
  }

  /// The day on the clock.
  public var date: CalendarDate { Self.date(ofMinute: civilMinute) }

  /// The minutes of universal time it may be, the earliest first: one when it says how far it is
  /// from it; else those of the clock of Paris, two in the hour that comes twice and none in the
  /// hour that does not exist.
  public var universalMinutes: [Int] {
    if let offset { return [civilMinute - offset] }
    return ParisClock.universalMinutes(ofCivilMinute: civilMinute).sorted()
  }

  /// The day a minute of the clock is in.
  public static func date(ofMinute minute: Int) -> CalendarDate {
    let day = minute >= 0 ? minute / 1440 : (minute - 1439) / 1440
    return CalendarDate(dayNumber: Int32(clamping: day))
  }

  /// Reads a moment; nil for anything else, and for what does not exist.
  ///
  /// `2024-01-10T00:30:00+01:00`, `2024-01-10 00:30`, `10/01/2024 00:30:00`, `…Z`; seconds must be
  /// zero. A day alone is its midnight.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 10, bytes.count <= 32 else { return nil }
    let day = UnsafeBufferPointer(rebasing: bytes[0..<10])
    guard case .success(let date) = PeriodText.readDate(day) else { return nil }
    var minute = Int(date.dayNumber) * 1440
    guard bytes.count > 10 else {
      self.init(civilMinute: minute, offset: nil)
      return
    }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), bytes.count >= 16,
      let hour = Self.two(bytes, 11), let minutes = Self.two(bytes, 14),
      bytes[13] == UInt8(ascii: ":"), hour < 24 || (hour == 24 && minutes == 0), minutes < 60
    else { return nil }
    minute += hour * 60 + minutes
    var index = 16
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      guard let seconds = Self.two(bytes, index + 1), seconds == 0 else { return nil }
      index += 3
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
        index += 1
        while index < bytes.count, bytes[index] == UInt8(ascii: "0") { index += 1 }
      }
    }
    guard let offset = Self.offset(bytes, from: index) else { return nil }
    self.init(civilMinute: minute, offset: offset)
  }

  /// `+01:00`, `+0100`, `Z` or nothing.
  private static func offset(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int?? {
    if index == bytes.count { return .some(nil) }
    if bytes[index] == UInt8(ascii: "Z"), index + 1 == bytes.count { return 0 }
    let isAhead = bytes[index] == UInt8(ascii: "+")
    guard isAhead || bytes[index] == UInt8(ascii: "-"), let hours = two(bytes, index + 1) else {
      return nil
    }
    var next = index + 3
    if next < bytes.count, bytes[next] == UInt8(ascii: ":") { next += 1 }
    guard let minutes = two(bytes, next), next + 2 == bytes.count, hours <= 14, minutes < 60 else {
      return nil
    }
    let distance = hours * 60 + minutes
    return isAhead ? distance : -distance
  }

  private static func two(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index + 2 <= bytes.count, bytes[index] &- 0x30 < 10, bytes[index + 1] &- 0x30 < 10
    else { return nil }
    return Int(bytes[index] &- 0x30) * 10 + Int(bytes[index + 1] &- 0x30)
  }
}

/// The clock of Paris, for stamps that do not say how far they are from universal time.
///
/// Summer time in the European Union begins and ends at 01:00 universal time on the last Sundays of
/// March and October (directive 2000/84/EC).
public enum ParisClock {
  /// Minutes ahead of universal time at a moment of it.
  public static func offset(atUniversalMinute minute: Int) -> Int {
    let year = TimeStamp.date(ofMinute: minute).year
    let isSummer = change(in: year, month: 3) <= minute && minute < change(in: year, month: 10)
    return isSummer ? 120 : 60
  }

  /// The universal minutes that a moment on the clock stands for: two in the hour of October that
  /// comes twice, none in the hour of March that does not exist.
  public static func universalMinutes(ofCivilMinute minute: Int) -> [Int] {
    [120, 60].map { minute - $0 }.enumerated().filter { place, universal in
      offset(atUniversalMinute: universal) == [120, 60][place]
    }.map(\.element)
  }

  /// 01:00 universal time on the last Sunday of a month.
  private static func change(in year: Int, month: Int) -> Int {
    guard let last = CalendarDate(year: year, month: month, day: 31) else { return 0 }
    // 1970-01-01 was a Thursday: day 3 of the count was a Sunday.
    let daysAfterSunday = ((Int(last.dayNumber) - 3) % 7 + 7) % 7
    return (Int(last.dayNumber) - daysAfterSunday) * 1440 + 60
  }
}

/// How a number format shows a number: as a date, or as itself.
public enum DateStyle: Sendable {
  /// A day.
  case day
  /// A time of day.
  case time
  /// Both.
  case dayAndTime
  /// Hours, minutes or seconds that may pass 24 or 60: a duration, not a moment.
  case elapsed
}

/// Which number formats are dates.
///
/// A workbook has no dates, only numbers of days; what makes one a date is how it is shown.
enum DateFormat {
  /// The formats that every program knows without their being written: ECMA-376 part 1, §18.8.30.
  static func builtIn(_ identifier: Int) -> DateStyle? {
    switch identifier {
    case 14...17: .day
    case 18...21: .time
    case 22: .dayAndTime
    // Dates or times of day, by the language of the program.
    case 27...36, 50...58: .dayAndTime
    case 45, 47: .time
    case 46: .elapsed
    default: nil
    }
  }

  /// A format that is written out; only its first section counts, which is that of positive numbers.
  static func style(of code: String) -> DateStyle? {
    var letters = Letters()
    var bytes = code.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): return letters.style
      case UInt8(ascii: "\""): bytes = bytes.drop { $0 != byte }.dropFirst()
      // One character that is shown, or left as wide, or repeated.
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): bytes = bytes.dropFirst()
      case UInt8(ascii: "["):
        let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
        bytes = bytes.dropFirst(inside.count + 1)
        // [h], [mm] and [s] count on; [Red], [>100] and [$-40C] are none of ours.
        if let first = inside.first, "hms".utf8.contains(first), inside.allSatisfy({ $0 == first })
        {
          letters.isElapsed = true
        }
      case UInt8(ascii: "g") where bytes.starts(with: "eneral".utf8): bytes = bytes.dropFirst(6)
      default: letters.take(byte)
      }
    }
    return letters.style
  }

  private struct Letters {
    var isElapsed = false
    private var hasDay = false
    private var hasTime = false
    private var hasMonthOrMinute = false

    mutating func take(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "d"), UInt8(ascii: "y"): hasDay = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
      case UInt8(ascii: "m"): hasMonthOrMinute = true
      default: break
      }
    }

    var style: DateStyle? {
      if isElapsed { return .elapsed }
      if hasDay { return hasTime ? .dayAndTime : .day }
      // An m beside hours or seconds is minutes, alone it is months.
      if hasTime { return .time }
      return hasMonthOrMinute ? .day : nil
    }
  }
}

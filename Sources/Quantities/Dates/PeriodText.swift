/// Reads dates and periods as people write them; days and months always have two digits.
public enum PeriodText {
  private static let years = 1900...2200

  /// Reads the whole of `bytes`, blanks at both ends apart, as one period.
  ///
  /// Taken: `2022`, `2022-03`, `03/2022`, `2022-03-15`, `15/03/2022`, `2022-Q1` or `2022-T1`, and
  /// `A..B` of any of these, `A/B` of two ISO dates, both with the end included.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Result<Period, DateProblem> {
    if let date = plainDate(bytes), let day = Period.day(date) { return .success(day) }
    let range = Blanks.trimmed(bytes)
    if range.isEmpty { return .failure(.empty) }
    return Result { () throws(DateProblem) in try period(bytes, range) }
  }

  /// Reads the whole of `bytes`, blanks at both ends apart, as `2022-03-15` or `15/03/2022`.
  public static func readDate(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Result<CalendarDate, DateProblem> {
    if let date = plainDate(bytes) { return .success(date) }
    let range = Blanks.trimmed(bytes)
    if range.isEmpty { return .failure(.empty) }
    return Result { () throws(DateProblem) in
      var reader = DateFieldReader(bytes, range)
      let date = try reader.date()
      try reader.expectEnd()
      return date
    }
  }

  /// Reads a text; see `read(_:)` for bytes.
  public static func read(_ text: String) -> Result<Period, DateProblem> {
    var text = text
    return text.withUTF8 { read($0) }
  }

  /// Reads a text; see `readDate(_:)` for bytes.
  public static func readDate(_ text: String) -> Result<CalendarDate, DateProblem> {
    var text = text
    return text.withUTF8 { readDate($0) }
  }

  /// A sound ISO date and nothing else; nil leaves the text to the full reader.
  private static func plainDate(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    var isSound = true
    func digit(_ index: Int) -> Int {
      let digit = bytes[index] &- 0x30
      isSound = isSound && digit < 10
      return Int(digit)
    }
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = digit(8) * 10 + digit(9)
    guard isSound, years.contains(year) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func period(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) throws(DateProblem) -> Period {
    if let dots = firstDots(bytes, range) {
      let from = try simplePeriod(bytes, trimmed(bytes, range.lowerBound..<dots))
      let through = try simplePeriod(bytes, trimmed(bytes, dots + 2..<range.upperBound))
      return try joined(from, through)
    }
    let slash = range.lowerBound + 10
    if range.count == 21, bytes[slash] == UInt8(ascii: "/") {
      let from = try simplePeriod(bytes, range.lowerBound..<slash)
      return try joined(from, try simplePeriod(bytes, slash + 1..<range.upperBound))
    }
    return try simplePeriod(bytes, range)
  }

  private static func joined(_ from: Period, _ through: Period) throws(DateProblem) -> Period {
    guard from.start <= through.last, from.last <= through.last,
      let period = Period(start: from.start, end: through.end)
    else { throw .endBeforeStart }
    return period
  }

  private static func firstDots(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    range.dropLast().first { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E }
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    let inner = Blanks.trimmed(UnsafeBufferPointer(rebasing: bytes[range]))
    return range.lowerBound + inner.lowerBound..<range.lowerBound + inner.upperBound
  }

  private static func simplePeriod(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) throws(DateProblem) -> Period {
    var reader = DateFieldReader(bytes, range)
    if reader.hasByte(UInt8(ascii: "/"), at: 2) && range.count == 7 {
      let month = try reader.number(width: 2)
      try reader.expect(UInt8(ascii: "/"))
      return try Self.month(month, of: try reader.number(width: 4))
    }
    if reader.hasByte(UInt8(ascii: "-"), at: 4) && range.count < 10 {
      return try yearAndPart(&reader, length: range.count)
    }
    if range.count == 4 || (range.count < 10 && !reader.hasByte(UInt8(ascii: "/"), at: 2)) {
      let year = try reader.number(width: 4)
      if range.count == 9, reader.startsYearRange { throw .ambiguous }
      try reader.expectEnd()
      return .year(try checked(year: year))
    }
    let date = try reader.date()
    try reader.expectEnd()
    guard let day = Period.day(date) else { throw .doesNotExist }
    return day
  }

  /// `2022-03`, `2022-Q1`, `2022-T1`.
  private static func yearAndPart(
    _ reader: inout DateFieldReader, length: Int
  ) throws(DateProblem) -> Period {
    let year = try reader.number(width: 4)
    if length == 9, reader.startsYearRange { throw .ambiguous }
    try reader.expect(UInt8(ascii: "-"))
    if reader.takesQuarterLetter() {
      let quarter = try reader.number(width: 1)
      try reader.expectEnd()
      guard (1...4).contains(quarter) else { throw .doesNotExist }
      return .quarter(try checked(year: year), quarter)
    }
    let month = try reader.number(width: 2)
    try reader.expectEnd()
    return try Self.month(month, of: year)
  }

  private static func month(_ month: Int, of year: Int) throws(DateProblem) -> Period {
    let year = try checked(year: year)
    guard (1...12).contains(month) else { throw .doesNotExist }
    return .month(year, month)
  }

  /// The year when it is one that inventories can have.
  static func checked(year: Int) throws(DateProblem) -> Int {
    guard years.contains(year) else { throw .yearOutOfRange }
    return year
  }
}

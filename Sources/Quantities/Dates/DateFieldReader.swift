/// Takes digits and marks one after the other, remembering where it stands.
struct DateFieldReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let end: Int
  private var index: Int

  /// A reader of `range`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    index = start
  }

  /// Where to point: at the byte that does not fit, or at the last one when the text is too short.
  private var problem: DateProblem {
    .notADate(offset: min(max(start, min(index, end - 1)), bytes.count - 1))
  }

  /// True when the byte stands there.
  func hasByte(_ byte: UInt8, at offset: Int) -> Bool {
    start + offset < end && bytes[start + offset] == byte
  }

  /// Takes exactly `width` digits.
  mutating func number(width: Int) throws(DateProblem) -> Int {
    var value = 0
    for _ in 0..<width {
      guard index < end, bytes[index] &- 0x30 < 10 else { throw problem }
      value = value * 10 + Int(bytes[index] &- 0x30)
      index += 1
    }
    return value
  }

  /// Takes one given byte.
  mutating func expect(_ byte: UInt8) throws(DateProblem) {
    guard index < end, bytes[index] == byte else { throw problem }
    index += 1
  }

  /// Complains about anything left.
  func expectEnd() throws(DateProblem) {
    if index < end { throw problem }
  }

  /// True for `Q` (quarter) or `T` (trimestre), which is then passed.
  mutating func takesQuarterLetter() -> Bool {
    guard index < end, bytes[index] == UInt8(ascii: "Q") || bytes[index] == UInt8(ascii: "T")
    else { return false }
    index += 1
    return true
  }

  /// True before `-2023` or `/2023`, the end of the text.
  var startsYearRange: Bool {
    guard index + 5 == end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "/")
    else { return false }
    return bytes[index + 1..<end].allSatisfy { $0 &- 0x30 < 10 }
  }

  /// `2022-03-15` or `15/03/2022`.
  mutating func date() throws(DateProblem) -> CalendarDate {
    let isFrench = hasByte(UInt8(ascii: "/"), at: 2)
    let mark = UInt8(ascii: isFrench ? "/" : "-")
    let first = try number(width: isFrench ? 2 : 4)
    try expect(mark)
    let month = try number(width: 2)
    try expect(mark)
    let last = try number(width: isFrench ? 4 : 2)
    let year = try PeriodText.checked(year: isFrench ? last : first)
    guard let date = CalendarDate(year: year, month: month, day: isFrench ? first : last) else {
      throw .doesNotExist
    }
    return date
  }
}

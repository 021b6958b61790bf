import Quantities
import Testing

private let comma = NumberDialect(decimalMark: .comma)
private let point = NumberDialect(decimalMark: .point)
private let undeclared = NumberDialect()
private let german = NumberDialect(decimalMark: .comma, groupMark: .point)
private let scientific = NumberDialect(decimalMark: .comma, allowsExponent: true)

private func value(_ text: String, _ dialect: NumberDialect) -> String? {
  guard case .success(let reading) = NumberText.read(text, dialect: dialect) else { return nil }
  return reading.number.description
}

private func problem(_ text: String, _ dialect: NumberDialect) -> NumberProblem? {
  guard case .failure(let problem) = NumberText.read(text, dialect: dialect) else { return nil }
  return problem
}

@Suite struct NumberTextTests {
  @Test(arguments: [
    ("1234,56", "1234.56"), ("1 234,56", "1234.56"), ("1\u{A0}234,56", "1234.56"),
    ("1\u{202F}234\u{202F}567,8", "1234567.8"), ("-12,5", "-12.5"), ("\u{2212}12,5", "-12.5"),
    ("+7", "7"), (",5", "0.5"), ("-,5", "-0.5"), ("0,125", "0.125"), ("1,234", "1.234"),
    ("007", "7"), ("  12,5 ", "12.5"), ("\t12\u{A0}", "12"), ("\u{202F}3\u{202F}", "3"),
    ("-0", "0"),
    ("999 999 999 999 999 999,999999999999", "999999999999999999.999999999999"),
    ("0000000000000000000000000000000000000000000000,5", "0.5"),
    ("1,50000000000000000000000000000000000000000000000", "1.5"),
  ])
  func `a declared comma is the only decimal mark`(text: String, expected: String) {
    #expect(value(text, comma) == expected)
  }

  @Test(arguments: [
    ("1,5", "1.5"), ("12,75", "12.75"), ("0,125", "0.125"), ("0.125", "0.125"),
    ("1234,567", "1234.567"), ("1234.567", "1234.567"), ("1.234,56", "1234.56"),
    ("1,234.56", "1234.56"), ("1,234.567", "1234.567"), ("1.234.567,8", "1234567.8"),
    ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1 234,567", "1234.567"),
    ("1\u{A0}234.567", "1234.567"), ("1 234,5", "1234.5"), ("9,99", "9.99"), (".123", "0.123"),
    ("12", "12"), ("1,2345", "1.2345"), ("-0,125", "-0.125"), ("1 234 567", "1234567"),
  ])
  func `an undeclared mark is decided where one reading exists`(text: String, expected: String) {
    #expect(value(text, undeclared) == expected)
  }

  @Test(arguments: [
    ("1,234", "1.234", "1234"), ("12.345", "12.345", "12345"), ("123,456", "123.456", "123456"),
    ("-1,234", "-1.234", "-1234"), ("\u{2212}1.234", "-1.234", "-1234"),
  ])
  func `two readings are never guessed between`(text: String, decimal: String, group: String) {
    #expect(problem(text, undeclared) == .ambiguous(asDecimal: decimal, asGroup: group))
  }

  @Test func `a cents amount is never taken for hundreds`() {
    // publicly reported error of another tool: "9,99" read as 999
    for dialect in [undeclared, comma, german] { #expect(value("9,99", dialect) == "9.99") }
    #expect(problem("9,99", point) == .wrongDecimalMark(offset: 1))
    #expect(
      problem("9,99", NumberDialect(decimalMark: .point, groupMark: .comma))
        == .misplacedGroup(offset: 1))
  }

  @Test func `a declared group mark stands between groups of three only`() {
    #expect(value("1.234.567,8", german) == "1234567.8")
    #expect(value("1.234", german) == "1234")
    #expect(value("1 234,5", german) == "1234.5")
    #expect(problem("1.5", german) == .misplacedGroup(offset: 1))
    #expect(problem("0.125", german) == .misplacedGroup(offset: 1))
    #expect(problem("1.234.56", german) == .misplacedGroup(offset: 5))
    #expect(problem("1.234 567", german) == .misplacedGroup(offset: 5))
    #expect(problem("5.", german) == .misplacedGroup(offset: 1))
    #expect(value("1.234,5", NumberDialect(groupMark: .point)) == "1234.5")
  }

  @Test(
    arguments: [
      ("", .empty), ("  \u{A0}", .empty), ("1.5", .wrongDecimalMark(offset: 1)),
      ("1 234.5", .wrongDecimalMark(offset: 5)), (".5", .wrongDecimalMark(offset: 0)),
      ("1 23", .misplacedGroup(offset: 1)), ("1 2345", .misplacedGroup(offset: 1)),
      ("1234 567", .misplacedGroup(offset: 4)), ("1 234 56", .misplacedGroup(offset: 5)),
      ("1  234", .misplacedGroup(offset: 1)), ("0 123", .misplacedGroup(offset: 1)),
      ("1,234 567", .misplacedGroup(offset: 5)), ("1 23,5", .misplacedGroup(offset: 1)),
      ("12abc", .unexpected(offset: 2)), ("0x10", .unexpected(offset: 1)),
      ("5 kWh", .unexpected(offset: 2)), ("12%", .unexpected(offset: 2)),
      ("12\u{20AC}", .unexpected(offset: 2)), ("5,", .unexpected(offset: 1)),
      ("1,2,3", .unexpected(offset: 3)), ("5-", .unexpected(offset: 1)),
      ("1e", .unexpected(offset: 1)), ("1e5", .exponentNotAllowed(offset: 1)),
      ("4,00E-03", .exponentNotAllowed(offset: 4)), ("(12)", .notANumber(offset: 0)),
      ("--1", .notANumber(offset: 1)), ("- 1", .notANumber(offset: 1)),
      ("-", .notANumber(offset: 0)),
      (",", .notANumber(offset: 0)), ("nan", .notANumber(offset: 0)),
      ("inf", .notANumber(offset: 0)),
      ("-inf", .notANumber(offset: 1)), ("N/A", .notANumber(offset: 0)),
      ("\u{20AC}12", .notANumber(offset: 0)), ("1000000000000000000", .tooLarge),
      ("-1 000 000 000 000 000 000", .tooLarge), ("1'000", .unexpected(offset: 1)),
      ("999999999999999999,9999999999999", .tooLarge),  // rounds up to 10^18
      ("\u{661}\u{662}", .notANumber(offset: 0)),  // Arabic-Indic digits
    ] as [(String, NumberProblem)])
  func `anything else is refused where it goes wrong`(text: String, expected: NumberProblem) {
    #expect(problem(text, comma) == expected)
  }

  @Test func `two decimal marks are refused without a declaration too`() {
    #expect(problem("1.2.3", undeclared) == .misplacedGroup(offset: 1))
    #expect(problem("1.2.3", point) == .unexpected(offset: 3))
    #expect(problem("1.234,567,8", undeclared) != nil)
    #expect(problem("1,234abc", undeclared) == .unexpected(offset: 5))
  }

  @Test func `exponents are read where they are allowed`() {
    #expect(value("4,00E-03", scientific) == "0.004")
    #expect(value("1,5e3", scientific) == "1500")
    #expect(value("1E+5", scientific) == "100000")
    #expect(value("0e999999999999999999999", scientific) == "0")
    #expect(problem("1e999", scientific) == .tooLarge)
    #expect(problem("1e18", scientific) == .tooLarge)
    #expect(problem("1e5x", scientific) == .unexpected(offset: 3))
    #expect(problem("1e5,5", scientific) == .unexpected(offset: 3))
    #expect(
      value("123456789012345678901234567890123456789012e-30", scientific)
        == "123456789012.345678901235")  // ...678901 234567...: rounds up
  }

  @Test func `more than twelve decimals are rounded half away and said to be`() {
    func reading(_ text: String) -> NumberReading? {
      try? NumberText.read(text, dialect: comma).get()
    }
    #expect(
      reading("0,0000000000005")
        == NumberReading(number: Number(mantissa: 1), roundedDigits: true))
    #expect(
      reading("-0,0000000000005")
        == NumberReading(number: Number(mantissa: -1), roundedDigits: true))
    #expect(
      reading("0,00000000000049999")
        == NumberReading(number: .zero, roundedDigits: true))
    #expect(reading("0,19359146878269065")?.number.description == "0.193591468783")
    // Zeros cut off change nothing and are not worth a note.
    #expect(
      reading("1,5000000000000") == NumberReading(number: Number(mantissa: 1_500_000_000_000)))
    let deep = "0," + String(repeating: "0", count: 60) + "1"
    #expect(reading(deep) == NumberReading(number: .zero, roundedDigits: true))
    let long = "1,5" + String(repeating: "0", count: 60) + "1"
    #expect(reading(long)?.roundedDigits == true)
  }

  @Test func `the no-break space of Windows-1252 is one byte`() {
    let bytes: [UInt8] = [0x31, 0xA0, 0x32, 0x33, 0x34, 0x2C, 0x35, 0xA0]
    let reading = bytes.withUnsafeBufferPointer { NumberText.read($0, dialect: comma) }
    #expect(reading == .success(NumberReading(number: Number(mantissa: 1_234_500_000_000_000))))
  }

  @Test func `fast and full readers agree`() throws {
    var random = RandomSource(seed: 12)
    for _ in 0..<5_000 {
      let (mantissa, decimals) = random.number()
      let text = NumberFormat.plain.text(Number(mantissa: mantissa), decimals: decimals)
      // A leading plus keeps the text from the fast path.
      #expect(value(text, point) == Number(text)?.description)
      if mantissa >= 0 { #expect(value("+" + text, point) == Number(text)?.description) }
    }
  }

  @Test func `no bytes whatever do harm, and offsets stay inside them`() {
    var random = RandomSource(seed: 13)
    let alphabet = Array("0123456789.,  eE+-x\u{A0}\u{202F}\u{2212}".utf8) + [0xA0, 0xFF, 0x00]
    for round in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      let dialect = [comma, point, undeclared, german, scientific][round % 5]
      let reading = bytes.withUnsafeBufferPointer { NumberText.read($0, dialect: dialect) }
      switch reading {
      case .failure(.wrongDecimalMark(let offset)), .failure(.misplacedGroup(let offset)),
        .failure(.exponentNotAllowed(let offset)), .failure(.unexpected(let offset)),
        .failure(.notANumber(let offset)):
        #expect(bytes.indices.contains(offset))
      default: break
      }
    }
  }
}

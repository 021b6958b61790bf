import Quantities
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("1234567.891", 1, "1\u{202F}234\u{202F}567,9", "1,234,567.9", "1234567.9"),
    ("1234.5", 2, "1\u{202F}234,50", "1,234.50", "1234.50"),
    ("999.995", 2, "1\u{202F}000,00", "1,000.00", "1000.00"),
    ("0.05", 1, "0,1", "0.1", "0.1"), ("-0.05", 1, "-0,1", "-0.1", "-0.1"),
    ("-0.004", 2, "0,00", "0.00", "0.00"), ("0", 0, "0", "0", "0"), ("999", 0, "999", "999", "999"),
    ("-1000", 0, "-1\u{202F}000", "-1,000", "-1000"),
  ])
  func `numbers are set as each language does`(
    text: String, decimals: Int, french: String, english: String, plain: String
  ) throws {
    let number = try number(text)
    #expect(NumberFormat.french.text(number, decimals: decimals) == french)
    #expect(NumberFormat.english.text(number, decimals: decimals) == english)
    #expect(NumberFormat.plain.text(number, decimals: decimals) == plain)
    let amount = ExactAmount(number)
    #expect(NumberFormat.french.text(amount, decimals: decimals) == french)
  }

  @Test func `the shortest form keeps every decimal and no more`() throws {
    let number = try number("12345.670")
    #expect(NumberFormat.french.text(shortest: number) == "12\u{202F}345,67")
    #expect(NumberFormat.english.text(shortest: Number(-1_000_000)) == "-1,000,000")
    #expect(NumberFormat.french.text(shortest: .zero) == "0")
  }

  @Test func `whole numbers are grouped`() {
    #expect(NumberFormat.english.text(1_453) == "1,453")
    #expect(NumberFormat.french.text(100) == "100")
    #expect(NumberFormat.plain.text(Int.min) == "-9223372036854775808")
  }

  @Test(arguments: [
    (2.675, 2, "2.68"),  // the nearest double lies below; people see 2.675
    (0.5, 0, "1"), (-0.5, 0, "-1"), (1.5, 0, "2"), (0.1 + 0.2, 3, "0.300"), (-0.001, 2, "0.00"),
    (1e21, 0, "1000000000000000000000"), (1.5e-7, 7, "0.0000002"), (1e-30, 2, "0.00"),
    (123456.789, 1, "123456.8"), (9.995, 2, "10.00"), (0, 3, "0.000"), (99.96, 1, "100.0"),
    (100, 0, "100"), (0.05, 1, "0.1"), (0.04, 1, "0.0"),
  ])
  func `floating-point values round as their digits read`(
    value: Double, decimals: Int, text: String
  ) {
    #expect(NumberFormat.plain.text(value, decimals: decimals) == text)
  }

  @Test func `infinities and not-a-number are shown, never zero`() {
    #expect(NumberFormat.french.text(Double.infinity, decimals: 1) == "inf")
    #expect(NumberFormat.french.text(-Double.infinity, decimals: 1) == "-inf")
    #expect(NumberFormat.french.text(Double.nan, decimals: 1) == "nan")
  }

  @Test func `what is printed is read back, in both languages`() {
    var random = RandomSource(seed: 11)
    let french = NumberDialect(decimalMark: .comma)
    let english = NumberDialect(decimalMark: .point, groupMark: .comma)
    for _ in 0..<5_000 {
      let (mantissa, decimals) = random.number()
      let expected = NumberReading(number: Number(mantissa: mantissa))
      let inFrench = NumberFormat.french.text(expected.number, decimals: decimals)
      let inEnglish = NumberFormat.english.text(expected.number, decimals: decimals)
      #expect(NumberText.read(inFrench, dialect: french) == .success(expected))
      #expect(NumberText.read(inEnglish, dialect: english) == .success(expected))
      let shortest = NumberFormat.french.text(shortest: expected.number)
      #expect(NumberText.read(shortest, dialect: french) == .success(expected))
    }
  }
}

/// A number as a workbook holds it: 64 bits of binary floating point, written in decimal.
public struct SheetNumber: Hashable, Sendable {
  /// As it stands in the file: `0.10000000000000001`.
  public let written: String
  /// The shortest decimal that is the same number to a spreadsheet program, without an exponent:
  /// `0.1`.
  ///
  /// Programs write 17 digits, which is how 0.1 gets its tail. A number of up to 15 digits is
  /// always itself here.
  public let decimal: String

  let value: Double

  /// Nil when the text is no number, or one that a spreadsheet program cannot hold.
  init?(_ bytes: some Collection<UInt8>) {
    guard Self.isNumber(bytes) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return nil }
    written = text
    self.value = value
    decimal = Self.isShortest(text.utf8) ? text : Self.plain(value)
  }

  /// True for what most cells hold, `-1234.5`: up to 15 digits, none of them without need.
  private static func isShortest(_ bytes: String.UTF8View) -> Bool {
    var digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    guard (1...16).contains(digits.count), let first = digits.popFirst(),
      (0x31...0x39).contains(first)
    else { return false }
    guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else {
      return digits.count < 15 && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
    let decimals = digits[point...].dropFirst()
    guard let last = decimals.last, last != 0x30 else { return false }
    return digits[..<point].allSatisfy { (0x30...0x39).contains($0) }
      && decimals.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `-12.5E+3` and the like, and nothing else: no `NaN`, `INF`, `0x10`, no spaces.
  private static func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
    // 17 digits and an exponent take 24 characters; nobody writes hundreds.
    guard bytes.count <= 400 else { return false }
    var rest = Array(bytes)[...]
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    func sign() {
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
    }
    sign()
    var count = digits()
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      count += digits()
    }
    guard count > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      sign()
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Swift prints the shortest digits that give the number back; here the exponent is written out.
  private static func plain(_ value: Double) -> String {
    if value == 0 { return "0" }
    let parts = "\(value.magnitude)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    var digits = mantissa.joined()
    var point = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    if point <= 0 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    }
    if point > digits.count { digits += String(repeating: "0", count: point - digits.count) }
    let whole = digits.prefix(point).drop { $0 == "0" }
    var decimals = digits.dropFirst(point)
    while decimals.last == "0" { decimals.removeLast() }
    return (value < 0 ? "-" : "") + (whole.isEmpty ? "0" : whole)
      + (decimals.isEmpty ? "" : "." + decimals)
  }
}

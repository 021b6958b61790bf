/// A number as long as it likes: 128 bits of whole units and 40 decimals, added by pencil.
///
/// Foundation's Decimal keeps 38 digits, fewer than an exact total may have.
struct Digits: Equatable {
  static let zero = Digits(places: [UInt8](repeating: 0, count: 80), isNegative: false)

  /// Forty digits before the mark, forty after, the last first.
  private var places: [UInt8]
  private var isNegative: Bool

  private init(places: [UInt8], isNegative: Bool) {
    self.places = places
    self.isNegative = isNegative && places.contains { $0 != 0 }
  }

  /// `-12.5` or `-12,5`.
  init?(_ text: String) {
    let bare = text.drop { $0 == "-" }
    let parts = bare.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count), !bare.isEmpty, parts[0].count <= 40,
      parts.dropFirst().allSatisfy({ $0.count <= 40 })
    else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    let padded =
      String(parts[0]) + fraction + String(repeating: "0", count: 40 - fraction.count)
    var places = padded.utf8.reversed().map { $0 &- 0x30 }
    guard places.allSatisfy({ $0 < 10 }) else { return nil }
    places += [UInt8](repeating: 0, count: 80 - places.count)
    self.init(places: places, isNegative: text.hasPrefix("-"))
  }

  static func + (left: Digits, right: Digits) -> Digits {
    if left.isNegative == right.isNegative {
      return Digits(places: sum(left.places, right.places), isNegative: left.isNegative)
    }
    let leftIsLarger = !left.places.reversed().lexicographicallyPrecedes(right.places.reversed())
    return leftIsLarger
      ? Digits(places: rest(left.places, right.places), isNegative: left.isNegative)
      : Digits(places: rest(right.places, left.places), isNegative: right.isNegative)
  }

  private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var carry: UInt8 = 0
    return zip(left, right).map { a, b in
      let value = a + b + carry
      carry = value / 10
      return value % 10
    }
  }

  private static func rest(_ larger: [UInt8], _ smaller: [UInt8]) -> [UInt8] {
    var borrow: UInt8 = 0
    return zip(larger, smaller).map { a, b in
      let value = 10 + a - b - borrow
      borrow = value < 10 ? 1 : 0
      return value % 10
    }
  }
}

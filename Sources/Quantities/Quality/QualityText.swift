/// Reads what cells say of how well something is known.
public enum QualityText {
  /// Names of laws as people write them; they stand before the half-width.
  private static let laws: [(word: String, law: Quality.Law)] = [
    ("lognormale", .lognormal), ("lognormal", .lognormal), ("normale", .normal),
    ("normal", .normal), ("triangulaire", .triangular), ("triangular", .triangular),
    ("uniforme", .uniform), ("uniform", .uniform),
  ]

  /// `10 %`, `uniform 10 %` or `GSD 1.2`; nil for anything else.
  ///
  /// With `barePercent` a number alone is a percentage, as factor tables have it.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: NumberDialect, barePercent: Bool = false
  ) -> Quality? {
    var quality = Quality()
    let whole = slice(bytes, Blanks.trimmed(bytes))
    if let digits = rest(of: whole, after: "gsd") {
      guard case .success(let reading) = NumberText.read(digits, dialect: dialect),
        reading.number >= Number(1), reading.number < Number(100)
      else { return nil }
      quality.deviation = reading.number
      return quality
    }
    var cell = whole
    for (word, law) in laws {
      guard let found = rest(of: whole, after: word) else { continue }
      quality.law = law
      cell = found
      break
    }
    let isPercent = cell.last == 0x25
    guard isPercent || barePercent, let share = NumberText.share(cell, dialect: dialect),
      let halfWidth = isPercent ? share : share.multiplied(by: Ratio(1, 100)),
      !halfWidth.isNegative, halfWidth < limit(quality.law)
    else { return nil }
    quality.halfWidth = halfWidth
    return quality
  }

  /// A rating from 1 to 5; nil for anything else.
  public static func rating(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    let cell = slice(bytes, Blanks.trimmed(bytes))
    guard cell.count == 1, (0x31...0x35).contains(cell[0]) else { return nil }
    return cell[0] - 0x30
  }

  /// A law with ends would reach below zero from 100 % on; a lognormal value never does.
  private static func limit(_ law: Quality.Law) -> Number {
    law == .lognormal ? Number(1_000_000) : Number(1)
  }

  private static func slice(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// What follows a word and a blank; nil where the word is another.
  private static func rest(
    of bytes: UnsafeBufferPointer<UInt8>, after word: String
  ) -> UnsafeBufferPointer<UInt8>? {
    let letters = Array(word.utf8)
    guard bytes.count > letters.count, zip(bytes, letters).allSatisfy({ $0 | 0x20 == $1 }) else {
      return nil
    }
    let after = slice(bytes, letters.count..<bytes.count)
    let digits = slice(after, Blanks.trimmed(after))
    return digits.count < after.count ? digits : nil
  }
}

extension NumberText {
  /// A share such as `5 %` or `0,05`.
  public static func share(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: NumberDialect
  ) -> Number? {
    var end = bytes.count
    let isPercent = end > 0 && bytes[end - 1] == 0x25
    if isPercent { end -= 1 }
    while end > 0, [0x20, 0xA0, 0xC2, 0xAF, 0x80, 0xE2].contains(bytes[end - 1]) { end -= 1 }
    let digits = UnsafeBufferPointer(rebasing: bytes[0..<end])
    guard case .success(let reading) = read(digits, dialect: dialect) else { return nil }
    if !isPercent { return reading.number }
    return reading.number.multiplied(by: Ratio(1, 100))
  }
}

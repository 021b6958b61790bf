/// Dates as portals and spreadsheets write them, brought to a form that activity files know.
///
/// Only what can be read in one way is changed; anything else is left as it is, to be refused.
enum DateWords {
  private static let months: [String: Int] = [
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
  ]

  /// `Janvier 2021`, `Du 24/11/2020 au 29/11/2020`, `03-01-2023 08:12`, `2024-01-10T00:30:00+01:00`.
  static func period(_ bytes: [UInt8]) -> [UInt8] {
    let plain = day(bytes)
    if plain != bytes || bytes.count < 8 { return plain }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ").map { String($0) }
    if words.count == 2, let month = months[folded(words[0])], words[1].utf8.count == 4,
      let year = Int(words[1])
    {
      return Array("\(year)-\(month < 10 ? "0" : "")\(month)".utf8)
    }
    if words.count == 4, folded(words[0]) == "du", folded(words[2]) == "au",
      let first = iso(words[1]), let last = iso(words[3])
    {
      return Array("\(first)..\(last)".utf8)
    }
    return bytes
  }

  private static func folded(_ word: String) -> String {
    var text = ""
    for scalar in word.lowercased().unicodeScalars {
      switch scalar {
      case "é", "è", "ê": text += "e"
      case "û": text += "u"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// `2020-11-24` for `24/11/2020`.
  private static func iso(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
      parts[2].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } })
    else { return nil }
    return "\(parts[2])-\(parts[1])-\(parts[0])"
  }

  /// The day of a date that has a time behind it, days first between slashes.
  static func day(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    if bytes.count > 13, bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20,
      bytes[13] == UInt8(ascii: ":")
    {
      bytes.removeSubrange(10...)
    }
    // 03-01-2023 and 03.01.2023 can only be days first: a year has four digits.
    let hyphen = UInt8(ascii: "-")
    if bytes.count == 10, bytes[2] == bytes[5], bytes[2] == hyphen || bytes[2] == UInt8(ascii: ".")
    {
      bytes[2] = UInt8(ascii: "/")
      bytes[5] = UInt8(ascii: "/")
    }
    return bytes
  }
}

import Foundation

/// Numbers found again in what was rendered, by `table/row/column`; and rounding by pencil.
enum Numbers {
  /// The numbers of a CSV report.
  static func inCSV(_ text: String, separator: Character = ",") -> [String: String] {
    var result: [String: String] = [:]
    for record in records(text, separator: separator).dropFirst() where record.count == 7 {
      let value = record[5].replacingOccurrences(of: ",", with: ".")
      if !record[4].isEmpty, isNumber(value) {
        result["\(record[0])/\(record[1])/\(record[4])"] = value
      }
    }
    return result
  }

  /// The numbers of a JSON report, whose every key stands on a line of its own.
  static func inJSON(_ text: String) -> [String: String] {
    var result: [String: String] = [:]
    var (table, key) = ("", "")
    for line in text.split(separator: "\n") {
      let parts = line.drop { $0 == " " }.split(separator: "\": ", maxSplits: 1)
      guard parts.count == 2, parts[0].hasPrefix("\"") else { continue }
      let name = parts[0].dropFirst()
      let value = String(parts[1].hasSuffix(",") ? parts[1].dropLast() : parts[1])
      switch name {
      case "table": table = String(value.dropFirst().dropLast())
      case "key": key = String(value.dropFirst().dropLast())
      default:
        if !table.isEmpty, isNumber(value) { result["\(table)/\(key)/\(name)"] = value }
      }
    }
    return result
  }

  /// Exact digits rounded half away from zero, with English groups.
  static func rounded(_ digits: String, decimals: Int) -> String {
    let isNegative = digits.hasPrefix("-")
    let parts = digits.filter { $0 != "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var fraction = Array((parts.count > 1 ? String(parts[1]) : "").utf8)
    let roundsUp = fraction.count > decimals && fraction[decimals] >= UInt8(ascii: "5")
    fraction = Array(fraction.prefix(decimals))
    while fraction.count < decimals { fraction.append(UInt8(ascii: "0")) }
    var all = Array(parts[0].utf8) + fraction
    if roundsUp {
      var place = all.count - 1
      while place >= 0, all[place] == UInt8(ascii: "9") {
        all[place] = UInt8(ascii: "0")
        place -= 1
      }
      if place >= 0 { all[place] += 1 } else { all.insert(UInt8(ascii: "1"), at: 0) }
    }
    let whole = Array(String(decoding: all.dropLast(decimals), as: UTF8.self))
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    let text =
      decimals == 0
      ? grouped : grouped + "." + String(decoding: all.suffix(decimals), as: UTF8.self)
    let isZero = all.allSatisfy { $0 == UInt8(ascii: "0") }
    return isNegative && !isZero ? "-" + text : text
  }

  /// Digits with the decimal mark moved to the right: a share as a percentage.
  static func shifted(_ digits: String, by places: Int) -> String {
    let isNegative = digits.hasPrefix("-")
    let parts = digits.filter { $0 != "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.count < places { fraction += "0" }
    var whole = String(parts[0]) + fraction.prefix(places)
    while whole.count > 1, whole.hasPrefix("0") { whole.removeFirst() }
    let rest = fraction.dropFirst(places)
    return (isNegative ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest)
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    return !digits.isEmpty && text.utf8.count - digits.count <= 1
      && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// RFC 4180, with a separator of choice.
  static func records(_ text: String, separator: Character) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var characters = text.unicodeScalars.makeIterator()
    var pending: Unicode.Scalar?
    while let scalar = pending ?? characters.next() {
      pending = nil
      if isQuoted {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
          continue
        }
        let next = characters.next()
        if next == "\"" {
          field += "\""
        } else {
          isQuoted = false
          pending = next
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if Character(scalar) == separator {
        record.append(field)
        field = ""
      } else if scalar == "\n" {
        records.append(record + [field])
        record = []
        field = ""
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    return records
  }
}

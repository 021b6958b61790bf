import TestSupport
import Testing

@testable import Footprint
@testable import Inventory
@testable import Tables

/// Rows of other forms than the next one, and months that come in any order.
extension ChunkedReadingTests {
  /// Quotes around free text part no batch; around a word they do, and what is between them is read.
  ///
  /// A row is the same as one that says it without quotes.
  @Test(arguments: ["\n", "\r\n"], [20, Int.max])
  func `quotes stand around anything`(_ end: String, _ limit: Int) throws {
    let notes = [
      "", "", "simple", "\"simple\"", "\"\"", "\"a ; b\"", "\"dit \"\"x\"\"\"", "\"\"\"\"",
      "\"deux\(end == "\n" ? "\n" : " ")lignes\"", "\"\u{FFFD}\"", "\"é \"\"à\"\"\"",
    ]
    let labels = [
      "", "", "", "\"compteur\"", "\"Total\"", "\"dit \"\"y\"\"\"", "\"\"\"Total\"\"\"",
    ]
    for seed in 0..<4 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var text = Self.header + end
      for row in 0..<1500 {
        let kind = Self.kinds[row / 100 % 5]
        let isOften = seed % 2 == 0
        func pick(_ choices: [String], often: Bool) -> String {
          Int.random(in: 0..<(often ? 2 : 30), using: &random) == 0
            ? random.pick(choices) ?? "" : ""
        }
        let place = pick(["\"nord\"", "\"n\"\"\""], often: false)
        let cells = [
          "2023-0\(1 + row / 300)", place.isEmpty ? "nord" : place,
          pick(["\"a\"", "b"], often: false), kind.0, "\(row % 9 + 1),5", kind.1, "",
          pick(["t", "\"t\"\"1\"", "\"t\""], often: false), pick(labels, often: false),
          pick(notes, often: isOften), pick(["\"\""], often: false), "",
        ]
        text += cells.joined(separator: ";") + end
        if row % 50 == 7 { text += "2023-02;nord;a;electricity;7;kWh;;;;simple;;\(end)" }
        if row % 50 == 8 { text += "2023-02;nord;a;electricity;7;kWh;;;;\"simple\";;\(end)" }
        if row % 50 == 9 { text += "2023-02;nord;a;electricity;7;kWh;;;;\"sim\"\"ple\";;\(end)" }
      }
      try Self.compare(
        [Array(text.utf8)], limit: limit, sizes: [1 << 10, 1 << 13, 1 << 16], "quotes \(seed)")
    }
  }

  /// What a month is owed is counted when another one comes, however often that is.
  @Test(arguments: [1, 3, 63, 64, 65, 500, 1000])
  func `months come in any order`(_ length: Int) throws {
    for wide in [false, true] {
      var text = Self.header + "\n"
      for row in 0..<6000 {
        let kind = Self.kinds[row % 5]
        let month = row / length % 9 + 1
        let period =
          row % 500 == 499 ? "2023" : row % 97 == 96 ? "2022-0\(month)" : "2023-0\(month)"
        let amount = wide && row % 13 == 0 ? "1,2345678" : "\(row % 89 + 1),25"
        let building = row % 701 == 700 ? "neu\(row)" : "b\(row % 7)"
        text += "\(period);nord;\(building);\(kind.0);\(amount);\(kind.1);;;;;;\n"
      }
      try Self.compare(
        [Array(text.utf8)], limit: 20, sizes: [1 << 12, 1 << 15, 1 << 17], "months \(length)")
    }
  }

  @Test(arguments: ["site;bâtiment", "bâtiment;site", "site;remarque;bâtiment", "site", "bâtiment"])
  func `sites and buildings stand anywhere`(_ columns: String) throws {
    var text = "période;\(columns);activité;quantité;unité\n"
    let names = columns.split(separator: ";")
    for row in 0..<900 {
      let cells = names.map { name in
        switch name {
        case "site": row % 5 == 0 ? "" : "nord"
        case "bâtiment": row % 7 == 0 ? "" : row % 5 == 0 ? "c" : "b\(row % 3)"
        default: row % 11 == 0 ? "nord;b1" : ""
        }
      }
      let quoted = cells.map { $0.contains(";") ? "\"\($0)\"" : $0 }
      text += "2023-01-01;\(quoted.joined(separator: ";"));electricity;\(row + 1),5;kWh\n"
    }
    try Self.compare([Array(text.utf8)], limit: 20, sizes: [1 << 10, 1 << 14], columns)
  }
}

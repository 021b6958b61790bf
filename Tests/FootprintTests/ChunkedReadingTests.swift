import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

@testable import Footprint
@testable import Inventory
@testable import Tables

/// A file says the same whether one thread reads it row by row or several read it in chunks.
@Suite struct ChunkedReadingTests {
  static let header =
    "période;site;bâtiment;activité;quantité;unité;statut;tags;libellé;remarque;pdl;durée de vie"

  /// A campus with everything that makes a row ordinary, or not.
  private static let yaml = """
    sites: {nord: {name: Nord}, sud: {name: "Total Sud", buildings: {a: Bâtiment A, b: B}}, est: {name: Forêt, buildings: {x: "B\u{FFFD}"}}}
    numbers: {decimal: comma}
    accepted:
      - {finding: zero-quantity, reason: essai}
    """

  static func campus(_ extra: String = "") throws -> Campus {
    var log = FindingLog()
    let kinds = InventoryFindings.all + DoubtFindings.all + FootprintFindings.all
    let campus = CampusReader.read(
      Array("format: 1\nname: Essai\n\(yaml)\n\(extra)".utf8),
      findingNames: kinds.map(\.identifier), log: &log)
    #expect(log.found == [])
    return try #require(campus)
  }

  /// Everything that a reading leaves behind, in words.
  static func said(
    _ sources: [ByteSource], _ campus: Campus, _ shape: ChunkShape, limit: Int = .max
  ) -> [String] {
    var log = FindingLog(accepting: campus.acceptances)
    var reader = InventoryReader(
      campus: campus, catalog: Shipped.catalog, files: sources, duplicateLimit: limit,
      shape: shape)
    var fold = Fold(campus: campus, catalog: Shipped.catalog, fileCount: sources.count)
    reader.read(into: &fold, log: &log)
    var said: [String] = []
    for group in log.sortedGroups {
      let first = group.first.map { finding in
        let place = "\(finding.location.line):\(finding.location.column)"
        return place + finding.facts.map { " \($0.name)=\($0.value)" }.joined()
      }
      said.append(
        "\(group.kind.identifier) [\(group.subject)] \(group.file) \(group.year ?? 0) "
          + "\(group.acceptance == nil) ×\(group.count) \(first)")
    }
    let vocabulary = reader.vocabulary
    for account in fold.accounts.accounts(
      files: sources.map(\.name), units: vocabulary.units, year: nil)
    {
      said.append("\(account)")
    }
    said.append("\(reader.unreadFiles) \(fold.datedYears.sorted()) \(fold.startYears.sorted())")
    for series in fold.series {
      let unit = vocabulary.units[series.unit].symbol
      said.append("\(series.activity) \(unit) \(series.first.lineNumber) \(series.first.offset)")
    }
    for (key, sum) in zip(fold.totals.keys, fold.totals.values).sorted(by: { $0.0 < $1.0 }) {
      said.append("total \(key) \(sum.mantissa) \(sum.rows)")
    }
    for (number, table) in fold.tables.enumerated() {
      for (key, sum) in zip(table.keys, table.values).sorted(by: { $0.0 < $1.0 }) {
        said.append("table \(number) \(key) \(sum.mantissa) \(sum.rows)")
      }
    }
    said.append("\(fold.firstLines.map { "\($0.file):\($0.lineNumber)" })")
    said.append("\(vocabulary.buildings.map(\.name)) \(vocabulary.units.map(\.symbol))")
    said.append("\(reader.meterCoverage.map { "\($0.meter) \($0.covered)" })")
    return said
  }

  static func shape(_ size: Int, _ threads: Int) -> ChunkShape {
    var shape = ChunkShape()
    shape.size = size
    shape.threads = threads
    shape.smallest = 1
    return shape
  }

  private static var inOrder: ChunkShape {
    var shape = ChunkShape()
    shape.smallest = .max >> 1
    return shape
  }

  static func compare(
    _ bytes: [[UInt8]], extra: String = "", limit: Int = .max, sizes: [Int] = [128, 700, 4096],
    _ what: String
  ) throws {
    let campus = try campus(extra)
    let sources = bytes.enumerated().map {
      ByteSource(name: "activity/\($0.offset).csv", bytes: $0.element)
    }
    let expected = said(sources, campus, inOrder, limit: limit)
    for (number, size) in sizes.enumerated() {
      let found = said(sources, campus, shape(size, 1 + number), limit: limit)
      // The first difference says more than all of both.
      let place = zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      let end = expected.count == found.count ? nil : min(expected.count, found.count)
      let first = place ?? end
      #expect(
        first.map { found.dropFirst($0).first } == first.map { expected.dropFirst($0).first },
        "\(what), chunks of \(size)")
    }
  }

  static let kinds = [
    ("electricity", "kWh"), ("electricity", "MWh"), ("natural-gas", "kWh PCS"),
    ("water-supply", "m3"), ("business-train-tgv", "passenger.km"), ("paper", "kg"),
    ("nothing", "kWh"), ("laptop", "piece"), ("electricity", "m33"),
  ]

  /// A file with a little of everything; `oddity` of 100 rows are out of the ordinary.
  private static func file(_ random: inout SplitMix64, oddity: Int) -> [UInt8] {
    let end = random.pick(["\n", "\n", "\r\n"]) ?? "\n"
    var bytes = Array((header + end).utf8)
    var rows: [[UInt8]] = []
    // Runs of one kind, so that rows can add up to another.
    var kind = kinds[0]
    var sum = 0
    for _ in 0..<Int.random(in: 20...250, using: &random) {
      let isOdd = Int.random(in: 0..<100, using: &random) < oddity
      if Int.random(in: 0..<4, using: &random) == 0 {
        kind = kinds[Int.random(in: 0..<(isOdd ? 9 : 6), using: &random)]
        sum = 0
      }
      var amount = Int.random(in: 1...99_999, using: &random)
      if Int.random(in: 0..<30, using: &random) == 0, sum > 0 { amount = sum }
      sum += amount
      let year = random.pick(["2022", "2023", "2023", "2023"]) ?? ""
      let month = random.pick(["01", "02", "11"]) ?? ""
      let day = random.pick(["-01", "-17", ""]) ?? ""
      let site = random.pick(["nord", "Total Sud", "sud", "nord"]) ?? ""
      var cells = [
        "\(year)-\(month)\(day)", site, random.pick(["a", "b", ""]) ?? "", kind.0,
        "\(amount / 100),\(amount % 100 < 10 ? "0" : "")\(amount % 100)", kind.1,
        random.pick(["mesuré", "", "estimé"]) ?? "", random.pick(["labo", ""]) ?? "", "", "", "",
        "",
      ]
      if isOdd { spoil(&cells, &random) }
      var row = Array(cells.joined(separator: ";").utf8)
      if isOdd, Int.random(in: 0..<8, using: &random) == 0 {
        row =
          [0xE9, 0x22, 0x00, 0x20].contains(where: { _ in Bool.random(using: &random) })
          ? row + [random.pick([0xE9, 0x22, 0x00, 0x20]) ?? 0x20] : Array(row.dropLast(3))
      }
      if Int.random(in: 0..<40, using: &random) == 0, let copy = random.pick(rows) { row = copy }
      rows.append(row)
      bytes += row + Array(end.utf8)
    }
    return bytes
  }

  private static func spoil(_ cells: inout [String], _ random: inout SplitMix64) {
    switch Int.random(in: 0..<27, using: &random) {
    case 0: cells[0] = "2022-02-30"
    case 1: cells[0] = "2022-12-05..2023-02-11"
    case 2: cells[0] = "2023"
    case 3: cells[1] = "nulle part"
    case 4: cells[2] = "zz"
    case 5: cells[4] = "12abc"
    case 6: cells[4] = "0"
    case 7: cells[4] = "-5,25"
    case 8: cells[4] = "1 234 567,5"
    case 9: cells[4] = "0,1234567890123"
    case 10: cells[4] = "999999999999999"
    case 11: cells[8] = "Total du mois"
    case 12: cells[8] = "compteur dit \"principal\""
    case 13: cells[9] = "\"note ; avec \"\"guillemets\"\"\nsur deux lignes\""
    case 14: cells[9] = "\"note ; simple\""
    case 15: cells[10] = "PDL \(Int.random(in: 1...3, using: &random))"
    case 16: cells[11] = "4"
    case 17: cells[5] = " kWh "
    case 18: cells = cells.map { "\"\($0)\"" }
    case 19: cells = [""]
    case 20: cells.append("de trop")
    case 21: cells.append("")
    case 22: cells[9] = "élève \u{FFFD}"
    case 23: cells[4] = "1,234567\(Int.random(in: 1...9, using: &random))"
    case 24: cells[4] = "\(Int.random(in: 1...9, using: &random)),000000000001"
    case 25: cells[4] = "987654321,5"
    default: cells[0] = "\u{A0}2023-01-01"
    }
  }

  @Test(arguments: 0..<25) func `whatever is in the file`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let oddity = [0, 2, 10, 50, 100][seed % 5]
    let files = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      Self.file(&random, oddity: oddity)
    }
    let limit = seed % 3 == 0 ? 50 : Int.max
    try Self.compare(files, limit: limit, "seed \(seed)")
  }

  @Test func `a year that begins in September`() throws {
    var random = SplitMix64(seed: 99)
    let file = Self.file(&random, oddity: 5)
    try Self.compare([file], extra: "year-starts: 09-01", "academic year")
  }

  @Test func `a file of Windows`() throws {
    var random = SplitMix64(seed: 5)
    let text = String(decoding: Self.file(&random, oddity: 0), as: UTF8.self)
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    try Self.compare([bytes], "Windows-1252")
  }

  @Test func `a delimiter inside quotes is none between a site and a building`() throws {
    // `nord;a` is no site, though its bytes and those of the building behind are those of `nord` and
    // `a;b`, which an earlier row was used with.
    var text = Self.header + "\n"
    for row in 0..<400 {
      let place = row < 200 ? "nord;\"a;b\"" : "\"nord;a\";b"
      text += "2023-01-01;\(place);electricity;\(row + 1),5;kWh;;;;\"dit \"\"x\"\"\";;\n"
    }
    try Self.compare([Array(text.utf8)], "quoted delimiters")
    let sources = [ByteSource(name: "activity/0.csv", bytes: Array(text.utf8))]
    let said = Self.said(sources, try Self.campus(), Self.shape(1024, 2))
    #expect(said.contains { $0.hasPrefix("unknown-site") && $0.contains("×200 ") })
  }

  @Test func `a building of no site may read like a site and a building`() throws {
    var text = Self.header + "\n"
    for row in 0..<600 {
      let place = row < 200 ? "nord;a" : row < 400 ? ";b" : ";\"nord;a\""
      text += "2023-01-01;\(place);electricity;\(row + 1),5;kWh;;;;;;\n"
    }
    try Self.compare([Array(text.utf8)], limit: 20, sizes: [1 << 10, 1 << 14], "no site")
    let sources = [ByteSource(name: "activity/0.csv", bytes: Array(text.utf8))]
    let said = Self.said(sources, try Self.campus(), Self.shape(1024, 2))
    #expect(said.contains { $0.hasPrefix(#"["a", "b", "nord;a"]"#) })
  }

  @Test func `a damaged building beside a site of Windows is told every time`() throws {
    // Together they are no UTF-8, and no byte of them is unknown to Windows-1252; `x` is the same building.
    var bytes = Array((Self.header + "\n").utf8)
    for row in 0..<300 {
      let building = row % 2 == 0 ? "x" : "B\u{FFFD}"
      bytes += Array("2023-01-01;For".utf8) + [0xEA] + Array("t;\(building);electricity;".utf8)
      // A word that is new makes the row one to learn from.
      bytes += Array("\(row + 1),5;kWh;;\(row < 9 ? "t\(row)" : "");;;;\n".utf8)
    }
    try Self.compare([bytes], limit: 20, sizes: [1 << 10, 1 << 13], "damaged")
  }

  /// More decimals than millionths, and more than fits 64 bits of them; before and behind rows that are not
  /// ordinary, so that a batch is added in parts.
  @Test func `quantities of any number of decimals are added once`() throws {
    for wide in ["1,2345678", "0,000000000001", "7,123456789012", "999999999999,5", "3,0000000"] {
      var text = Self.header + "\n"
      for row in 0..<900 {
        let building = row % 37 == 5 ? "neu \(row)" : "a"
        let amount = row % 3 == 2 ? wide : "\(row + 1),25"
        text += "2023-0\(1 + row % 3);nord;\(building);electricity;\(amount);MWh;;t;;;;\n"
      }
      try Self.compare(
        [Array(text.utf8)], limit: 20, sizes: [1 << 9, 1 << 11, 1 << 14], "wide \(wide)")
    }
  }

  /// A sum holds 2^44 millionths, or 17 592 186, and 2^20 rows, until it is put aside; that of all may go beyond
  /// 2^63 millionths, or 92 233 rows of 99 999 999.
  @Test(arguments: [(99_999_999, 120_000), (30_000_000, 10), (17_592_186, 1000), (1, 1_100_000)])
  func `sums of large quantities, and of many`(_ amount: Int, _ rows: Int) throws {
    let row = Array("2023-01;nord;a;electricity;\(amount);kWh;;;;;;\n".utf8)
    let bytes = Array((Self.header + "\n").utf8) + Array(repeating: row, count: rows).joined()
    let sources = [ByteSource(name: "activity/0.csv", bytes: bytes)]
    let said = Self.said(sources, try Self.campus(), Self.shape(1 << 18, 1), limit: 20)
    // The product, with twelve decimals.
    let expected = " \(amount * rows)000000000000 \(rows)"
    #expect(said.contains { $0.hasPrefix("total") && $0.hasSuffix(expected) })
  }

  /// Once rows are no longer compared, the watch for sums looks at whole batches: a row of another kind between
  /// two of one ends what was added up, and no more than that.
  @Test(arguments: 0..<12) func `sums are found among rows that take turns`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var text = Self.header + "\n"
    var sums: [Int: Int] = [:]
    var last = -1
    for row in 0..<1200 {
      // Runs of one to six rows of a few kinds, and often what the run, or the one before it, adds up to.
      let kind = Int.random(in: 0..<3, using: &random) == 0 || row < 40 ? row % 3 : max(0, last)
      var amount = Int.random(in: 1...9, using: &random)
      if Int.random(in: 0..<4, using: &random) == 0, let sum = sums[kind], sum > 0 { amount = sum }
      if kind != last, Bool.random(using: &random) { sums[kind] = 0 }
      sums[kind, default: 0] += amount
      last = kind
      let (activity, unit) = Self.kinds[[0, 2, 3][kind]]
      text += "2023-01;nord;a;\(activity);\(amount);\(unit);;;;;;\n"
    }
    try Self.compare([Array(text.utf8)], limit: 30, sizes: [1 << 11, 1 << 14], "turns \(seed)")
  }

  @Test func `a short row at the end of a chunk whose lines end in CR LF`() throws {
    for cut in stride(from: 0, to: 70, by: 3) {
      var text = Self.header + "\r\n"
      for row in 0..<200 {
        text += "2023-01;nord;a;electricity;\(row + 1),5;kWh;;;;;;\r\n"
        if row == 120 { text += String(repeating: "x", count: cut) + "\r\n" }
      }
      try Self.compare([Array(text.utf8)], limit: 20, sizes: [256, 1 << 10], "short row, \(cut)")
    }
  }

  @Test func `a building that is met only later`() throws {
    var text = Self.header + "\n"
    for row in 0..<2000 {
      text += "2023-01-01;nord;bât \(row / 150);electricity;1\(row),5;kWh;;;;;;\n"
    }
    try Self.compare([Array(text.utf8)], "new buildings")
  }

  /// Rows are read sixty-four at a time: what is out of the ordinary may stand at either end of these, or make
  /// them shorter, and so may rows that add up to the next.
  @Test(arguments: [62, 63, 64, 65, 127, 128, 129], ["plain", "returned", "quoted", "turned"])
  func `a batch of rows ends anywhere`(_ count: Int, _ form: String) throws {
    for odd in [-1, 0, 1, 62, 63, 64, 65, count - 1] {
      var text = Self.header + (form == "returned" ? "\r\n" : "\n")
      for row in 0..<(3 * count) {
        // 1 + 2 + 3 = 6, and then 12 as the sum of all four.
        let amount = [1, 2, 3, 6, 12][row % 5]
        let kind = Self.kinds[row / 25 % 6]
        var cells = [
          "2023-0\(1 + row % 3)", row % 7 == 0 ? "" : "nord", "b\(row % 3)", kind.0, "\(amount),5",
          kind.1, "", "t\(row % 2)", "", "", "", "",
        ]
        if row % count == odd { cells[4] = "-\(amount)" }
        if row % count == odd, count % 2 == 0 { cells[5] = "nothing" }
        if form == "quoted" || form == "turned" && row / count == 1 {
          cells = cells.map { "\"\($0)\"" }
        }
        text += cells.joined(separator: ";") + (form == "returned" ? "\r\n" : "\n")
      }
      try Self.compare(
        [Array(text.utf8)], limit: 20, sizes: [1 << 10, 1 << 14, 1 << 16], "odd row \(odd), \(form)"
      )
    }
  }

  /// Up to sixteen bytes, up to thirty-two and beyond, words are told apart in other ways.
  @Test func `words of any length, and what differs in one byte`() throws {
    var text = Self.header + "\n"
    let lengths = [
      1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 63, 64, 65, 128, 192, 199, 200, 201, 300,
    ]
    for round in 0..<12 {
      for length in lengths {
        for place in [nil, 0, length / 2, length - 1] {
          var word = [UInt8](repeating: 0x61, count: length)
          if let place { word[place] = 0x62 }
          let name = String(decoding: word, as: UTF8.self)
          text += "2023-01-01;nord;\(name);electricity;\(round + length),5;kWh;;\(name);;;;\n"
          text += "2023-01;;;electricity;\(round + 1),25;kWh;;\(name);;;;\n"
        }
      }
    }
    try Self.compare([Array(text.utf8)], limit: 20, sizes: [1 << 12, 1 << 16], "long words")
  }

  @Test func `rows of the kind that a bench is made of`() throws {
    var random = SplitMix64(seed: 3)
    var text = Self.header + "\r\n"
    for row in 0..<6000 {
      let kind = Self.kinds[Int.random(in: 0..<6, using: &random)]
      let day = row / 200 + 1
      let amount = Int.random(in: 1...999_999, using: &random)
      text += "2023-03-\(day < 10 ? "0" : "")\(day);sud;a;\(kind.0);\(amount),25;\(kind.1);"
      text += row % 100 == 0 ? ";;;\"dit \"\"x\"\"\";;\r\n" : ";;;;;\r\n"
    }
    try Self.compare([Array(text.utf8)], sizes: [1 << 13, 1 << 15], "bench rows")
  }
}

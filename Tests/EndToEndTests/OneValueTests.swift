import Foundation
import TestSupport
import Testing

/// All forms of a report are one value: every number is the same in each, every word is there twice.
struct OneValueTests {
  private static let years = [
    ("demo-campus", "2023"), ("mines-ales", "2020"), ("mines-albi", "2022"),
  ]

  private func output(_ example: String, _ year: String, _ more: String...) throws -> String {
    let run = try Program.run(
      ["-C", "Examples/" + example, "report", year, "--whole"] + more, in: Program.root)
    #expect(run.status <= 1, "\(run.errors)")
    return run.output
  }

  /// Digits as they were written, by table, row and column.
  private func exactDigits(_ json: String) -> [[String]] {
    var table = ""
    var key = ""
    // A figure with its bounds is an object: CSV has a measure for each of the three.
    var figure = ""
    var found: [[String]] = []
    for line in json.split(separator: "\n") {
      let line = line.trimmingCharacters(in: CharacterSet(charactersIn: " ,"))
      guard line.hasPrefix("\""), let colon = line.range(of: "\": ") else { continue }
      var name = String(line[line.index(after: line.startIndex)..<colon.lowerBound])
      let value = String(line[colon.upperBound...])
      if value.hasPrefix("{") { figure = name }
      switch name {
      case "value" where !figure.isEmpty: name = figure
      case "low" where !figure.isEmpty, "high" where !figure.isEmpty: name = figure + "-" + name
      default: if !value.hasPrefix("{") { figure = "" }
      }
      if name == "table" { table = value.replacing("\"", with: "") }
      if name == "key" { key = value.replacing("\"", with: "") }
      if value.first?.isNumber == true || value.first == "-", name != "version",
        name != "year" || !key.isEmpty
      {
        found.append([table, key, name, value])
      }
    }
    return found
  }

  @Test(arguments: years)
  func `CSV has the digits of JSON, and a workbook the same numbers`(
    example: String, year: String
  ) throws {
    let digits = exactDigits(try output(example, year, "-O", "json", "--lang", "en"))
    #expect(digits.count > 20)
    let csv = try output(example, year, "-O", "csv", "--lang", "en")
    let lines = Set(csv.split(separator: "\n").map(String.init))
    for one in digits {
      let isThere = lines.contains { line in
        line.hasPrefix("\(one[0]),") && line.contains(",\(one[2]),\(one[3]),")
      }
      #expect(isThere, "\(one)")
    }
    let folder = try TemporaryFolder()
    let path = folder.path(of: "r.xlsx")
    _ = try output(example, year, "-o", path, "--lang", "en")
    let numbers = try Self.numbers(of: path)
    // A workbook has its bounds in a table of their own, in tonnes.
    for one in digits
    where !one[2].hasSuffix("emissions-low") && !one[2].hasSuffix("emissions-high") {
      let value = try #require(Double(one[3]))
      let isThere = numbers.contains { abs($0 - value) <= 1e-9 * max(1, abs(value)) }
      #expect(isThere, "\(one)")
    }
  }

  @Test(arguments: years, ["fr", "en"])
  func `a page and Markdown show what a terminal shows`(
    example: (String, String), language: String
  ) throws {
    let text = try output(example.0, example.1, "--lang", language)
    let page = try output(example.0, example.1, "-O", "html", "--lang", language)
      .replacing(/<[^>]*>/, with: "|")
    let markdown = try output(example.0, example.1, "-O", "md", "--lang", language)
    // A number with its groups, its decimals and its sign.
    let number =
      language == "fr" ? /[−-]?\d[\d\u{202F}]*(,\d+)?/ : /[−-]?\d[\d,]*(\.\d+)?/
    let numbers = Set(text.matches(of: number).map { String($0.output.0) })
    #expect(numbers.count > 20)
    for number in numbers {
      #expect(page.contains(number), "\(number) is not in the page")
      #expect(markdown.contains(number), "\(number) is not in Markdown")
    }
  }

  private struct Whole: Decodable {
    struct Table: Decodable {
      let table: String
      let title: String
      let rows: [[String: Value]]
      let notes: [String]
    }

    enum Value: Decodable {
      case text(String), other

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = (try? container.decode(String.self)).map { .text($0) } ?? .other
      }
    }

    let title: String
    let tables: [Table]
    let notes: [String]
  }

  @Test(arguments: [
    ["report", "2023", "--whole"], ["report", "2023", "--by", "sdg"],
    ["report", "2023", "--reading", "beges"], ["report", "2023", "--reading", "iso-14064-1"],
    ["report", "2023", "--reconcile"], ["compare", "2021", "2023"], ["scenario", "run", "plan"],
    ["scenario", "compare", "plan", "snbc3"], ["scenario", "solve", "plan"],
    ["scenario", "explain", "plan", "pumps"],
  ])
  func `no label lacks a translation`(arguments: [String]) throws {
    func read(_ language: String) throws -> Whole {
      let run = try Program.run(
        ["-C", "Examples/demo-campus"] + arguments + ["-O", "json", "--lang", language],
        in: Program.root)
      #expect(run.status <= 1, "\(run.errors)")
      return try JSONDecoder().decode(Whole.self, from: Data(run.output.utf8))
    }
    let (french, english) = (try read("fr"), try read("en"))
    #expect(french.tables.map(\.table) == english.tables.map(\.table))
    #expect(french.notes.count == english.notes.count)
    var same: [String] = []
    for (one, other) in zip(french.tables, english.tables) {
      #expect(!one.title.isEmpty && !other.title.isEmpty, "\(one.table)")
      #expect(one.notes.count == other.notes.count && one.rows.count == other.rows.count)
      for (left, right) in zip(one.rows, other.rows) {
        guard case .text(let key)? = left["key"], case .text(let french)? = left["label"],
          case .text(let english)? = right["label"]
        else { continue }
        #expect(!french.isEmpty && !english.isEmpty, "\(one.table)/\(key)")
        if french == english { same.append(french) }
      }
    }
    // What is the same in both is a name, a number, or a word that both have.
    let french1 = /\b(le|la|les|des|du|de|et|par|pour|sans|avec|dont|énergie|eau|déchets)\b/
    for label in same where label.contains(french1) {
      #expect(Self.namesFromOutside.contains(label), "“\(label)” is not translated")
    }
  }

  /// What campus.yaml of the demonstration says itself.
  private static let namesFromOutside = [
    "Factures de gaz", "Enquête domicile-travail", "Bordereaux des colis expédiés",
  ]

  /// Every number of a workbook, read without our code.
  private static func numbers(of path: String) throws -> [Double] {
    let script = """
      import json, sys, zipfile
      from xml.etree import ElementTree as tree
      space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
      book = zipfile.ZipFile(sys.argv[1])
      found = set()
      for name in book.namelist():
          if not name.startswith("xl/worksheets/sheet"): continue
          for cell in tree.fromstring(book.read(name)).iter(space + "c"):
              value = cell.find(space + "v")
              if value is not None and cell.get("t") != "s": found.add(float(value.text))
      print(json.dumps(sorted(found)))
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([Double].self, from: data)
  }
}

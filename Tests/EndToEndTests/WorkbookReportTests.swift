import Foundation
import TestSupport
import Testing

/// Reports as workbooks: numbers that can be reckoned with, text that stays text.
struct WorkbookReportTests {
  /// What a workbook holds, read without our code: cells by sheet, and whether there is a formula.
  private static let reader = """
    import json, re, sys, zipfile
    from xml.etree import ElementTree as tree
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    book = zipfile.ZipFile(sys.argv[1])
    assert book.testzip() is None
    parts = {name: book.read(name) for name in book.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            tree.fromstring(part)
    texts = ["".join(t.text or "" for t in item.iter(space + "t"))
             for item in tree.fromstring(parts["xl/sharedStrings.xml"])]
    sheets = {}
    names = [s.get("name") for s in tree.fromstring(parts["xl/workbook.xml"]).iter(space + "sheet")]
    for number, name in enumerate(names):
        page = tree.fromstring(parts["xl/worksheets/sheet%d.xml" % (number + 1)])
        cells = {}
        for cell in page.iter(space + "c"):
            value = cell.find(space + "v")
            if value is None: continue
            cells[cell.get("r")] = texts[int(value.text)] if cell.get("t") == "s" else float(value.text)
        sheets[name] = cells
    formulas = sum(part.count(b"<f>") for name, part in parts.items() if "worksheets" in name)
    charts = sum("charts/chart" in name for name in parts)
    dates = sorted({str(info.date_time) for info in book.infolist()})
    print(json.dumps({"sheets": sheets, "formulas": formulas, "charts": charts, "dates": dates}))
    """

  private struct Book: Decodable {
    enum Cell: Decodable, Equatable {
      case text(String)
      case number(Double)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }

    let sheets: [String: [String: Cell]]
    let formulas: Int
    let charts: Int
    let dates: [String]
  }

  private func read(_ path: String) throws -> Book {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.reader, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(path) cannot be read")
    return try JSONDecoder().decode(Book.self, from: data)
  }

  @Test func `a workbook has the numbers themselves, and is the same every time`() throws {
    let folder = try TemporaryFolder()
    let (one, other) = (folder.path(of: "one.xlsx"), folder.path(of: "other.xlsx"))
    for path in [one, other] {
      let run = try Program.run(
        ["-C", "Examples/mines-ales", "report", "2019", "-o", path], in: Program.root)
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(
      FileManager.default.contents(atPath: one) == FileManager.default.contents(atPath: other))
    let book = try read(one)
    #expect(book.formulas == 0 && book.charts >= 1)
    // The clock is in no output.
    #expect(book.dates == ["(1980, 1, 1, 0, 0, 0)"])
    // Rapport de développement durable 2019/2020: 3 294 519 kgCO2e, of which travel 1 393 319.
    let posts = try #require(book.sheets["Par poste"])
    #expect(posts.values.contains(.number(3_294_519)) && posts.values.contains(.number(1_393_319)))
    #expect(posts.values.contains(.text("Total")))
    #expect(book.sheets["Résumé"]?["A1"] == .text("IMT Mines Alès · empreinte 2019"))
  }

  @Test(arguments: ["fr", "en"])
  func `the trace adds up to the total`(language: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "r.xlsx")
    let run = try Program.run(
      ["-C", "Examples/demo-campus", "report", "2023", "-o", path, "--lang", language],
      in: Program.root)
    #expect(run.status == 0, "\(run.errors)")
    let book = try read(path)
    let trace = try #require(book.sheets[language == "fr" ? "Trace ligne à ligne" : "Trace by row"])
    guard case .number(let sum)? = trace["R2"] else {
      Issue.record("no sum")
      return
    }
    // Column R, under the headings of the third row.
    var parts = 0.0
    var count = 0
    for (place, cell) in trace where place.first == "R" && place != "R2" {
      if case .number(let value) = cell {
        parts += value
        count += 1
      }
    }
    #expect(count > 1000 && abs(parts - sum) < 1e-6 * sum)
    // Days are numbers a spreadsheet can reckon with: 1 January 2023 is 44 927.
    #expect(trace["F3"] == .text("from") && trace["G3"] == .text("to"))
    #expect(trace.contains { $0.key.hasPrefix("F") && $0.value == .number(44_927) })
    let posts = try #require(book.sheets[language == "fr" ? "Par poste" : "By post"])
    let isTotal = posts.values.contains { cell in
      if case .number(let value) = cell { return abs(value - sum) < 1e-6 }
      return false
    }
    #expect(isTotal)
  }

  @Test(arguments: [
    ["compare", "2022", "2023"], ["scenario", "run", "plan"],
    ["scenario", "explain", "plan", "led"],
    ["report", "2023", "--reading", "beges"], ["explain", "total"],
  ])
  func `every report can be one`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "r.xlsx")
    let run = try Program.run(
      ["-C", "Examples/demo-campus"] + arguments + ["-o", path], in: Program.root)
    #expect(run.status <= 1, "\(run.errors)")
    #expect(try read(path).sheets.count > 1)
  }

  @Test func `text from outside is never a formula`() throws {
    let yaml = CampusFixture.yaml.replacing("Test campus", with: "'=2+2'").replacing(
      "Main site", with: "'=cmd|x <script> \(String(repeating: "long", count: 9000))'")
    let campus = try CampusFixture.campus(
      ["activity/2023/a.csv": CampusFixture.rows], yaml: yaml)
    let run = try Program.run(
      ["report", "2023", "--by", "site", "-o", "r.xlsx"], in: campus.path)
    #expect(run.status == 0, "\(run.errors)")
    let book = try read(campus.path(of: "r.xlsx"))
    #expect(book.formulas == 0)
    #expect(book.sheets["Summary"]?["A1"] == .text("=2+2 · footprint 2023"))
    let site = try #require(book.sheets["By site"])
    let isThere = site.values.contains { cell in
      if case .text(let text) = cell { return text.hasPrefix("=cmd|x <script> longlong") }
      return false
    }
    #expect(isThere)
  }

  @Test func `a workbook that cannot be written leaves nothing behind`() throws {
    let campus = try CampusFixture.sound()
    let run = try Program.run(["report", "-o", "no/such/folder/r.xlsx"], in: campus.path)
    #expect(run.status == 73 && !run.isCrash)
    let pipe = try Program.run(["report", "-O", "xlsx"], in: campus.path)
    #expect(pipe.status == 0)
  }

  @Test func `a spreadsheet opens it`() throws {
    let office = "/usr/bin/soffice"
    guard FileManager.default.isExecutableFile(atPath: office) else { return }
    let folder = try TemporaryFolder()
    let path = folder.path(of: "r.xlsx")
    _ = try Program.run(
      ["-C", "Examples/mines-ales", "report", "2019", "-o", path], in: Program.root)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: office)
    // The fourth sheet, Par poste, as CSV.
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,4", "--outdir",
      folder.path, path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let names = try folder.names()
    let csv = names.filter { $0.hasSuffix(".csv") }.compactMap { folder.text(of: $0) }.joined()
    #expect(csv.filter { $0.isNumber }.contains("3294519"), "\(names) \(csv.prefix(300))")
  }
}

import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reports as pages: one file, sound, with the same figures as everywhere else.
struct PageTests {
  /// What stands between marks, and what marks there are.
  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [String] = []
    var identifiers: [String] = []
    var links: [String] = []
    var elements: [String: Int] = [:]
    private var depthOfStyle = 0
    private var current = ""

    /// The parser hands text over in pieces.
    private func flush() {
      if !current.isEmpty { texts.append(current) }
      current = ""
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      flush()
      elements[name, default: 0] += 1
      if name == "style" { depthOfStyle += 1 }
      if let identifier = attributes["id"] { identifiers.append(identifier) }
      for key in ["href", "src", "xlink:href"] {
        if let link = attributes[key] { links.append(link) }
      }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      flush()
      if name == "style" { depthOfStyle -= 1 }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if depthOfStyle == 0 { current += string }
    }
  }

  private func read(_ page: String, _ name: String) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(name): \(parser.parserError?.localizedDescription ?? "")")
    return reader
  }

  private func page(_ campus: String, _ arguments: String...) throws -> String {
    let run = try Program.run(["-C", campus] + arguments + ["-O", "html"], in: Program.root)
    #expect(run.status <= 1, "\(run.errors)")
    return run.output
  }

  @Test(arguments: [
    ["report", "2023"], ["compare", "2022", "2023"], ["scenario", "run", "plan"],
    ["scenario", "compare", "plan", "snbc3"], ["scenario", "solve", "plan"],
    ["scenario", "explain", "plan", "pumps"], ["explain", "total"],
    ["report", "2023", "--reading", "beges"], ["report", "2023", "--reconcile"],
  ])
  func `a page is sound, whole in itself, and readable by whoever does not see it`(
    arguments: [String]
  ) throws {
    for language in ["fr", "en"] {
      let run = try Program.run(
        ["-C", "Examples/demo-campus"] + arguments + ["-O", "html", "--lang", language],
        in: Program.root)
      #expect(run.status <= 1, "\(run.errors)")
      let reader = try read(run.output, arguments.joined(separator: " "))
      #expect(Set(reader.identifiers).count == reader.identifiers.count)
      // Nothing is fetched and nothing runs: links lead into the page.
      #expect(reader.links.allSatisfy { $0.hasPrefix("#") && $0.count > 1 })
      for link in reader.links { #expect(reader.identifiers.contains(String(link.dropFirst()))) }
      #expect(reader.elements["script"] == nil && reader.elements["img"] == nil)
      #expect(reader.elements["h1"] == 1)
      #expect(reader.elements["table"] == reader.elements["caption"])
      #expect(run.output.contains("lang=\"\(language)\""))
      #expect(
        run.output
          == (try Program.run(
            ["-C", "Examples/demo-campus"] + arguments + ["-O", "html", "--lang", language],
            in: Program.root)).output)
    }
  }

  /// Every cell of the text of a report stands in its page, Markdown too: one value, several forms.
  @Test(arguments: ["mines-ales", "mines-albi", "demo-campus"])
  func `a page and Markdown have the numbers of the terminal`(example: String) throws {
    let years = ["mines-ales": "2019", "mines-albi": "2022", "demo-campus": "2023"]
    let campus = "Examples/" + example
    let year = try #require(years[example])
    let text = try Program.run(["-C", campus, "report", year], in: Program.root).output
    let reader = try read(try page(campus, "report", year), example)
    let html = reader.texts.joined(separator: " ")
    let markdown = try Program.run(
      ["-C", campus, "report", year, "-O", "md"], in: Program.root
    ).output
    // A number with its groups, its decimals and its sign.
    let number = /[−-]?\d[\d\u{202F}]*(,\d+)?/
    let numbers = Set(text.matches(of: number).map { String($0.output.0) })
    #expect(numbers.count > 10)
    for number in numbers {
      #expect(html.contains(number) && markdown.contains(number), "\(number)")
    }
  }

  @Test func `the published table of Alès, on a page`() throws {
    let reader = try read(try page("Examples/mines-ales", "report", "2019"), "ales")
    let cells = reader.texts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    // Rapport de développement durable 2019/2020: kgCO2e and shares, as they were published.
    for cell in ["1 393 319", "762 600", "712 200", "390 200", "36 200", "3 294 519", "42 %"] {
      let shown = cell.replacing(" ", with: "\u{202F}")
      #expect(cells.contains(shown), "\(shown)")
    }
  }

  @Test func `hostile names are text`() throws {
    let long = String(repeating: "long ", count: 2000)
    let yaml = CampusFixture.yaml.replacing(
      "Test campus", with: "'<script>alert(1)</script> =2+2 \(long)'")
    let campus = try CampusFixture.campus(
      ["activity/2023/a.csv": CampusFixture.rows], yaml: yaml)
    let run = try Program.run(["report", "2023", "-o", "r.html"], in: campus.path)
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(campus.text(of: "r.html"))
    let reader = try read(page, "hostile")
    #expect(reader.elements["script"] == nil)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; =2+2 long"))
  }

  @Test func `the name of a file says its form`() throws {
    let campus = try CampusFixture.sound()
    for (name, beginning) in [
      ("r.html", "<!DOCTYPE html>"), ("r.md", "# "), ("r.csv", "\u{FEFF}"), ("r.json", "{"),
      ("r.txt", "Test campus"),
    ] {
      let run = try Program.run(["report", "2023", "-o", name], in: campus.path)
      #expect(run.status == 0, "\(run.errors)")
      let text = try #require(campus.text(of: name))
      let isThere = text.hasPrefix(beginning) || (name == "r.csv" && text.contains(","))
      #expect(isThere, "\(name): \(text.prefix(40))")
    }
    // What is asked for comes before what the name says.
    let json = try Program.run(["report", "-O", "json", "-o", "x.html"], in: campus.path)
    #expect(json.status == 0 && campus.text(of: "x.html")?.hasPrefix("{") == true)
  }
}

public import Diagnostics

/// Renders a report as one HTML page: no script, nothing fetched, pictures inside, ready for print.
public struct HTMLRenderer: Sendable {
  private let language: Language

  /// A renderer for a language.
  public init(language: Language) { self.language = language }

  /// The page, ending in a line end.
  ///
  /// It is XML as well, for whoever checks it.
  public func render(_ report: Report) -> String {
    let title = text(report.title)
    let tables = report.tables.filter { $0.reach != .data && !$0.rows.isEmpty }
    var lines = [
      "<!DOCTYPE html>",
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"\(language.rawValue)\">",
      "<head>", "<meta charset=\"utf-8\"/>",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>",
      "<title>\(HTMLText.plain(report.title[language]))</title>", "<style>", HTMLStyle.sheet,
      "</style>", "</head>", "<body>",
      "<header>", "<h1>\(title)</h1>",
    ]
    lines += report.warnings.map { "<p class=\"warning\" role=\"alert\">\(text($0))</p>" }
    lines += headlines(report.headlines)
    lines += pictures(report, under: "")
    lines.append("</header>")
    if tables.count > 3 { lines += contents(tables) }
    lines.append("<main>")
    for (number, table) in tables.enumerated() {
      if let chapter = table.chapter, number == 0 || tables[number - 1].chapter != chapter {
        lines.append("<h2 id=\"\(chapter.rawValue)\">\(text(chapter.title))</h2>")
      }
      lines += section(table, number, report)
    }
    lines.append("</main>")
    if !report.notes.isEmpty {
      lines.append("<footer>")
      lines += report.notes.map { "<p>\(text($0))</p>" }
      lines.append("</footer>")
    }
    lines += ["</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ text: Text) -> String { HTMLText.line(text[language]) }

  /// What a terminal shows indented is a list here.
  private func headlines(_ headlines: [Text]) -> [String] {
    var lines: [String] = []
    var isList = false
    for headline in headlines {
      let isItem = headline[language].hasPrefix("  ")
      if isItem != isList { lines.append(isItem ? "<ul>" : "</ul>") }
      isList = isItem
      let words = HTMLText.line(String(headline[language].drop { $0 == " " }))
      lines.append(isItem ? "<li>\(words)</li>" : "<p class=\"headline\">\(words)</p>")
    }
    return isList ? lines + ["</ul>"] : lines
  }

  private func pictures(_ report: Report, under table: String) -> [String] {
    report.pictures.filter { $0.table == table }.compactMap { $0.draw(language) }.map {
      "<figure>\n\($0)</figure>"
    }
  }

  private func contents(_ tables: [ReportTable]) -> [String] {
    let name = language == .french ? "Contenu" : "Contents"
    var lines = ["<nav aria-label=\"\(name)\">", "<ul>"]
    for (number, table) in tables.enumerated() {
      if let chapter = table.chapter, number == 0 || tables[number - 1].chapter != chapter {
        lines.append(
          "<li class=\"chapter\"><a href=\"#\(chapter.rawValue)\">\(text(chapter.title))</a></li>")
      }
      lines.append("<li><a href=\"#part-\(number + 1)\">\(text(table.title))</a></li>")
    }
    return lines + ["</ul>", "</nav>"]
  }

  private func section(_ table: ReportTable, _ number: Int, _ report: Report) -> [String] {
    let name = "part-\(number + 1)"
    let level = table.chapter == nil ? "h2" : "h3"
    var lines = [
      "<section id=\"\(name)\">",
      "<\(level) id=\"\(name)-title\">\(text(table.title))</\(level)>",
    ]
    lines += pictures(report, under: table.identifier)
    // A wide table moves inside its own frame, and never the page.
    lines.append(
      "<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(name)-title\">")
    lines += HTMLTable(table.shown(in: .pages), language).lines()
    lines.append("</div>")
    lines += table.notes.map { "<p class=\"note\">\(text($0))</p>" }
    lines.append("</section>")
    return lines
  }
}

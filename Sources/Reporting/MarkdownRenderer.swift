public import Diagnostics

/// Renders a report as Markdown, with tables as GitHub and Pandoc read them.
public struct MarkdownRenderer: Sendable {
  private let language: Language

  /// A renderer for a language.
  public init(language: Language) { self.language = language }

  /// The report, ending in a line end.
  public func render(_ report: Report) -> String {
    var blocks = ["# " + MarkdownText.line(report.title[language])]
    blocks += report.warnings.map { "> **" + MarkdownText.line($0[language]) + "**" }
    blocks += headlines(report.headlines.map { $0[language] })
    var chapter: ReportChapter?
    for table in report.tables where table.reach != .data && !table.rows.isEmpty {
      if let next = table.chapter, next != chapter {
        blocks.append("## " + MarkdownText.line(next.title[language]))
      }
      chapter = table.chapter
      blocks.append((chapter == nil ? "## " : "### ") + MarkdownText.line(table.title[language]))
      blocks.append(rows(table.shown(in: .pages)).joined(separator: "\n"))
      blocks += table.notes.map { MarkdownText.line($0[language]) }
    }
    let notes = report.notes.map { "- " + MarkdownText.line($0[language]) }
    if !notes.isEmpty { blocks.append(notes.joined(separator: "\n")) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// What a terminal shows indented is a list here.
  private func headlines(_ lines: [String]) -> [String] {
    var blocks: [String] = []
    var items: [String] = []
    for line in lines {
      if line.hasPrefix("  ") {
        items.append("- " + MarkdownText.line(String(line.drop { $0 == " " })))
        continue
      }
      if !items.isEmpty { blocks.append(items.joined(separator: "\n")) }
      items = []
      blocks.append(MarkdownText.line(line))
    }
    if !items.isEmpty { blocks.append(items.joined(separator: "\n")) }
    return blocks
  }

  private func rows(_ table: ReportTable) -> [String] {
    let headings = [table.labelTitle[language]] + table.columns.map { heading($0, table) }
    let marks = ["---"] + table.columns.indices.map { isWords($0, table) ? "---" : "---:" }
    var lines = [row(headings.map(MarkdownText.cell)), row(marks)]
    for line in table.rows {
      let label = MarkdownText.cell(line.label.text(in: language, column: nil))
      var cells = [line.role == .detail ? "\u{A0}\u{A0}" + label : label]
      cells += line.values.enumerated().map { place, value in
        MarkdownText.cell(value.text(in: language, column: table.column(place, of: line)))
      }
      lines.append(row(line.role == .total ? cells.map { "**\($0)**" } : cells))
    }
    return lines
  }

  private func heading(_ column: ReportTable.Column, _ table: ReportTable) -> String {
    let title = column.title[language]
    let isStated = column.unit.isEmpty || column.unit == table.statedUnit
    return isStated ? title : "\(title) (\(column.unit))"
  }

  private func isWords(_ place: Int, _ table: ReportTable) -> Bool {
    let values = table.rows.map { $0.values[place] }
    return values.contains(where: \.isWords) && !values.contains(where: \.isNumber)
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}

public import Diagnostics

/// Renders a report for a terminal of a given width, or for a file.
public struct TextRenderer: Sendable {
  private let language: Language
  private let width: Int
  private let style: TextStyle

  /// A renderer; the width is that of the terminal, 80 when there is none.
  public init(language: Language, width: Int = 80, style: TextStyle = .plain) {
    self.language = language
    self.width = max(40, min(width, 120))
    self.style = style
  }

  /// The report as text, ending in a line end.
  public func render(_ report: Report) -> String {
    var lines: [String] = []
    let title = report.title[language]
    lines.append(style.bold(title))
    lines.append(String(repeating: "═", count: min(width, title.count)))
    for warning in report.warnings {
      lines.append(contentsOf: TextLayout.wrap(warning[language], width).map(style.alert))
    }
    if !report.headlines.isEmpty { lines.append("") }
    for headline in report.headlines {
      lines.append(contentsOf: TextLayout.wrap(headline[language], width, hanging: 2))
    }
    for table in report.tables where !table.isDetail && !table.rows.isEmpty {
      lines.append("")
      lines.append(contentsOf: render(table))
    }
    if !report.notes.isEmpty { lines.append("") }
    for note in report.notes {
      lines.append(contentsOf: TextLayout.wrap("· " + note[language], width, hanging: 2))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func render(_ table: ReportTable) -> [String] {
    let cells = table.rows.map { row in
      zip(table.columns, row.values).map { $1.text(in: language, column: $0) }
    }
    let headings = table.columns.map { column in
      column.unit.isEmpty ? column.title[language] : column.title[language] + " (\(column.unit))"
    }
    var widths = headings.map { heading in TextLayout.longestWord(heading) }
    for row in cells {
      for (place, cell) in row.enumerated() { widths[place] = max(widths[place], cell.count) }
    }
    let labels = table.rows.map { row in
      let text = row.label.text(in: language, column: nil)
      return (row.role == .detail ? "  " : "") + text
    }
    let taken = widths.reduce(0) { $0 + $1 + 2 }
    let wanted = max(labels.map(\.count).max() ?? 0, TextLayout.longestWord(table.labelTitle[language]))
    let labelWidth = max(16, min(wanted, width - taken))
    var lines = [style.bold(table.title[language])]
    lines.append(contentsOf: heading(table, headings, widths, labelWidth))
    for (place, row) in table.rows.enumerated() {
      if row.role == .total { lines.append(rule(widths, labelWidth)) }
      lines.append(
        contentsOf: self.row(labels[place], cells[place], table, widths, labelWidth, row.role))
    }
    for note in table.notes {
      lines.append(contentsOf: TextLayout.wrap(note[language], width, hanging: 0).map(style.faint))
    }
    return lines
  }

  private func heading(
    _ table: ReportTable, _ headings: [String], _ widths: [Int], _ labelWidth: Int
  ) -> [String] {
    let wrapped = zip(headings, widths).map { TextLayout.wrap($0, $1) }
    let label = TextLayout.wrap(table.labelTitle[language], labelWidth)
    let height = max(label.count, wrapped.map(\.count).max() ?? 0)
    if height == 0 || (headings.allSatisfy(\.isEmpty) && label.allSatisfy(\.isEmpty)) {
      return [rule(widths, labelWidth)]
    }
    var lines: [String] = []
    for line in 0..<height {
      // Headings stand on the rule: short ones begin lower.
      let first = TextLayout.fromBottom(label, line, height)
      var text = TextLayout.pad(first, labelWidth, right: false)
      for (place, heading) in wrapped.enumerated() {
        let isNumeric = isNumeric(table, place)
        text +=
          "  "
          + TextLayout.pad(
            TextLayout.fromBottom(heading, line, height), widths[place], right: isNumeric)
      }
      lines.append(TextLayout.trimmed(text))
    }
    return lines + [rule(widths, labelWidth)]
  }

  private func isNumeric(_ table: ReportTable, _ place: Int) -> Bool {
    table.rows.contains { $0.values[place].isNumeric }
  }

  private func rule(_ widths: [Int], _ labelWidth: Int) -> String {
    let total = widths.reduce(labelWidth) { $0 + $1 + 2 }
    return style.faint(String(repeating: "─", count: min(total, width)))
  }

  private func row(
    _ label: String, _ cells: [String], _ table: ReportTable, _ widths: [Int], _ labelWidth: Int,
    _ role: ReportTable.Row.Role
  ) -> [String] {
    let indent = label.prefix { $0 == " " }.count
    var parts = TextLayout.wrap(label, labelWidth, hanging: indent + 2)
    if parts.isEmpty { parts = [""] }
    var text = TextLayout.pad(parts[0], labelWidth, right: false)
    for (place, cell) in cells.enumerated() {
      text += "  " + TextLayout.pad(cell, widths[place], right: isNumeric(table, place))
    }
    let first = TextLayout.trimmed(text)
    return [role == .total ? style.bold(first) : first] + parts.dropFirst()
  }
}

/// What a terminal can do beside letters.
public enum TextStyle: Sendable {
  case plain
  case terminal

  func bold(_ text: String) -> String { wrap(text, "1") }
  func faint(_ text: String) -> String { wrap(text, "2") }
  func alert(_ text: String) -> String { wrap(text, "1;31") }

  private func wrap(_ text: String, _ code: String) -> String {
    self == .plain || text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

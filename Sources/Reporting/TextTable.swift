import Diagnostics

/// Lays a table out in lines no wider than the terminal.
///
/// Numbers are never cut. Words are, the widest column first; where even that is not enough, each
/// row becomes a short list.
struct TextTable {
  private let table: ReportTable
  private let style: TextStyle
  private let width: Int
  private let labelTitle: String
  private let headings: [String]
  private let labels: [String]
  private let cells: [[String]]
  private let isNumeric: [Bool]
  private static let narrowest = 12

  init(_ table: ReportTable, _ language: Language, _ width: Int, _ style: TextStyle) {
    self.table = table
    self.style = style
    self.width = width
    labelTitle = VisibleText.escaped(table.labelTitle[language])
    headings = table.columns.map { column in
      let title = VisibleText.escaped(column.title[language])
      let isStated = column.unit.isEmpty || column.unit == table.statedUnit
      return isStated ? title : "\(title) (\(VisibleText.escaped(column.unit)))"
    }
    labels = table.rows.map { row in
      let text = VisibleText.escaped(row.label.text(in: language, column: nil))
      return (row.role == .detail ? "  " : "") + text
    }
    cells = table.rows.map { row in
      row.values.enumerated().map { place, value in
        VisibleText.escaped(value.text(in: language, column: table.column(place, of: row)))
      }
    }
    isNumeric = table.columns.indices.map { place in
      let values = table.rows.map { $0.values[place] }
      return values.contains(where: \.isNumber) || !values.contains(where: \.isWords)
    }
  }

  func lines() -> [String] {
    guard let widths = widths() else { return lists() }
    var lines = heading(widths)
    for (place, row) in table.rows.enumerated() {
      if row.role == .total { lines.append(rule(widths)) }
      lines += self.row(place, widths).map { row.role == .total ? style.bold($0) : $0 }
    }
    return lines
  }

  /// The width of the labels, then of the columns; nil when the numbers alone do not fit.
  private func widths() -> [Int]? {
    var widths = [max(16, widest(labels), TextLayout.longestWord(labelTitle))]
    for (place, heading) in headings.enumerated() {
      widths.append(max(TextLayout.longestWord(heading), widest(cells.map { $0[place] })))
    }
    // First at spaces, then within words.
    let whole = columns.map { texts in max(Self.narrowest, widest(texts.map(longestWord))) }
    narrow(&widths, downTo: whole)
    narrow(&widths, downTo: whole.map { _ in Self.narrowest })
    return total(widths) > width ? nil : widths
  }

  /// Takes columns from the widest column of words until the line fits or nothing is left to take.
  private func narrow(_ widths: inout [Int], downTo least: [Int]) {
    while total(widths) > width {
      let flexible = widths.indices.filter { place in
        widths[place] > least[place] && (place == 0 || !isNumeric[place - 1])
      }
      guard let place = flexible.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[place] -= 1
    }
  }

  /// The texts of the labels, then of the columns.
  private var columns: [[String]] {
    [labels] + table.columns.indices.map { place in cells.map { $0[place] } }
  }

  private func longestWord(_ text: String) -> String {
    text.split(separator: " ").map { String($0) }
      .max { TextLayout.width(of: $0) < TextLayout.width(of: $1) } ?? ""
  }

  private func widest(_ texts: [String]) -> Int {
    // Wider than any terminal is as wide as any terminal: the search above stays short.
    min(width, texts.map { TextLayout.width(of: $0) }.max() ?? 0)
  }

  private func total(_ widths: [Int]) -> Int { widths.reduce(-2) { $0 + $1 + 2 } }

  private func heading(_ widths: [Int]) -> [String] {
    let parts = zip([labelTitle] + headings, widths).map { TextLayout.wrap($0, $1) }
    let height = parts.map(\.count).max() ?? 0
    // Headings stand on the rule: short ones begin lower.
    let lines = (0..<height).map { line in
      joined(parts.map { TextLayout.fromBottom($0, line, height) }, widths)
    }
    return lines + [rule(widths)]
  }

  private func row(_ place: Int, _ widths: [Int]) -> [String] {
    let indent = labels[place].prefix { $0 == " " }.count
    var parts = [TextLayout.wrap(labels[place], widths[0], hanging: indent + 2)]
    parts += zip(cells[place], widths.dropFirst()).map { TextLayout.wrap($0, $1) }
    let height = max(1, parts.map(\.count).max() ?? 0)
    return (0..<height).map { line in
      joined(parts.map { line < $0.count ? $0[line] : "" }, widths)
    }
  }

  private func joined(_ parts: [String], _ widths: [Int]) -> String {
    var text = TextLayout.pad(parts[0], widths[0], right: false)
    for place in parts.indices.dropFirst() {
      text += "  " + TextLayout.pad(parts[place], widths[place], right: isNumeric[place - 1])
    }
    return TextLayout.trimmed(text)
  }

  private func rule(_ widths: [Int]) -> String {
    style.faint(String(repeating: "─", count: min(total(widths), width)))
  }

  /// Each row as a list, for a terminal too narrow for the columns.
  private func lists() -> [String] {
    var lines = [style.faint(String(repeating: "─", count: width))]
    for (place, row) in table.rows.enumerated() {
      let label = TextLayout.wrap(labels[place], width, hanging: 2)
      lines += row.role == .total ? label.map(style.bold) : label
      for (heading, cell) in zip(headings, cells[place]) {
        let text = heading.isEmpty ? "    \(cell)" : "    \(heading): \(cell)"
        lines += TextLayout.wrap(text, width, hanging: 6)
      }
    }
    return lines
  }
}

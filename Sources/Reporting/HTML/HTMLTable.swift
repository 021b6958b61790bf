import Diagnostics

/// A table of a report in HTML, with what readers of screens need: a caption and the scope of headings.
struct HTMLTable {
  private let table: ReportTable
  private let language: Language

  init(_ table: ReportTable, _ language: Language) {
    self.table = table
    self.language = language
  }

  func lines() -> [String] {
    let isWords = table.columns.indices.map { place in
      let values = table.rows.map { $0.values[place] }
      return values.contains(where: \.isWords) && !values.contains(where: \.isNumber)
    }
    // Dates and names of units are not cut in two.
    let isShort = table.columns.indices.map { place in
      table.rows.allSatisfy {
        $0.values[place].text(in: language, column: table.columns[place]).count <= 12
      }
    }
    func style(_ place: Int) -> String {
      if !isWords[place] { return Self.numeric }
      return isShort[place] ? " class=\"short\"" : ""
    }
    var lines = [
      "<table>", "<caption>\(HTMLText.line(table.title[language]))</caption>", "<thead>",
    ]
    var head = "<tr><th scope=\"col\">\(HTMLText.plain(table.labelTitle[language]))</th>"
    for (column, words) in zip(table.columns, isWords) {
      head += "<th scope=\"col\"\(words ? "" : Self.numeric)>\(heading(column))</th>"
    }
    lines += [head + "</tr>", "</thead>", "<tbody>"]
    for row in table.rows {
      var line = "<tr class=\"\(row.role.rawValue)\"><th scope=\"row\">"
      line += HTMLText.plain(row.label.text(in: language, column: nil)) + "</th>"
      for (place, value) in row.values.enumerated() {
        let words = HTMLText.plain(value.text(in: language, column: table.column(place, of: row)))
        line += "<td\(style(place))>\(words)</td>"
      }
      lines.append(line + "</tr>")
    }
    return lines + ["</tbody>", "</table>"]
  }

  private static let numeric = " class=\"number\""

  private func heading(_ column: ReportTable.Column) -> String {
    let title = HTMLText.plain(column.title[language])
    let isStated = column.unit.isEmpty || column.unit == table.statedUnit
    return isStated
      ? title : "\(title) <span class=\"unit\">(\(HTMLText.plain(column.unit)))</span>"
  }
}

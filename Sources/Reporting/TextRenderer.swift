public import Diagnostics
import Quantities

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
    let title = wrapped(report.title)
    var lines = title.map(style.bold)
    lines.append(String(repeating: "═", count: title.map { TextLayout.width(of: $0) }.max() ?? 0))
    for warning in report.warnings { lines += wrapped(warning).map(style.alert) }
    if !report.headlines.isEmpty { lines.append("") }
    for headline in report.headlines { lines += wrapped(headline, hanging: 2) }
    for table in report.tables where table.reach == .everywhere && !table.rows.isEmpty {
      lines.append("")
      lines += wrapped(table.title).map(style.bold)
      lines += TextTable(table.shown(in: .everywhere), language, width, style).lines()
      for note in table.notes { lines += wrapped(note).map(style.faint) }
    }
    if !report.notes.isEmpty { lines.append("") }
    for note in report.notes {
      lines += wrapped(Text(fr: "· " + note.fr, en: "· " + note.en), hanging: 2)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Names from outside stand in titles and notes: nothing is laid out before it is made harmless.
  private func wrapped(_ text: Text, hanging: Int = 0) -> [String] {
    TextLayout.wrap(VisibleText.escaped(text[language]), width, hanging: hanging)
  }
}

extension ReportTable {
  /// With the columns that a form has room for, and without the optional ones in which there is nothing.
  func shown(in form: Reach) -> ReportTable {
    let kept = columns.indices.filter { place in
      let column = columns[place]
      let isTold = column.reach == .everywhere || column.reach == form || form == .data
      return isTold && (!column.isOptional || rows.contains { !$0.values[place].isNothing })
    }
    var table = self
    table.columns = kept.map { columns[$0] }
    for place in table.rows.indices {
      table.rows[place].values = kept.map { rows[place].values[$0] }
    }
    return table
  }
}

extension ReportValue {
  /// True for what is not known, or is zero.
  fileprivate var isNothing: Bool {
    switch self {
    case .missing: true
    case .amount(let figure): figure.amount.isZero
    case .number(let number): number.isZero
    default: false
    }
  }
}

public import Diagnostics
import Quantities

/// Renders a report as JSON; docs/json.md describes it.
public struct JSONRenderer: Sendable {
  /// Raised when the meaning of an existing key changes.
  public static let version = 1
  private let language: Language

  /// A renderer; labels are given in one language, keys never change.
  public init(language: Language) { self.language = language }

  /// The report as JSON.
  public func render(_ report: Report) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("format") { $0.string("empreinte-" + report.identifier) }
      json.key("version") { $0.number(String(Self.version)) }
      json.key("title") { $0.string(report.title[language]) }
      json.key("campus") { $0.string(report.campus) }
      json.key("year") { json in
        if let year = report.year { json.number(String(year)) } else { json.null() }
      }
      json.key("language") { $0.string(language.rawValue) }
      texts("warnings", report.warnings, &json)
      json.key("tables") { json in
        json.array { json in
          for table in report.tables { render(table, &json) }
        }
      }
      texts("notes", report.notes, &json)
    }
    return json.text + "\n"
  }

  private func texts(_ name: String, _ texts: [Text], _ json: inout JSONWriter) {
    json.key(name) { json in
      json.array { json in
        for text in texts { json.string(text[language]) }
      }
    }
  }

  private func render(_ table: ReportTable, _ json: inout JSONWriter) {
    json.object { json in
      json.key("table") { $0.string(table.identifier) }
      json.key("title") { $0.string(table.title[language]) }
      json.key("units") { json in
        json.object { json in
          for column in table.columns where !column.unit.isEmpty {
            json.key(column.identifier) { $0.string(column.unit) }
          }
        }
      }
      json.key("rows") { json in
        json.array { json in
          for row in table.rows { render(row, table, &json) }
        }
      }
      texts("notes", table.notes, &json)
    }
  }

  private func render(_ row: ReportTable.Row, _ table: ReportTable, _ json: inout JSONWriter) {
    json.object { json in
      json.key("key") { $0.string(row.key) }
      json.key("label") { $0.string(plain(row.label)) }
      json.key("role") { $0.string(row.role.rawValue) }
      for (column, value) in zip(table.columns, row.values) {
        json.key(column.identifier) { render(value, &$0) }
      }
    }
  }

  private func plain(_ value: ReportValue) -> String {
    if case .outside(let text) = value { return text }
    return value.text(in: language, column: nil)
  }

  /// To six decimals: what comes after depends on the machine.
  private static func digits(_ value: Double) -> String {
    ExactAmount(rounding: value)?.exactText ?? "\(value)"
  }

  private func render(_ value: ReportValue, _ json: inout JSONWriter) {
    switch value {
    case .missing: json.null()
    case .words(let text): json.string(text[language])
    case .outside(let text): json.string(text)
    case .count(let count): json.number(String(count))
    case .number(let number): json.number(number.description)
    case .amount(let figure):
      guard let interval = figure.interval else {
        json.number(figure.amount.exactText)
        return
      }
      json.object { json in
        json.key("value") { $0.number(figure.amount.exactText) }
        json.key("low") { $0.number(Self.digits(interval.low)) }
        json.key("high") { $0.number(Self.digits(interval.high)) }
      }
    case .share(let share): json.number(share.exactText)
    case .date(let date): json.string(date.description)
    }
  }
}

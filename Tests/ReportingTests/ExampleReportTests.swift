import Diagnostics
import Footprint
import Foundation
import Quantities
import Reporting
import Testing

/// The reports of the examples, in every format and language.
@Suite struct ExampleReportTests {
  /// Years with data or declared: demo 2021–2023 and the assets' other years, Alès 2019 and 2020, its
  /// energy 2020, Albi 2018, 2022 and 2023; a report and an explanation each.
  @Test func `every example makes reports`() {
    #expect(ExampleReports.all.count >= 2 * (3 + 2 + 1 + 3))
  }

  @Test(arguments: ExampleReports.all)
  func `the text fits 80 columns`(_ made: ExampleReports.Made) {
    for language in Language.allCases {
      for line in Sample.lines(made.report, language) {
        #expect(displayWidth(line) <= 80, "\(line)")
        #expect(line.last != " ", "\(line)")
      }
    }
  }

  @Test(arguments: ExampleReports.all)
  func `every word stands in both languages`(_ made: ExampleReports.Made) {
    func check(_ text: Text, _ what: String) {
      #expect(text.fr.isEmpty == text.en.isEmpty, "\(what): “\(text.fr)” / “\(text.en)”")
    }
    func checkLabel(_ value: ReportValue, _ what: String) {
      guard case .words(let text) = value else { return }
      #expect(!text.fr.isEmpty && !text.en.isEmpty, "\(what)")
    }
    let report = made.report
    for text in [report.title] + report.warnings + report.headlines + report.notes {
      #expect(!text.fr.isEmpty && !text.en.isEmpty)
    }
    for table in report.tables {
      #expect(!table.title.fr.isEmpty && !table.title.en.isEmpty, "\(table.identifier)")
      for column in table.columns {
        check(column.title, "\(table.identifier)/\(column.identifier)")
      }
      for note in table.notes { #expect(!note.fr.isEmpty && !note.en.isEmpty) }
      for row in table.rows {
        checkLabel(row.label, "\(table.identifier)/\(row.key)")
        for value in row.values {
          if case .words(let text) = value { check(text, "\(table.identifier)/\(row.key)") }
        }
      }
    }
  }

  @Test(arguments: ExampleReports.all)
  func `tables, columns and rows have names of their own`(_ made: ExampleReports.Made) {
    let tables = made.report.tables.map(\.identifier)
    #expect(Set(tables).count == tables.count)
    for table in made.report.tables {
      let columns = table.columns.map(\.identifier)
      #expect(Set(columns).count == columns.count, "\(table.identifier)")
      #expect(Set(columns).isDisjoint(with: ["key", "label", "role"]), "\(table.identifier)")
      for row in table.rows {
        #expect(row.values.count == columns.count, "\(table.identifier)/\(row.key)")
      }
    }
  }

  /// A program that looks a row up by its name must find one row.
  @Test(arguments: ExampleReports.all)
  func `no table has two rows of one name`(_ made: ExampleReports.Made) {
    for table in made.report.tables {
      let keys = table.rows.map(\.key)
      let twice = Set(keys.filter { key in keys.count { $0 == key } > 1 })
      #expect(twice.isEmpty, "\(table.identifier): \(twice.sorted())")
    }
  }

  @Test(arguments: ExampleReports.all)
  func `CSV and JSON hold the same numbers, digit for digit`(_ made: ExampleReports.Made) {
    let csv = Numbers.inCSV(CSVRenderer(language: .english).render(made.report))
    let json = Numbers.inJSON(JSONRenderer(language: .english).render(made.report))
    #expect(!json.isEmpty || made.report.tables.isEmpty)
    // In CSV a source id made of digits cannot be told from a number: JSON says what is one.
    for (name, digits) in json where csv[name] != digits {
      Issue.record("\(name): \(csv[name] ?? "nothing") and \(digits)")
    }
    let french = Numbers.inCSV(CSVRenderer(language: .french).render(made.report), separator: ";")
    for (name, digits) in json where french[name] != digits {
      Issue.record("\(name): \(french[name] ?? "nothing") and \(digits)")
    }
  }

  /// Rounded here from the exact digits, apart from the code under test.
  @Test(arguments: ExampleReports.all)
  func `the text shows the same numbers, rounded`(_ made: ExampleReports.Made) {
    let exact = Numbers.inJSON(JSONRenderer(language: .english).render(made.report))
    // Columns stand two blanks apart.
    let shownCells = Set(
      Sample.lines(made.report, .english, width: 120).flatMap { $0.components(separatedBy: "  ") }
        .map { $0.trimmingCharacters(in: .whitespaces) })
    for table in made.report.tables where table.reach == .everywhere {
      for row in table.rows {
        for (column, value) in zip(table.columns, row.values) {
          guard column.rounding == .nearest, !table.identifier.hasPrefix("item-"),
            let digits = exact["\(table.identifier)/\(row.key)/\(column.identifier)"]
          else { continue }
          var shown = Numbers.rounded(digits, decimals: column.decimals)
          if case .share = value {
            shown = Numbers.rounded(Numbers.shifted(digits, by: 2), decimals: column.decimals) + "%"
          }
          #expect(
            shownCells.contains(shown),
            "\(table.identifier)/\(row.key)/\(column.identifier): \(digits) as \(shown)")
        }
      }
    }
  }

  @Test(arguments: ExampleReports.all)
  func `parts add up to their total, exactly`(_ made: ExampleReports.Made) {
    for table in made.report.tables {
      guard let total = table.rows.first(where: { $0.role == .total }) else { continue }
      for (place, column) in table.columns.enumerated() where column.adds && !isShare(total, place)
      {
        let parts = table.rows.filter { $0.role == .part }.map { $0.values[place] }
        guard let whole = exact(total.values[place]) else { continue }
        let sum = parts.compactMap(exact).reduce(ExactAmount.zero, +)
        #expect(sum == whole, "\(table.identifier)/\(column.identifier)")
      }
    }
  }

  /// What is shown is what a reader adds up with a pencil.
  @Test(arguments: ExampleReports.all)
  func `columns that do not add up as shown say so`(_ made: ExampleReports.Made) {
    for table in made.report.tables where table.reach == .everywhere {
      guard let total = table.rows.first(where: { $0.role == .total }) else { continue }
      for (place, column) in table.columns.enumerated() where column.adds {
        let parts = table.rows.filter { $0.role == .part }.map { $0.values[place] }
        let values = parts.map { shown($0, column) }
        guard let whole = shown(total.values[place], column), !values.contains(nil) else {
          continue
        }
        let sum = values.compactMap(\.self).reduce(0, +)
        let says = table.notes.contains {
          $0.en.contains("values shown add up")
            && (column.title.en.isEmpty || $0.en.contains("“\(column.title.en)”"))
        }
        #expect(says == (sum != whole), "\(table.identifier)/\(column.identifier): \(sum) \(whole)")
      }
    }
  }

  private func isShare(_ row: ReportTable.Row, _ place: Int) -> Bool {
    if case .share = row.values[place] { true } else { false }
  }

  private func exact(_ value: ReportValue) -> ExactAmount? {
    switch value {
    case .amount(let figure): figure.amount
    case .number(let number): ExactAmount(number)
    case .count(let count): ExactAmount(Number(count))
    default: nil
    }
  }

  /// The number as displayed, as a whole number of its last decimal.
  private func shown(_ value: ReportValue, _ column: ReportTable.Column) -> Int? {
    var digits: String
    switch value {
    case .amount(let figure): digits = figure.amount.exactText
    case .number(let number): digits = number.description
    case .share(let share): digits = Numbers.shifted(share.exactText, by: 2)
    default: return nil
    }
    if column.rounding == .down {
      digits = String(digits.split(separator: ".").first ?? "")
    }
    let text = Numbers.rounded(digits, decimals: column.decimals)
    return Int(text.filter { $0 != "," && $0 != "." })
  }
}

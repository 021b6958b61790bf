import Diagnostics
import Quantities
import TestSupport
import Testing

@testable import Inventory

/// Workbooks of portals, read through the same profiles as any other file.
struct WorkbookImportTests {
  private enum Cell {
    case text(String)
    case number(String)
    case formula(String?)
    case nothing
  }

  private func row(_ number: Int, _ cells: [Cell]) -> String {
    var text = "<row r=\"\(number)\">"
    for (place, cell) in cells.enumerated() {
      let name = "\(Character(UnicodeScalar(UInt8(65 + place))))\(number)"
      switch cell {
      case .text(let words):
        text +=
          "<c r=\"\(name)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(words)</t></is></c>"
      case .number(let digits): text += "<c r=\"\(name)\"><v>\(digits)</v></c>"
      case .formula(let result):
        text += "<c r=\"\(name)\"><f>A1</f>" + (result.map { "<v>\($0)</v>" } ?? "") + "</c>"
      case .nothing: break
      }
    }
    return text + "</row>"
  }

  private func read(
    _ rows: [String], sheet: String = "Historique par mois", profile: String
  ) throws -> ProfiledReading {
    var book = BookWriter(rows.joined())
    book.sheets[0].name = sheet
    book.sheets.insert(.init(name: "Page d'accueil", rows: row(1, [.text("Bonjour")])), at: 0)
    return try ProfiledReading(
      "", profile: try ProfiledReading.shipped(profile), recipe: "site: nord\n", bytes: book.bytes)
  }

  private var gasHead: [String] {
    [
      row(1, [.nothing, .text("Données informatives et détaillées")]),
      row(4, [.nothing, .nothing, .text("N° PCE :"), .text("GI000001")]),
    ]
  }

  @Test func `gas by day, in kWh PCS as published`() throws {
    let head = row(
      9,
      [
        .nothing, .text("Date de relevé"), .text("Index de début de période (m3)"),
        .text("Energie consommée (kWh)"), .text("Qualification du relevé"),
      ])
    let reading = try read(
      gasHead + [
        head,
        row(
          10, [.nothing, .text("24/11/2020"), .number("12163"), .number("133"), .text("Mesuré")]),
        row(11, [.nothing, .text("25/11/2020"), .number("12175"), .nothing, .text("Absence")]),
        row(12, [.nothing, .text("26/11/2020"), .number("12175"), .formula("76.5"), .text("x")]),
        row(13, [.nothing, .text("27/11/2020"), .number("12175"), .formula(nil), .text("x")]),
      ], profile: "grdf")
    #expect(reading.days == ["2020-11-24=133 kWh PCS", "2020-11-26=76.5 kWh PCS"])
    #expect(reading.vocabulary.meter(reading.lines[0].meter) == "GI000001")
    #expect(reading.excluded.map(\.reason) == [.unknown])
    // A formula without a result is an error at its row, never a zero.
    #expect(
      reading.log.sortedGroups.map(\.kind.identifier).sorted() == [
        "bad-number", "meter-gap", "values-not-known",
      ])
  }

  @Test func `gas by month and by week`() throws {
    let head = row(
      9, [.nothing, .text("Date de relevé"), .text("Volume"), .text("Energie consommée (kWh)")])
    let reading = try read(
      gasHead + [
        head, row(10, [.nothing, .text("Décembre 2020 "), .number("345"), .number("3808")]),
        row(11, [.nothing, .text("Janvier 2021 "), .number("420"), .number("4586")]),
        row(
          12,
          [.nothing, .text("Du 01/02/2021 au 07/02/2021"), .number("62"), .number("696")]),
      ], profile: "grdf")
    #expect(reading.found == [])
    #expect(
      reading.days == [
        "2020-12=3808 kWh PCS", "2021-01=4586 kWh PCS", "2021-02-01..2021-02-07=696 kWh PCS",
      ])
  }

  @Test func `a meter whose number is masked is one meter of its site`() throws {
    let reading = try read(
      [
        row(4, [.nothing, .nothing, .text("N° PCE :")]),
        row(9, [.nothing, .text("Date de relevé"), .text("Energie consommée (kWh)")]),
        row(10, [.nothing, .text("Janvier 2021 "), .number("4586")]),
        row(11, [.nothing, .text("15/01/2021"), .number("100")]),
      ], profile: "grdf")
    #expect(reading.vocabulary.meter(reading.lines[0].meter) == "grdf@nord")
    #expect(reading.log.sortedGroups.map(\.kind.identifier) == ["meter-overlap"])
  }

  @Test func `electricity by day: a missing day is unknown`() throws {
    let reading = try read(
      [
        row(8, [.text("Point Référence Mesure (PRM) : "), .text("14290000000000")]),
        row(14, [.text("Date"), .text("Valeur (en kWh)")]),
        row(15, [.text("01/01/2026"), .number("6.329")]),
        row(16, [.text("02/01/2026"), .text("NA")]),
      ], sheet: "Export Consommation Quotidienne", profile: "enedis-portal-daily")
    #expect(reading.days == ["2026-01-01=6.329 kWh"])
    #expect(reading.excluded.count == 1)
    #expect(reading.vocabulary.meter(reading.lines[0].meter) == "14290000000000")
  }

  @Test func `electricity by half hour, each stamp the beginning of its interval`() throws {
    let rows = (0..<4).map { place in
      row(
        15 + place,
        [
          .text("01/01/2026 0\(place / 2):\(place % 2 == 0 ? "00" : "30")"), .text("x"),
          .number("2"),
        ])
    }
    let reading = try read(
      [row(14, [.text("Début"), .text("Fin"), .text("Valeur (en kW)")])] + rows,
      sheet: "Consommation Horaire", profile: "enedis-portal-hourly")
    #expect(reading.found == [])
    // Four half hours at 2 kW.
    #expect(reading.days == ["2026-01-01=4 kWh"])
  }

  @Test func `another workbook, and one that is cut, are no zero`() throws {
    let other = try read([row(1, [.text("a"), .text("b")])], profile: "grdf")
    #expect(other.log.sortedGroups.map(\.kind.identifier) == ["profile-mismatch"])
    var bytes = BookWriter(row(1, [.text("a")])).bytes
    bytes.removeLast(bytes.count / 2)
    let cut = try ProfiledReading(
      "", profile: try ProfiledReading.shipped("grdf"), recipe: "site: nord\n", bytes: bytes)
    #expect(cut.log.count(of: .error) == 1)
    #expect(cut.lines.isEmpty)
  }
}
